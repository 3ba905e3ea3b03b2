// How a run ends: 0 nothing at the threshold, 1 findings, 2 not judged; 2 wins over 1, the format has no say.
import { describe, expect, it } from 'vitest';
import { reporters } from '../src/reporters/index.js';
import { permlint } from './run.js';

const LOG = 'GET /v1.0/account/~/call-log';
const RECORDING = 'GET /v1.0/account/~/recording/{}';
const NO_ROUTE = 'GET /v1.0/account/~/call-logs';
const NO_METHOD = 'DELETE /v1.0/account/~/call-log';
const UNRESOLVED = 'GET {}';
const BOTH = 'ReadCallLog,ReadCallRecording';

const entry = (url: string) => ({ request: { method: 'GET', url } });
const har = (...urls: string[]) => JSON.stringify({ log: { entries: urls.map(entry) } });
const API = 'https://platform.ringcentral.com/restapi/v1.0/account/~';
const config = (rest: string) => `version: 1\n${rest}\n`;

const FILES = {
  'plan.txt': `${LOG}\n`,
  'slip.txt': `${LOG}\nGET\n`,
  'empty.txt': '',
  'notes.txt': 'buy milk\n',
  'binary.har': new Uint8Array([123, 0, 1]),
  'locked.txt': { error: 'EACCES' },
  'log.har': har(`${API}/call-log`),
  'elsewhere.har': har('https://example.org/call-log'),
  'local.har': har('http://127.0.0.1:8080/restapi/v1.0/account/~/call-log'),
  'nothing.har': har(),
  'cut.har': har(`${API}/call-log`).slice(0, -4),
  'malformed.har': '{ "log": { "entries": [{ "request": {} }] } }',
  'token.json': '{ "scope": "ReadCallLog" }',
  'no-scope.json': '{ "access_token": "x" }',
  'empty.json': '',
  'faulty.yaml': 'version: 1\napi: lab\nroutes:\n  GET /lab: NotDeclared\n',
  'unknown.yaml': 'version: 1\napi: lab\npermissions: { A: A }\nroutes:\n  GET /lab: unknown\n',
  'good.yaml': config(`calls: [${JSON.stringify(LOG)}]\ngrants: [ReadCallLog]`),
  'missing.yaml': config(`calls: [${JSON.stringify(LOG)}]\ngrants: []`),
  'audit.yaml': config(`calls: [${JSON.stringify(LOG)}]`),
  'lost.yaml': config(`calls: [${JSON.stringify(LOG)}, gone.txt]\ngrants: [ReadCallLog]`),
  'nothing.yaml': 'version: 1\ncalls: []\n',
  'docs/a.md': 'GET /v1.0/account/~/call-log\n',
  'nothing-audit.yaml': config('calls: [docs, nothing.yaml]'),
  'broken.yaml': config('cals: [plan.txt]'),
};

interface Row {
  readonly title: string;
  readonly argv: readonly string[];
  readonly code: 0 | 1 | 2;
  readonly stdin?: string;
}
const row = (title: string, argv: readonly string[], code: Row['code'], stdin?: string): Row => ({
  ...{ title, argv, code },
  ...(stdin !== undefined && { stdin }),
});
const end = ({ argv, stdin }: Row, more: readonly string[] = []) =>
  permlint([...argv, ...more], { files: FILES, stdin });

const JUDGED: Record<string, readonly Row[]> = {
  findings: [
    row('exactly what is needed', [LOG, '-g', 'ReadCallLog'], 0),
    row('missing', [LOG, '-g', 'none'], 1),
    row('missing, the grants an empty word', [LOG, '-g', ''], 1),
    row('excess', [LOG, '-g', BOTH], 1),
    row('missing and excess', [LOG, '-g', 'ReadMessages'], 1),
    row('no route: a warning', [LOG, NO_ROUTE, '-g', 'ReadCallLog'], 0),
    row('no such method: a warning', [LOG, NO_METHOD, '-g', 'ReadCallLog'], 0),
    row('unresolved: a note', [LOG, UNRESOLVED, '-g', 'ReadCallLog'], 0),
    row('a granted name of no matrix: a warning', [LOG, '-g', 'ReadCallLog,ReadCalLog'], 0),
  ],
  'a part and a whole': [
    row('excess of a recording', ['log.har', '-g', BOTH], 0),
    row('missing from a recording', ['log.har', '-g', 'none'], 1),
    row('excess of a recording and a plan', ['log.har', 'plan.txt', '-g', BOTH], 1),
    row('excess with --partial', [LOG, '-g', BOTH, '--partial'], 0),
    row('missing with --partial', [RECORDING, '-g', 'ReadCallLog', '--partial'], 1),
  ],
  'an audit': [
    row('nothing is granted or not', [LOG], 0),
    row('without a route', [NO_ROUTE], 0),
    row('of a config', ['-c', 'audit.yaml'], 0),
    row('with --require-grants', [LOG, '--require-grants'], 2),
    row('of a config with --require-grants', ['-c', 'audit.yaml', '--require-grants'], 2),
    row('and grants with --require-grants', [LOG, '-g', 'ReadCallLog', '--require-grants'], 0),
    row('and no grants with --require-grants', [LOG, '-g', 'none', '--require-grants'], 1),
  ],
  'some input lost': [
    row('an empty file', ['plan.txt', 'empty.txt', '-g', 'ReadCallLog'], 1),
    row('a line that is no call', ['slip.txt', '-g', 'ReadCallLog'], 1),
    row('a recording cut short', ['plan.txt', 'cut.har', '-g', 'ReadCallLog'], 1),
    row('a bad entry', ['plan.txt', 'malformed.har', '-g', 'ReadCallLog'], 1),
    row('no permission to read', ['plan.txt', 'locked.txt', '-g', 'ReadCallLog'], 1),
    row('an item of the config', ['-c', 'lost.yaml'], 1),
    row('in an audit', ['plan.txt', 'cut.har'], 1),
    row('and --fail-on never', ['plan.txt', 'cut.har', '--fail-on', 'never'], 1),
    row('in calls', ['calls', 'plan.txt', 'cut.har'], 1),
  ],
  'no input readable': [
    row('an empty file', ['empty.txt', '-g', 'ReadCallLog'], 2),
    row('a text that is none', ['notes.txt', '-g', 'ReadCallLog'], 2),
    row('a binary file', ['binary.har', '-g', 'ReadCallLog'], 2),
    row('a recording cut short', ['cut.har', '-g', 'ReadCallLog'], 2),
    row('no permission to read', ['locked.txt', '-g', 'ReadCallLog'], 2),
    row('empty standard input', ['-', '-g', 'ReadCallLog'], 2, ''),
    row('in an audit', ['cut.har'], 2),
    row('standard input that is a plan', ['-', '-g', 'ReadCallLog'], 0, LOG),
  ],
  'grants given, not one call': [
    row('a recording of others', ['elsewhere.har', '-g', 'ReadCallLog'], 2),
    row('a recording of nothing', ['nothing.har', '-g', 'none'], 2),
    row('a server not named', ['local.har', '-g', 'ReadCallLog'], 2),
    row(
      'a server named',
      ['local.har', '-g', 'ReadCallLog', '--server', 'http://127.0.0.1:8080/restapi'],
      0,
    ),
    row('another port', ['local.har', '-g', 'ReadCallLog', '--server', 'http://127.0.0.1:80'], 2),
    row('of others and one', ['elsewhere.har', 'log.har', '-g', 'ReadCallLog'], 0),
    row('a plan of nothing', ['nothing.yaml', '-g', 'none'], 2),
    row('a folder of files that are not read', ['docs', '-g', 'none'], 2),
  ],
  'not one call, in an audit': [
    row('a recording of others', ['elsewhere.har'], 2),
    row('a recording of nothing', ['nothing.har'], 2),
    row('a plan of nothing', ['nothing.yaml'], 2),
    row('a folder of files that are not read', ['docs'], 2),
    row('of a config', ['-c', 'nothing-audit.yaml'], 2),
    row('with --fail-on never', ['nothing.yaml', '--fail-on', 'never'], 2),
    row('the calls alone', ['calls', 'nothing.yaml'], 0),
  ],
  'grants that cannot be read': [
    row('a token response', [LOG, '-g', 'token.json'], 0),
    row('no such file', [LOG, '-g', 'gone.json'], 2),
    row('a response without scope', [LOG, '-g', 'no-scope.json'], 2),
    row('an empty file', [LOG, '-g', 'empty.json'], 2),
    row('empty standard input', [LOG, '-g', '-'], 2, ''),
    row('a token response on standard input', [LOG, '-g', '-'], 0, '{ "scope": "ReadCallLog" }'),
    row('a list of maps', [LOG, '-g', '-'], 2, '[{ "name": "ReadCallLog" }]'),
  ],
  'a matrix': [
    row('that is not there', [LOG, '-m', 'gone.yaml', '-g', 'none'], 2),
    row('with a fault', ['GET /lab', '-m', 'faulty.yaml', '-g', 'none'], 2),
    row('with a fault, in an audit', ['GET /lab', '-m', 'faulty.yaml'], 2),
    row('that does not know', ['GET /lab', '-m', 'unknown.yaml', '-g', 'A'], 0),
    row(
      'with a fault, beside a good one',
      [LOG, '-m', 'ringcentral', '-m', 'faulty.yaml', '-g', 'none'],
      2,
    ),
  ],
  'a config': [
    row('that fits', ['-c', 'good.yaml'], 0),
    row('that lacks', ['-c', 'missing.yaml'], 1),
    row('whose grants the command line replaces', ['-c', 'missing.yaml', '-g', 'ReadCallLog'], 0),
    row('that is not there', ['-c', 'gone.yaml'], 2),
    row('with a slip', ['-c', 'broken.yaml', LOG, '-g', 'none'], 2),
    row('not wanted', ['--no-config', LOG, '-g', 'none'], 1),
  ],
  '2 wins over 1': [
    row(
      'missing, and a matrix with a fault',
      [LOG, '-m', 'ringcentral', '-m', 'gone.yaml', '-g', 'none'],
      2,
    ),
    row('missing, and grants not readable', [LOG, '-g', 'no-scope.json', '--fail-on', 'note'], 2),
    row('lost input, and not one call', ['elsewhere.har', 'cut.har', '-g', 'none'], 2),
    row('lost input, and --require-grants', ['plan.txt', 'cut.har', '--require-grants'], 2),
    row('--fail-on never', ['cut.har', '-g', 'none', '--fail-on', 'never'], 2),
  ],
};

describe.each(Object.entries(JUDGED))('%s', (_, rows) => {
  it.each(rows)('$title: $code', (given) => {
    const { code, out, err } = end(given);
    expect(code).toBe(given.code);
    expect(out + err).not.toMatch(/\n {4}at |undefined|\[object/);
    if (given.code === 0 && !given.argv.includes('calls')) expect(out).not.toMatch(/^error/m);
    if (given.code === 2) expect(out + err).toMatch(/^(error\[|permlint: )/m);
    if (given.code > 0) expect(out).not.toMatch(/^fine/m);
  });

  it.each(rows)('$title: $code in every format', (given) => {
    const formats = reporters.flatMap(({ id }) => [
      ['-f', id],
      ['-f', `${id}:report`],
    ]);
    for (const format of [...formats, ['-q'], ['-v'], ['--all'], ['--color', 'always']])
      expect(end(given, format).code).toBe(given.code);
  });
});

describe('--fail-on', () => {
  it.each([
    { found: 'nothing', argv: [LOG, '-g', 'ReadCallLog'], error: 0, warning: 0, note: 0, never: 0 },
    { found: 'an error', argv: [LOG, '-g', 'none'], error: 1, warning: 1, note: 1, never: 0 },
    { found: 'a warning', argv: ['log.har', '-g', BOTH], error: 0, warning: 1, note: 1, never: 0 },
    {
      found: 'a note',
      argv: [LOG, UNRESOLVED, '-g', 'ReadCallLog'],
      error: 0,
      warning: 0,
      note: 1,
      never: 0,
    },
    { found: 'a warning in an audit', argv: [NO_ROUTE], error: 0, warning: 1, note: 1, never: 0 },
    {
      found: 'lost input',
      argv: ['slip.txt', '-g', 'ReadCallLog'],
      error: 1,
      warning: 1,
      note: 1,
      never: 1,
    },
  ])('with $found: $error, $warning, $note, $never', ({ argv, found, ...codes }) => {
    expect(permlint(argv, { files: FILES }).code).toBe(codes.error);
    for (const [threshold, code] of Object.entries(codes))
      expect(permlint([...argv, '--fail-on', threshold], { files: FILES }).code).toBe(code);
  });
});

it('a recording cut short does not make the others the whole app', () => {
  const { out } = end(row('', ['cut.har', 'log.har', '-g', 'ReadCallLog'], 1));
  expect(out.replace(/\s+/g, ' ')).toContain('the calls are only part of the app');
  expect(out).not.toContain('nothing excess');
});
