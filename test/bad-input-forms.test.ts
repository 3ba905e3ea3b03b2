// Forms that a text may take (marks, line ends, sizes, names of files) as each kind of input: read alike, or lost with a place.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { loadCalls } from '../src/calls/index.js';
import { loadGrants } from '../src/grants/index.js';
import { nodeFiles } from '../src/host/host.js';
import { type Machine, permlint } from './run.js';

const LOG = 'https://platform.ringcentral.com/restapi/v1.0/account/1/call-log';
const GOOD = 'GET /v1.0/account/~/call-log\n';
const judged = '1 call needs ReadCallLog, which is not granted';
const LAB = 'version: 1\napi: lab\npermissions: { A: A }\nroutes:\n  # Labs\n  GET /a: A\n';

/** Runs; a hang becomes a failure, and no run ends with a stack trace. */
function run(argv: readonly string[], machine: Machine) {
  const ran = runInNewContext('run()', { run: () => permlint(argv, machine) }, { timeout: 30_000 });
  expect(ran.out + ran.err).not.toMatch(/\n\s+at |TypeError|RangeError|undefined|\[native code\]/);
  return { ...ran, text: (ran.out + ran.err).replace(/\s+/g, ' ') };
}

const har = JSON.stringify(
  { log: { entries: [{ request: { method: 'GET', url: LOG } }] } },
  null,
  1,
);
const KINDS = [
  ['a plan of lines', GOOD, ['x', '-g', 'ReadCallLog']],
  ['a plan', `version: 1\ncalls:\n  - ${GOOD}`, ['x', '-g', 'ReadCallLog']],
  ['a HAR', har, ['x', '-g', 'ReadCallLog']],
  ['grants of lines', '# mine\nReadCallLog\n', ['good.txt', '-g', 'x']],
  ['grants', 'app:\n  - ReadCallLog\n', ['good.txt', '-g', 'x']],
  ['a token response', '{"scope":\n"ReadCallLog"}\n', ['good.txt', '-g', 'x']],
  ['a config', 'version: 1\ncalls: [good.txt]\ngrants:\n  - ReadCallLog\n', ['-c', 'x']],
  ['a matrix', LAB, ['lab.txt', '-m', './x', '-g', 'A']],
] as const;

describe.each(KINDS)('%s', (_, text, argv) => {
  const end = (given: string | Uint8Array) =>
    run(argv, { files: { x: given, 'good.txt': GOOD, 'lab.txt': 'GET /a\n' } });

  it.each([
    ['as it is', text],
    ['with a byte order mark', `\ufeff${text}`],
    ['with CRLF', text.replaceAll('\n', '\r\n')],
    ['with both', `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['without an end of line', text.trimEnd()],
    ['below 2000 empty lines', `${'\n'.repeat(2000)}${text}`],
  ])('%s is read alike', (_form, given) => {
    expect(end(given)).toMatchObject({ code: 0, err: '' });
    expect(end(given).text).not.toContain('unreadable-input');
  });

  it.each([
    ['as UTF-16', Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le')), 'UTF-16 text'],
    ['with a byte of Latin-1', Buffer.from(`${text}\n# \xe4\n`, 'latin1'), 'not valid UTF-8'],
    ['as 20 MB on one line', 'x'.repeat(20 * 1024 * 1024), ''],
    ['as 20 MB of [', '['.repeat(20 * 1024 * 1024), ''],
  ])('%s is lost, and said to be', (_form, given, message) => {
    const { code, text: said } = end(given);
    expect(code).toBe(2);
    expect(said).toMatch(/unreadable-input/);
    expect(said).toMatch(/\bx:1:1\b/);
    expect(said).toContain(message);
    expect(said.length).toBeLessThan(5000);
  });
});

describe('cut off anywhere', () => {
  const entry = (id: number) => ({ request: { method: 'GET', url: LOG.replace('1', `${id}`) } });
  const recording = JSON.stringify({ log: { entries: [entry(1), entry(2)] } });
  const plan = '{"version": 1, "calls": ["GET /restapi/v1.0/account/~/call-log", "GET /b"]}';
  const grants = '["ReadCallLog", "SMS"]';
  const places = (text: string) =>
    Array.from({ length: 12 }, (_, n) => Math.floor(((n + 1) * (text.length - 1)) / 12));

  it.each(places(recording))('a HAR at %i: told with its place, the rest is judged', (at) => {
    const files = { 'cut.har': recording.slice(0, at), 'good.txt': GOOD };
    const { code, out, text } = run(['cut.har', 'good.txt', '-g', 'none'], { files });
    expect(code).toBe(1);
    expect(out).toContain('cut.har:1:');
    expect(text).toContain(judged);
    expect(run(['cut.har', '-g', 'ReadCallLog'], { files }).code).toBe(2);
  });

  it.each(places(plan))('a plan in JSON at %i: never fine', (at) => {
    const files = { 'cut.json': plan.slice(0, at), 'good.txt': GOOD };
    const { code, out } = run(['cut.json', 'good.txt', '-g', 'ReadCallLog'], { files });
    expect(code).toBe(1);
    expect(out).toContain('cut.json:1:');
    expect(out).not.toMatch(/^fine|nothing excess/m);
  });

  it.each(places(grants))('grants in JSON at %i: exit code 2, and none is believed', (at) => {
    const files = { 'cut.json': grants.slice(0, at), 'good.txt': GOOD };
    const { code, text } = run(['good.txt', '-g', 'cut.json'], { files });
    expect(code).toBe(2);
    expect(text).toContain('cut.json:1:');
    expect(text).toContain('needs ReadCallLog, which is not among the grants that could be read');
    expect(text).not.toContain('error[missing-permission]');
  });
});

describe('what the file system refuses', () => {
  const files = nodeFiles(new URL('..', import.meta.url).pathname);
  const lost = (text: string) =>
    loadCalls([{ text, location: { file: 'c', line: 1, column: 1 } }], files).findings;
  it.each([
    ['a name too long', `./${'x'.repeat(5000)}.txt`],
    ['a name with NUL', 'a\0b.txt'],
    ['a pattern in a folder that is not there', 'no/such/folder/*.har'],
    ['a file below a file', 'package.json/plan.txt'],
  ])('%s is a finding', (_, text) => {
    expect(lost(text)).toMatchObject([{ check: 'unreadable-input' }]);
  });

  it('a pattern names links to files, and links to nothing are findings', () => {
    const folder = mkdtempSync(join(tmpdir(), 'permlint-'));
    writeFileSync(join(folder, 'plan.txt'), 'GET /a\n');
    symlinkSync(join(folder, 'plan.txt'), join(folder, 'link.txt'));
    symlinkSync(join(folder, 'gone'), join(folder, 'lost.txt'));
    symlinkSync(folder, join(folder, 'folder.txt'));
    expect(files.list(folder)).toEqual(['link.txt', 'lost.txt', 'plan.txt']);
    expect(lost(`${folder}/*.txt`)).toMatchObject([{ check: 'unreadable-input' }]);
    rmSync(folder, { recursive: true });
  });

  it('a list of grants longer than a name of a file may be is a list', () => {
    const names = Array.from({ length: 300 }, (_, n) => `Permission${n}`);
    expect(loadGrants(names.join(','), files).grants.map(({ name }) => name)).toEqual(names);
  });
});

describe('a control or bidi character never gets out raw', () => {
  const UNSAFE =
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/;
  const evil = '\u001b[2J\u202e\u0085\u200b';
  const files = {
    'good.txt': GOOD,
    [`${evil}.txt`]: 'GET\n',
    [`a${evil}/permlint.yaml`]:
      'version: 1\ncalls: [x]\nignore: [{ check: unknown-route, reason: x }]\n',
    'b/permlint.yaml': 'version: 1\ncalls: [x]\n',
    'm.yaml': `version: 1\napi: lab\npermissions: { A: A }\nroutes:\n  GET /a: ${JSON.stringify(`B${evil}`)}\n  "GET /${JSON.stringify(evil).slice(1, -1)}": A\n`,
    'p.yaml': `version: 1\n${JSON.stringify(evil)}: 1\ncalls: [${JSON.stringify(`GET /${evil}`)}]\n`,
    'g.yaml': `${JSON.stringify(evil)}: [A]\n`,
  };
  it.each([
    ['a word', [`x${evil}`]],
    ['an option', [`--x${evil}`]],
    ['a value of an option', ['good.txt', '-f', evil]],
    ['a name of a file', [`${evil}.txt`, '-g', 'none']],
    ['a name of a folder', []],
    ['names of folders, that are apps', ['-g', 'none']],
    ['an app', ['--app', evil]],
    ['a grant', ['good.txt', '-g', `A${evil}`]],
    ['a scheme of grants', ['good.txt', '-g', 'g.yaml']],
    ['a call', [`GET /v1.0/${evil}`, '-g', 'none']],
    ['a matrix', ['good.txt', '-m', 'm.yaml', '-g', 'none']],
    ['a rule pack', ['good.txt', '-m', evil, '-g', 'none']],
    ['a plan', ['p.yaml', '-g', 'none']],
    ['a thing to explain', ['explain', `x${evil}`]],
    ['a matrix to show', ['matrix', 'show', '-m', 'm.yaml']],
  ])('of %s', (_, argv) => {
    for (const format of argv[0] === 'explain' || argv[0] === 'matrix'
      ? ['']
      : ['text', 'json', 'oneline']) {
      const { out, err } = run(
        [...argv, ...(format && !argv.includes('-f') ? ['-f', format] : [])],
        { files },
      );
      expect(out + err).not.toBe('');
      expect(out + err).not.toMatch(UNSAFE);
    }
  });
});
