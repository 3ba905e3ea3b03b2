// src -> dist: the program as one CommonJS file (it starts fastest) and its starter, the library as ESM with types,
// and the notices of what they bundle. Quiet, so that an install from git works.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { GRAMMARS, grammarFile } from './grammars.mjs';
import { writePage } from './page.mjs';
import { writeValidators } from './validators.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => resolve(root, ...parts);
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));

rmSync(at('dist'), { recursive: true, force: true });
writeValidators();
writePage();

function listed(folder) {
  const files = readdirSync(at(folder), { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(at(file)));
  return hash.digest('hex').slice(0, 16);
}

/** commander can start other programs, which permlint never asks of it; loading that costs each start. */
const noSubprograms = {
  name: 'no-subprograms',
  setup(builder) {
    builder.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'none', namespace: 'none' } : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: 'none' }, () => ({
      contents: 'module.exports = {}',
    }));
  },
};

/** Loads what only some runs need of Node when it is first asked for; loading it costs each start. */
const lateBuiltins = {
  name: 'late-builtins',
  setup(builder) {
    builder.onResolve({ filter: /^node:crypto$/ }, ({ path, namespace }) =>
      namespace === 'late' ? { path, external: true } : { path, namespace: 'late' },
    );
    builder.onLoad({ filter: /.*/, namespace: 'late' }, async ({ path }) => {
      const names = Object.keys(await import(path));
      const getters = names.map((name) => `get ${name}() { return require('${path}').${name}; }`);
      return { contents: `module.exports = { ${getters.join(',\n')} };` };
    });
  },
};

// what a build compiled is read by that build alone
const packs = hashOf(['permissions.yaml', ...listed('rules'), ...listed('src')]);

const shared = {
  absWorkingDir: root,
  bundle: true,
  // a tenth of the package
  minifyWhitespace: true,
  platform: 'node',
  target: 'node20',
  metafile: true,
  plugins: [noSubprograms, lateBuiltins],
  // src/host/code-cache.ts reads a byte as a character
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'warning',
  define: { PERMLINT_VERSION: JSON.stringify(version), PERMLINT_PACKS: JSON.stringify(packs) },
  // the same code as ESM, so that what is not used is left out
  alias: { yaml: at('node_modules', 'yaml', 'browser', 'dist', 'index.js') },
};
const program = await build({
  ...shared,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.cjs',
  format: 'cjs',
  external: ['./scan.cjs', './record.cjs'],
});
const library = await build({
  ...shared,
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.js',
  format: 'esm',
  banner: {
    js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
});
const scan = await build({
  ...shared,
  entryPoints: ['src/host/scan-program.ts'],
  outfile: 'dist/scan.cjs',
  format: 'cjs',
});
const lower = await build({
  ...shared,
  entryPoints: ['src/host/parse-worker.ts'],
  outfile: 'dist/lowering.cjs',
  format: 'cjs',
  // its own CommonJS build; the ESM one asks for import.meta
  alias: { 'web-tree-sitter': at('node_modules', 'web-tree-sitter', 'web-tree-sitter.cjs') },
});
const record = await build({
  ...shared,
  entryPoints: { record: 'src/record/run-command.ts', recorder: 'src/record/recorder.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
});
const parts = ['main', 'scan', 'lowering'];
for (const part of parts)
  if (/[^\0-\x7f]/.test(readFileSync(at('dist', `${part}.cjs`), 'latin1')))
    throw new Error(`${part}.cjs is not ASCII, and would be read wrong`);
const hashes = Object.fromEntries(parts.map((part) => [part, hashOf([`dist/${part}.cjs`])]));
await build({
  ...shared,
  entryPoints: ['src/host/start.ts'],
  outfile: 'dist/permlint.cjs',
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  define: { PERMLINT_BUILD: JSON.stringify(hashes) },
});
await build({
  ...shared,
  entryPoints: ['src/host/start-parse-worker.ts'],
  outfile: 'dist/lower.cjs',
  format: 'cjs',
  define: { PERMLINT_BUILD: JSON.stringify(hashes) },
});
copyGrammars();
await compilePacks();
writeTypes();
writeNotices({
  ...program.metafile.inputs,
  ...library.metafile.inputs,
  ...scan.metafile.inputs,
  ...lower.metafile.inputs,
  ...record.metafile.inputs,
  ...Object.fromEntries(Object.values(GRAMMARS).map((folder) => [`node_modules/${folder}/`, {}])),
});

/** The parser and the grammars of the languages, and no others. */
function copyGrammars() {
  mkdirSync(at('dist', 'grammars'));
  const grammars = Object.keys(GRAMMARS).map((name) => `tree-sitter-${name}.wasm`);
  for (const file of ['web-tree-sitter.wasm', ...grammars])
    copyFileSync(grammarFile(file), at('dist', 'grammars', file));
}

/** The shipped packs in the form that is read without a YAML parser. */
async function compilePacks() {
  const outfile = at('dist', 'packs', 'compile.mjs');
  await build({ ...shared, entryPoints: ['.ci/compile-packs.ts'], outfile, format: 'esm' });
  const { compilePacks: compile } = await import(pathToFileURL(outfile));
  const read = (file) => readFileSync(at(file), 'utf8');
  for (const [file, text] of compile(read, packs)) writeFileSync(at(file), text);
  rmSync(outfile);
}

/** Emits declarations and keeps those that the public one reaches. */
function writeTypes() {
  const folder = mkdtempSync(at('dist', 'types-'));
  const options = [
    '--noEmit',
    'false',
    '--emitDeclarationOnly',
    '--declaration',
    '--outDir',
    folder,
  ];
  const tsc = at('node_modules', 'typescript', 'bin', 'tsc');
  const emit = [...options, '--rootDir', at('src')];
  const config = join(folder, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ extends: at('tsconfig.json'), include: [at('src')] }));
  execFileSync(process.execPath, [tsc, '-p', config, ...emit], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const wanted = new Set(['index.d.ts']);
  for (const file of wanted) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, path] of text.matchAll(/from '(\.[^']+)\.js'/g))
      wanted.add(join(dirname(file), `${path}.d.ts`));
    const target = at('dist', file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  rmSync(folder, { recursive: true });
}

/** The licences of the packages that the bundles hold. */
function writeNotices(inputs) {
  const names = Object.keys(inputs)
    .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
    .filter((name) => name !== undefined);
  const notices = [...new Set(names)].sort().map((name) => {
    const folder = at('node_modules', name);
    const { version: v, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text =
      file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : license;
    return `${name} ${v} (${license})\n\n${text.trim()}\n`;
  });
  const rule = `\n${'-'.repeat(80)}\n\n`;
  writeFileSync(
    at('dist', 'THIRD-PARTY-NOTICES.txt'),
    ['permlint bundles these packages.\n', ...notices].join(rule),
  );
}
