// Manifests of each kind -> the names that they ask for and their lines; what is hostile in them costs nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isManifest, readDependencies } from '../src/text/manifests.js';

const ROWS: readonly (readonly [path: string, text: string, expected: readonly string[]])[] = [
  [
    'package.json',
    '{\n  "name": "app",\n  "dependencies": { "left": "1",\n    "@scope/right": "2" },\n  "devDependencies": {\n    "left-dev": "1"\n  }\n}',
    ['left:3', '@scope/right:4', 'left-dev:6'],
  ],
  ['package.json', '{"dependencies":{"one":"1","two":"2"}}', ['one:1', 'two:1']],
  ['package.json', '{\n"dependencies": {\n"one": "1",\n}\n}', ['one:3']],
  ['package.json', '{\n"scripts": {\n"one": "1",\n},\n}', []],
  ['package.json', '{ "dependencies": ["one"] }', ['0:1']],
  ['package.json', '{ "dependencies": { "__proto__": "1" } }', ['__proto__:1']],
  ['package.json', '[]', []],
  ['package.json', 'null', []],
  [
    'composer.json',
    '{\n "require": {\n  "php": ">=8",\n  "vendor/client": "^1"\n }\n}',
    ['php:3', 'vendor/client:4'],
  ],
  [
    'requirements.txt',
    '# comment\n-r base.txt\nclient==1.0\nother_one[extra]>=2 ; python_version > "3"\n  spaced\n',
    ['client:3', 'other_one:4', 'spaced:5'],
  ],
  ['requirements-dev.txt', 'client', ['client:1']],
  [
    'pyproject.toml',
    '[project]\nname = "app"\ndependencies = [\n  "client>=1",\n  \'other[extra]~=2\',\n]\n[project.optional-dependencies]\ntest = ["pytest"]\n[tool.poetry.dependencies]\npython = "^3.11"\npoetic = { version = "1" }\n[tool.black]\nline-length = 100\n',
    ['client:4', 'other:5', 'pytest:8', 'python:10', 'poetic:11'],
  ],
  ['pyproject.toml', '[project]\ndependencies = ["one"]\nkeywords = ["two"]\n', ['one:2']],
  [
    'go.mod',
    'module example.com/app\n\ngo 1.22\n\nrequire github.com/vendor/single v1.0.0\nrequire (\n\tgithub.com/vendor/client/v2 v2.1.0 // indirect\n)\n',
    ['github.com/vendor/single:5', 'github.com/vendor/client/v2:7'],
  ],
  [
    'pom.xml',
    '<project>\n<artifactId>app</artifactId>\n<dependencies>\n<!-- <dependency><groupId>no</groupId><artifactId>no</artifactId></dependency> -->\n<dependency>\n<groupId>com.vendor</groupId>\n<artifactId> client </artifactId>\n</dependency>\n</dependencies></project>',
    ['com.vendor:client:7'],
  ],
  [
    'app/build.gradle',
    "dependencies {\n    implementation 'com.vendor:client:1.2'\n    testImplementation(\"org.junit:junit:4\")\n    // implementation 'no:no:1'\n}\n",
    ['com.vendor:client:2', 'org.junit:junit:3'],
  ],
  [
    'build.gradle.kts',
    'dependencies {\n  implementation("com.vendor:client:1")\n}',
    ['com.vendor:client:2'],
  ],
  ['Gemfile', "source 'https://rubygems.org'\ngem 'client', '~> 1'\n# gem 'no'\n", ['client:2']],
  [
    'app.gemspec',
    "s.add_dependency 'client', '>= 1'\ns.add_development_dependency('rspec')\n",
    ['client:1', 'rspec:2'],
  ],
  [
    'App/App.csproj',
    '<Project>\n  <ItemGroup>\n    <PackageReference Include="Vendor.Client" Version="1" />\n    <Reference Include="System" />\n  </ItemGroup>\n</Project>',
    ['Vendor.Client:3'],
  ],
  [
    'packages.config',
    '<packages>\n<package id="Vendor.Client" version="1" />\n</packages>',
    ['Vendor.Client:2'],
  ],
  [
    'Directory.Packages.props',
    '<PackageVersion Include="Vendor.Client" Version="1" />',
    ['Vendor.Client:1'],
  ],
  ['requirements.txt', '\u202eclient\nplain\u0007\n', ['plain:2']],
  ['package.json', '{ "dependencies": { "a\u202eb": "1", "a b": "1", "ok": "1" } }', ['ok:1']],
];

describe('the packages of a manifest', () => {
  it.each(ROWS)('%s %j', (path, text, expected) => {
    expect(readDependencies(path, text).map(({ name, line }) => `${name}:${line}`)).toEqual(
      expected,
    );
    expect(readDependencies(path, text.replaceAll('\n', '\r\n')).map(({ line }) => line)).toEqual(
      readDependencies(path, text).map(({ line }) => line),
    );
  });

  it.each([
    'package-lock.json',
    'mypackage.json',
    'go.sum',
    'README.md',
    'requirements.md',
    'Gemfile.lock',
  ])('%s is no manifest', (path) => expect(isManifest(path)).toBe(false));

  it('takes whatever text there is', () => {
    const paths = [...new Set(ROWS.map(([path]) => path))];
    const pieces = ROWS.flatMap(([, text]) => text.split(/(?=[{}[\]"'\n<(])/));
    const texts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom(...paths), texts, (path, parts) => {
        const text = parts.join('');
        for (const { name, line } of readDependencies(path, text)) {
          expect(name).toMatch(/^[@\w][\w.@/:~-]*$/);
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(text.split('\n').length);
        }
      }),
    );
  });

  it.each([
    ['pom.xml', '<dependency><groupId>'],
    ['package.json', '"dependencies":{'],
    ['go.mod', 'require '],
    ['pyproject.toml', 'a = ["'],
    ['a.csproj', '<PackageReference '],
    ['build.gradle', "a ( '"],
    ['requirements.txt', ' '],
  ])('reads a hostile %s in time proportional to it', (path, piece) => {
    const start = performance.now();
    readDependencies(path, piece.repeat((256 * 1024) / piece.length));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
