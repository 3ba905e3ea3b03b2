// Nothing secret or personal of a recording shows up in any output, whatever is done with the file.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { SECRETS } from '../fixtures/har/capture.mjs';
import { reporters } from '../src/reporters/index.js';
import { formatsOfFindings } from './reporters/kinds-of-formats.js';
import { type Machine, permlint } from './run.js';

const read = (name: string) =>
  readFileSync(new URL(`../fixtures/har/${name}`, import.meta.url), 'utf8');
const RECORDINGS: Record<string, string> = {
  'call-log.har': read('call-log.har'),
  'neighbours.har': read('neighbours.har'),
};
const NAMES = Object.keys(RECORDINGS);
const FORMATS = reporters.map(({ id }) => id);
const OF_FINDINGS = formatsOfFindings();
const server = ['--server', new URL(firstUrl()).origin];

function firstUrl(): string {
  return JSON.parse(RECORDINGS['call-log.har']!).log.entries[0].request.url;
}

/** Everything that a run says, and the secrets in it. */
function run(argv: readonly string[], machine: Machine = { files: RECORDINGS }) {
  const { out, err, written } = permlint(argv, machine);
  const said = [out, err, ...Object.values(written)].join('\n');
  return { said, shown: SECRETS.filter((secret: string) => said.includes(secret)) };
}

it('the recordings are full of secrets', () => {
  const all = Object.values(RECORDINGS).join('');
  expect(SECRETS.filter((secret: string) => all.includes(secret)).length).toBeGreaterThan(20);
});

describe.each(NAMES)('%s', (name) => {
  const commands = [
    { command: 'check', argv: ['-g', 'SMS'] },
    { command: 'check that lacks all', argv: ['-g', 'none'] },
    { command: 'audit', argv: [] },
    { command: 'calls', argv: ['calls'] },
  ];
  const rows = commands.flatMap((command) => FORMATS.map((format) => ({ ...command, format })));

  it.each(rows)('$command -f $format shows the calls, and no secret', ({ argv, format }) => {
    const command = [...argv, name, '-f', format];
    const seen = OF_FINDINGS.has(format) && !argv.includes('-g') ? '' : 'call';
    for (const flags of [[], ['--all', '-v'], ['-q'], ['--color', 'always']]) {
      const { said, shown } = run([...command, ...server, ...flags]);
      if (seen) expect(said).toMatch(/unknown-route|missing-permission|call-log/);
      expect(shown).toEqual([]);
      expect(run([...command, ...flags]).shown).toEqual([]);
    }
    const filed = run([...argv, name, '-f', `${format}:report`, ...server]);
    expect(filed).toMatchObject({ said: expect.stringContaining(seen), shown: [] });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('cut at place %i of ten', (place) => {
    const text = RECORDINGS[name]!;
    const cut = text.slice(0, Math.floor((text.length * place) / 10) - 5);
    for (const argv of [['calls'], ['-g', 'none'], ['--as', 'har'], ['--as', 'plan']]) {
      for (const format of place === 5 ? FORMATS : ['text', 'json']) {
        const command = [...argv, 'cut.har', '-f', format, '--all', '-v', ...server];
        const { said, shown } = run(command, { files: { 'cut.har': cut } });
        expect(said).toContain('cut.har');
        expect(shown).toEqual([]);
      }
    }
  });

  it('explained, call by call', () => {
    const { calls } = JSON.parse(
      permlint(['calls', name, '-f', 'json', ...server], { files: RECORDINGS }).out,
    );
    expect(calls.length).toBeGreaterThan(4);
    for (const { location, path } of calls) {
      const { said, shown } = run(['explain', `${name}:${location.line}`, '-g', 'none', ...server]);
      expect(said).toContain(path);
      expect(shown).toEqual([]);
    }
  });

  it.each([
    { as: 'a plan', argv: [name, '--as', 'plan'] },
    { as: 'a list of grants', argv: ['GET /v1.0/account/~/call-log', '-g', name] },
    { as: 'a config', argv: ['-c', name] },
    { as: 'a matrix', argv: ['-m', name, 'GET /v1.0/account/~/call-log'] },
    { as: 'a matrix to show', argv: ['matrix', 'show', '-m', name] },
  ])('taken for $as', ({ argv }) => {
    const { said, shown } = run(argv);
    expect(said).toContain(name);
    expect(shown).toEqual([]);
  });
});

describe('what a person gives', () => {
  const { headers, tokens } = secretsOfLogin();

  it.each(FORMATS)('a token response, -f %s', (format) => {
    const argv = ['GET /v1.0/account/~/call-log', '-g', '-', '-f', format, '-v'];
    const { said, shown } = run(argv, { stdin: tokens });
    // a plan says nothing of what is granted
    expect(said).toContain(format === 'plan' ? 'call-log' : 'ReadCallRecording');
    expect(shown).toEqual([]);
  });

  it.each([
    ['a token response, cut', tokens.slice(0, -20)],
    ['a token response in brackets', `[${tokens}]`],
    ['a token response twice', tokens + tokens],
    ['headers', headers],
  ])('%s as grants', (_, stdin) => {
    const { said, shown } = run(['GET /v1.0/account/~/call-log', '-g', '-'], { stdin });
    expect(said).toContain('unreadable-input');
    expect(shown).toEqual([]);
  });

  const url = 'https://FAKE-client-id:FAKE-client-secret@platform.ringcentral.com';
  const path =
    '/restapi/v1.0/account/~/call-log?access_token=FAKE-access-token&phoneNumber=2025550143';
  it.each([
    ['a call', ['calls', `GET ${url}${path}`]],
    ['a call that lacks a permission', ['-g', 'none', `GET ${url}${path}`]],
    ['a call that fits no route', ['-g', 'none', `GET ${url}/restapi/v1.0/lab${path}`]],
    ['a call of another host', ['-g', 'none', `GET ${url}.example${path}`]],
    ['a call without its method', [`${url}${path}`]],
    ['a call that cannot be read', [`GET ftp${url.slice(5)}${path}`]],
    ['a call in two words', ['GET', `${url}${path}`]],
    ['a plan', ['-g', 'none', 'plan.txt']],
    ['a plan in YAML', ['-g', 'none', 'plan.yaml']],
    ['a plan with a slip', ['-g', 'none', 'slip.yaml']],
    [
      'a server',
      ['GET /v1.0/account/~/call-log', '--server', `${url}/restapi?token=FAKE-access-token`],
    ],
    ['a server with a slip', ['GET /v1.0/lab', '--server', `htps${url.slice(5)}`]],
  ])('%s: no user-info and no query', (_, argv) => {
    const files = {
      'plan.txt': `GET ${url}${path}\n`,
      'plan.yaml': `version: 1\ncalls:\n  - GET ${url}${path}\n`,
      'slip.yaml': `version: 1\ncalls:\n  - G-T ${url}${path}\n  - ${url}${path}\n`,
    };
    for (const format of FORMATS) {
      const { said, shown } = run([...argv, '-f', format, '--all', '-v'], { files });
      expect(said).not.toBe('');
      expect(shown).toEqual([]);
    }
  });

  it.each([
    ['a call', `GET ${url}${path}`],
    ['a call that cannot be read', `GET ftp${url.slice(5)}${path}`],
    ['a call without its method', `${url}${path}`],
  ])('explain %s: no user-info and no query', (_, thing) => {
    const { said, shown } = run(['explain', thing, '-g', 'none']);
    expect(said).not.toBe('');
    expect(shown).toEqual([]);
  });
});

/** The request headers and the answer of the first login of a recording. */
function secretsOfLogin(): { headers: string; tokens: string } {
  const [{ request, response }] = JSON.parse(RECORDINGS['neighbours.har']!).log.entries;
  const lines = request.headers.map((h: Record<string, string>) => `${h.name}: ${h.value}`);
  return { headers: lines.join('\n'), tokens: response.content.text };
}
