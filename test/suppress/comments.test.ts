// Comments that ignore findings: in each language and in YAML, which lines they mean, and what is told of those of no use.
import { describe, expect, it } from 'vitest';
import { permlint } from '../run.js';

const URL = 'https://platform.ringcentral.com/restapi/v1.0/account/~/call-log';
const IGNORE = 'permlint: ignore[missing-permission]';
const WHY = `${IGNORE} beta, RC-7`;

/** What is left, and what is set aside by which line. */
function judge(files: Record<string, string>, flags: readonly string[] = [], grants = 'none') {
  const words = Object.keys(files).filter((name) => name !== 'permlint.yaml');
  const { out, code } = permlint([...words, '-g', grants, '-f', 'json', ...flags], { files });
  const report = JSON.parse(out);
  return {
    code,
    found: report.findings.map((f: any) => `${f.check} ${f.location.line}`),
    messages: report.findings.map((f: any) => f.message),
    aside: (report.suppressed ?? []).map(
      (s: any) => `${s.finding.location.line} by ${s.by.location.line}: ${s.by.reason}`,
    ),
    verdict: report.verdict.kind,
  };
}

const languages: readonly [file: string, source: string][] = [
  ['a.js', `// ${WHY}\nfetch('${URL}');`],
  ['a.mjs', `fetch('${URL}'); // ${WHY}`],
  ['a.ts', `/* ${WHY} */\nfetch('${URL}');`],
  ['a.tsx', `/**\n * ${WHY}\n */\nfetch('${URL}');`],
  ['a.py', `import requests\n# ${WHY}\nrequests.get('${URL}')`],
  ['a.rb', `require 'faraday'\n# ${WHY}\nFaraday.get('${URL}')`],
  ['a.php', `<?php\n$client = new GuzzleHttp\\Client();\n# ${WHY}\n$client->get('${URL}');`],
  [
    'A.java',
    `import org.springframework.web.client.RestTemplate;
class A { RestTemplate rest = new RestTemplate();
  void go() {
    // ${WHY}
    rest
      .getForObject("${URL}", String.class);
  } }`,
  ],
  [
    'a.cs',
    `class A { HttpClient client = new HttpClient();
  void Go() {
    // ${WHY}
    client.GetAsync("${URL}"); } }`,
  ],
  [
    'a.go',
    `package a
import "net/http"
func Go() {
	// ${WHY}
	http.Get("${URL}")
}`,
  ],
  ['a.sh', `#!/bin/sh\n# ${WHY}\ncurl '${URL}'`],
];

describe('a language', () => {
  it.each(languages)('%s', (file, source) => {
    const { found, aside, code, verdict } = judge({ [file]: source });
    expect({ found, code, verdict }).toEqual({ found: [], code: 0, verdict: 'open' });
    expect(aside).toEqual([expect.stringMatching(/ by \d+: beta, RC-7$/)]);
    const without = judge({ [file]: source.replace(`${IGNORE} `, '') });
    expect(without.found).toEqual([expect.stringMatching(/^missing-permission/)]);
  });
});

const CALL = `fetch('${URL}');`;
const reaches: readonly [what: string, source: string, aside: string[], found: string[]][] = [
  ['the line itself', `${CALL} // ${WHY}\n${CALL}`, ['1'], ['2']],
  ['the statement below', `// ${WHY}\n${CALL}\n${CALL}`, ['2'], ['3']],
  [
    'the lines of a statement',
    `// ${WHY}\nconst a = [1,\n  ${CALL.replace(';', '')}];\n${CALL}`,
    ['3'],
    ['4'],
  ],
  ['what is below other comments', `// ${WHY}\n// so it is\n\n${CALL}`, ['4'], []],
  ['not the body of a function', `// ${WHY}\nfunction f() {\n  ${CALL}\n}`, [], ['3']],
  ['not the body of a closure', `// ${WHY}\nconst f = () => {\n  ${CALL}\n};`, [], ['3']],
  ['the head of a loop', `// ${WHY}\nfor (const a of ${CALL.replace(';', '')}) {}`, ['2'], []],
  ['not the line above', `${CALL}\n// ${WHY}\nconst a = 1;`, [], ['1']],
  ['nothing from a text', `const a = "// ${WHY}";\n${CALL}`, [], ['2']],
  ['nothing that another check finds', `${CALL} // permlint: ignore[unknown-route] x`, [], ['1']],
  ['one of several', `${CALL} // permlint: ignore[unknown-route, missing-permission] x`, ['1'], []],
];

it.each(reaches)('means %s', (_, source, aside, found) => {
  const judged = judge({ 'a.js': source });
  expect(judged.aside.map((line: string) => line.split(' ')[0])).toEqual(aside);
  const missing = judged.found.filter((line: string) => line.startsWith('missing'));
  expect(missing.map((line: string) => line.split(' ')[1])).toEqual(found);
});

it.each([
  ['a.py', `import requests\n# ${WHY}\ndef f():\n    requests.get('${URL}')\n`],
  ['a.py', `import requests\n# ${WHY}\n@once\ndef f():\n    requests.get('${URL}')\n`],
  ['a.py', `import requests\n# ${WHY}\nif a:\n    requests.get('${URL}')\n`],
  ['a.py', `import requests\n# ${WHY}\nwith a:\n    requests.get('${URL}')\n`],
  ['a.js', `// ${WHY}\n{\n  ${CALL}\n}`],
  ['a.js', `// ${WHY}\nif (a) b();\nelse\n  ${CALL}`],
  ['a.sh', `#!/bin/sh\n# ${WHY}\nif true; then\n  curl '${URL}'\nfi`],
  ['a.sh', `#!/bin/sh\n# ${WHY}\nif true\nthen\n  curl '${URL}'\nfi`],
  ['a.sh', `#!/bin/sh\n# ${WHY}\nif a; then\n  b\nelif c; then\n  curl '${URL}'\nfi`],
  ['a.sh', `#!/bin/sh\n# ${WHY}\ncase $x in\n  a)\n    curl '${URL}';;\nesac`],
  ['a.sh', `#!/bin/sh\n# ${WHY}\n(\n  curl '${URL}'\n)`],
  ['a.rb', `require 'faraday'\n# ${WHY}\nbegin\n  Faraday.get('${URL}')\nend`],
  [
    'a.go',
    `package a\nimport "net/http"\nfunc Go() {\n  // ${WHY}\n  switch x {\n  case 1:\n    http.Get("${URL}")\n  }\n}`,
  ],
  [
    'a.go',
    `package a\nimport "net/http"\nfunc Go() {\n  // ${WHY}\n  select {\n  case <-x:\n    http.Get("${URL}")\n  }\n}`,
  ],
])('%s: means no line of a body: %j', (file, source) => {
  expect(judge({ [file]: source }).aside).toEqual([]);
});

const plan = (comment: string) => ({
  'plan.yaml': `version: 1\ncalls:\n  # ${comment}\n\n  - GET /restapi/v1.0/account/~/call-log\n`,
});

const told: readonly [comment: string, check: string, message: RegExp][] = [
  [IGNORE, 'unexplained-ignore', /has no reason/],
  [`${IGNORE} , until 2035-01-31`, 'unexplained-ignore', /has no reason/],
  [`${WHY}, until 2026-11-22`, 'expired-ignore', /ended on 2026-11-22 \(beta, RC-7\)/],
  ['permlint: ignore[unknown-route] x', 'unused-ignore', /unknown-route sets nothing aside/],
  ['permlint: ignore[missing-permision] x', 'unused-ignore', /did you mean missing-permission/],
  ['permlint: ignore[] x', 'unused-ignore', /names no check/],
  ['permlint: ignore', 'unused-ignore', /names no check/],
  ['permlint: ignore[unreadable-input] x', 'unused-ignore', /cannot be ignored/],
  ['permlint: ignore[unused-ignore] x', 'unused-ignore', /cannot be ignored/],
  [`${IGNORE} x, until 2027-02-30`, 'unused-ignore', /2027-02-30 is no day/],
  [`${IGNORE} x, until 2027-02-28 (RC-7)`, 'unused-ignore', /the day goes last/],
  [`${IGNORE} x, until: 2027-02-28`, 'unused-ignore', /the day goes last/],
];

it.each(told)('tells of "%s"', (comment, check, message) => {
  const { found, messages } = judge(plan(comment));
  const at = found.findIndex((line: string) => line === `${check} 3`);
  expect(messages[at]).toMatch(message);
  const silenced = judge(plan(comment), ['--no-ignores']);
  expect(silenced.found).toEqual(['missing-permission 5']);
});

it.each([
  [WHY, 0],
  [`${WHY}, until 2026-11-23`, 0],
  [`${WHY}, until 2026-11-22`, 1],
  ['permlint: ignore[missing-permission, excess-permission] wait until it is there', 0],
])('"%s" ends with %i', (comment, code) => {
  expect(judge(plan(comment)).code).toBe(code);
});

it.each([
  ['a recording beside, which is a part', ['--partial']],
  ['no grants', []],
])('does not call one unused where the run sees less: %s', (what, flags) => {
  const files = plan('permlint: ignore[excess-permission] x');
  const argv = [
    'plan.yaml',
    '-f',
    'json',
    ...flags,
    ...(what === 'no grants' ? [] : ['-g', 'SMS']),
  ];
  const { findings } = JSON.parse(permlint(argv, { files }).out);
  expect(findings.map((f: any) => f.check)).not.toContain('unused-ignore');
});

it('means the grants of a config, and the rows beside its line only', () => {
  const config = (comment: string) => ({
    'permlint.yaml': `version: 1\ncalls: [GET /restapi/v1.0/account/~/call-log]\ngrants:\n  - ReadCallLog\n  - SMS ${comment}\n  - Faxes\n`,
  });
  const run = (comment: string) => permlint(['-f', 'oneline'], { files: config(comment) }).out;
  expect(run('').match(/excess-permission/g)).toHaveLength(2);
  expect(run('# permlint: ignore[excess-permission] release 4').match(/excess-/g)).toHaveLength(1);
});

it('reads comments of YAML, and no text that looks like one', () => {
  const block = `version: 1\ncalls:\n  - method: GET\n    path: /restapi/v1.0/account/~/call-log\n    # ${WHY}\n`;
  expect(judge({ 'plan.yaml': block }).found).toContain('missing-permission 3');
  const quoted = `version: 1\ncalls: ["GET /restapi/v1.0/account/~/call-log", "GET /x # ${WHY}"]\n`;
  expect(judge({ 'plan.yaml': quoted }).aside).toEqual([]);
});

it('tells of one in a file that calls nothing any more', () => {
  const files = {
    'src/a.js': `${CALL}\n`,
    'src/b.js': `// ${WHY}\nexport const b = 1;\n`,
  };
  const { out } = permlint(['src', '-g', 'ReadCallLog', '-f', 'oneline'], { files });
  expect(out).toMatch(/^src\/b\.js:1:4: warning\[unused-ignore\]/m);
});

describe('a matrix', () => {
  const matrix = (comment: string) => `version: 1
api: lab
permissions: { Read: Read, Old: Old${comment} }
servers: [https://api.lab.example]
routes:
  GET /a: Read
  # permlint: ignore[stale-row] looked at in spring
  GET /b: { requires: Read, checked: 2020-01-01 }
`;
  const lint = (argv: readonly string[] = []) =>
    permlint(['matrix', 'lint', 'm.yaml', '-f', 'oneline', ...argv], {
      files: { 'm.yaml': matrix('') },
    }).out;

  it('has ignores of its own, which lint obeys and counts', () => {
    expect(lint()).not.toContain('stale-row');
    expect(lint(['--no-ignores'])).toContain('stale-row');
    const { out } = permlint(['matrix', 'lint', 'm.yaml'], { files: { 'm.yaml': matrix('') } });
    expect(out).toContain('1 finding suppressed');
  });

  it('is no business of a check', () => {
    const files = { 'm.yaml': matrix(''), 'plan.yaml': 'version: 1\ncalls: [GET /a, GET /b]\n' };
    const { out } = permlint(['plan.yaml', '-m', 'm.yaml', '-g', 'Read'], { files });
    expect(out).toContain('fine');
  });
});
