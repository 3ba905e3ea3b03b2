// Bad input of every kind, as each kind of input: a clear message with its place, no stack trace, the rest is judged.
import { describe, expect, it } from 'vitest';
import { permlint } from './run.js';

const bytes = (...values: number[]) => Uint8Array.from(values);
const bomb = (): string => {
  const names = [...'abcdefghijkl'];
  const lines = names.map(
    (name, i) => `${name}: &${name} [${Array(10).fill(i === 0 ? 'x' : `*${names[i - 1]}`)}]`,
  );
  return `version: 1\n${lines.join('\n')}\ncalls: *l\n`;
};

/** What is wrong -> the file, and where and how the message says so. */
const BAD = {
  empty: ['', '1:1', 'it is empty'],
  'only a comment': ['# nothing\n', '1:1', /empty|no known kind/],
  binary: [bytes(0x50, 0x4b, 3, 4, 0, 0, 0xff), '1:1', 'a binary file'],
  'not UTF-8': [bytes(0x47, 0x45, 0x54, 0x20, 0x2f, 0xff, 0x0a), '1:1', 'not valid UTF-8'],
  'without read permission': [{ error: 'EACCES' }, '1:1', 'no permission to read it'],
  'a device that fails': [{ error: 'EIO' }, '1:1', 'the system says EIO'],
  'truncated JSON': ['{"version": 1, "calls": ["GET /a"', '1:34', /end with a|error here/],
  'indented with a tab': ['version: 1\ncalls:\n\t- GET /a\n', '3:1', /a tab indents|error here/],
  'an anchor that expands to billions': [bomb(), '5:29', /anchors of this file repeat|error here/],
  'nested above 100 levels': [
    `version: 1\ncalls: ${'['.repeat(101)}`,
    '2:108',
    /nested deeper|error here/,
  ],
  'more than 16 MB of YAML': [
    `version: 1\ncalls:\n${'  - GET /a\n'.repeat(1_600_000)}`,
    '1:1',
    /at most 16 MB|error here/,
  ],
  'a key __proto__': [
    'version: 1\n__proto__: { calls: [] }\ncalls: []\n',
    '2:1',
    /__proto__ is not allowed|error here/,
  ],
  'two documents': [
    'version: 1\ncalls: []\n---\nversion: 1\n',
    '3:1',
    /one file holds one document|error here/,
  ],
} as const;
const ROWS = Object.entries(BAD) as [string, readonly [never, string, string | RegExp]][];

const GOOD = 'GET /v1.0/account/~/call-log';
const judged = 'error[missing-permission]: 1 call needs ReadCallLog';

function run(argv: readonly string[], file: never) {
  const { code, out, err } = permlint(argv, {
    files: { 'bad.yaml': file, 'good.txt': `${GOOD}\n` },
  });
  expect(out + err).not.toMatch(/\n\s+at |TypeError|RangeError|undefined|\[object/);
  return { code, out, err };
}

describe('as calls', () => {
  it.each(ROWS)('%s: told, and the other calls are judged', (_, [file, place, message]) => {
    const { code, out } = run(['bad.yaml', 'good.txt', '-g', 'none'], file);
    expect(out).toContain(`bad.yaml:${place}`);
    expect(out.replace(/\s+/g, ' ')).toMatch(message);
    expect(out).toContain(judged);
    expect(code).toBe(1);
  });
  it.each(ROWS)('%s alone: nothing else can be judged', (what, [file]) => {
    const some = /truncated|tab/.test(what); // one call of these can be read
    expect(run(['bad.yaml', '-g', 'none'], file).code).toBe(some ? 1 : 2);
    expect(run(['calls', 'bad.yaml'], file).code).toBe(some ? 1 : 2);
  });
});

describe.each([
  ['as a matrix', ['-m', 'ringcentral', '-m', 'bad.yaml', '-g', 'none', 'good.txt'], true],
  ['as a config', ['-c', 'bad.yaml', '-g', 'none', 'good.txt'], true],
  ['as grants', ['-g', 'bad.yaml', 'good.txt'], false],
] as const)('%s', (_, argv, same) => {
  const rows = ROWS.filter(([what]) => same || what !== 'two documents');
  it.each(rows)('%s: exit code 2, and the rest is judged', (what, [file, place, message]) => {
    const { code, out } = run(argv, file);
    expect(code).toBe(2);
    expect(out).toContain('error[unreadable-input]');
    if (what !== 'only a comment') {
      expect(out).toContain(`bad.yaml:${place}`);
      expect(out.replace(/\s+/g, ' ')).toMatch(message);
    }
    // of grants that could not be read, one may be what is needed
    expect(out).toContain(same ? judged : judged.replace('error', 'warning'));
  });
});

describe('what is no fault', () => {
  it.each([
    ['a byte order mark', `\ufeffversion: 1\ncalls:\n  - ${GOOD}\n`],
    ['CRLF', `version: 1\r\ncalls:\r\n  - ${GOOD}\r\n`],
    ['both, as lines', `\ufeff# calls\r\n${GOOD}\r\n`],
  ])('%s', (_, text) => {
    expect(permlint(['plan', '-g', 'ReadCallLog'], { files: { plan: text } }).code).toBe(0);
  });
});

describe('a path that is none', () => {
  it.each([
    [['absent.yaml', '-g', 'none'], /"absent.yaml" is no command, no file/],
    [['-c', 'absent.yaml', 'good.txt'], /absent.yaml cannot be read: no such file/],
    [['-m', 'absent.yaml', 'good.txt'], /absent.yaml cannot be read: no such file/],
    [['-g', 'absent.yaml', 'good.txt'], /absent.yaml cannot be read: no such file/],
    [['-c', 'folder', 'good.txt'], /folder cannot be read: a folder, where a file is needed/],
    [['-m', './folder', 'good.txt'], /folder cannot be read: a folder, where a file is needed/],
    [['-g', './folder', 'good.txt'], /folder cannot be read: a folder, where a file is needed/],
  ])('%j', (argv, message) => {
    const files = { 'good.txt': GOOD, 'folder/plan.txt': GOOD };
    const { code, out, err } = permlint(argv, { files });
    expect(code).toBe(2);
    expect((out + err).replace(/\s+/g, ' ')).toMatch(message);
  });
  it('leaves nothing to say of what is missing where no matrix can be used', () => {
    const argv = ['-m', 'absent.yaml', '-g', 'none', GOOD];
    expect(permlint(argv).out).not.toContain('nothing missing');
  });
  it('in the calls of a config is told, and the rest is judged', () => {
    const config = 'version: 1\ncalls: [absent.txt, good.txt, "*.har"]\ngrants: []\n';
    const { code, out } = permlint([], { files: { 'permlint.yaml': config, 'good.txt': GOOD } });
    expect(out).toContain('absent.txt cannot be read: no such file');
    expect(out).toContain('no file fits *.har');
    expect(out).toContain(judged);
    expect(code).toBe(1);
  });
});

const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/;

describe('text that would steer a terminal', () => {
  const evil = '\u001b[2J\u202e\u0007\u200b';
  it.each(['text', 'json', 'oneline'])('is shown escaped in %s', (format) => {
    const matrix = `version: 1\napi: x\ntitle: "T${JSON.stringify(evil).slice(1, -1)}"\npermissions: { A: "P${JSON.stringify(evil).slice(1, -1)}" }\nroutes:\n  GET /a: A\n`;
    const files = { 'm.yaml': matrix, [`p${evil}.txt`]: 'GET /a\nGET /b\n' };
    const { out, err } = permlint([`p${evil}.txt`, '-m', 'm.yaml', '-g', 'none', '-f', format], {
      files,
    });
    expect(out).toContain('\\u202e');
    expect(out + err).not.toMatch(UNSAFE);
  });
});
