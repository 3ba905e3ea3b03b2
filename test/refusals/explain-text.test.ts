// permlint explain FILE: what is refused, what it never repeats, and how it ends.
import { describe, expect, it } from 'vitest';
import { permlint } from '../run.js';

const message =
  'In order to call this API endpoint, application needs to have [ReadCallLog] permission';
const body = `{"errorCode":"CMN-401","message":"${message}"}`;
const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
const end = (text: string | Uint8Array, ...argv: string[]) =>
  permlint(['explain', 'a.log', ...argv], { files: { 'a.log': text } });

describe('an input that is lost', () => {
  it.each([
    ['UTF-16', utf16(body), 'UTF-16 text, where UTF-8 is needed'],
    ['binary', new Uint8Array([1, 0, 2]), 'a binary file'],
    ['too large', new Uint8Array(64 * 1024 * 1024 + 1), 'too large: at most 64 MB is read'],
    ['empty', '', 'holds no refusal, looked for were the codes'],
    ['other text', 'all is well', 'holds no refusal'],
    ['another 403', 'a\nHTTP/1.1 403\n', 'a 403 stands in line 2'],
  ])('%s', (_, text, expected) => {
    const { code, out, err } = end(text);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(expected);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
  it('says so where the calls cannot be read, and explains the rest', () => {
    const { code, out } = permlint(['explain', 'a.log', 'broken.txt'], {
      files: { 'a.log': body, 'broken.txt': 'GET' },
    });
    expect(code).toBe(1);
    expect(out).toContain('the app lacks ReadCallLog');
  });
});

it('a byte that is no UTF-8 costs nothing else', () => {
  const bytes = new Uint8Array([0x61, 0xe4, 0x62, ...Buffer.from(body)]);
  expect(end(bytes).out).toContain('403 CMN-401: the app lacks ReadCallLog');
});

it('standard input is read once', () => {
  for (const argv of [
    ['explain', '-', '-'],
    ['explain', '-', '-g', '-'],
  ])
    expect(permlint(argv, { stdin: body })).toMatchObject({ code: 2, out: '' });
});

it('a file that has the name of a check or holds no refusal hides no other meaning', () => {
  const files = { 'missing-permission': body, 'plan.txt': 'GET /v1.0/account/~/call-log\n' };
  expect(permlint(['explain', 'missing-permission'], { files }).out).toContain('Reported:');
  expect(permlint(['explain', 'plan.txt:1'], { files }).out).toContain('ReadCallLog');
});

it('repeats nothing secret or personal that stands beside a refusal', () => {
  const secrets = ['eyJhbGciOiJIUzI1NiJ9', 'hunter2', '400130761008', 'jo@example.org', 'Zq8x'];
  const text = [
    'POST /restapi/v1.0/account/400130761008/extension/400130761008/lab/Zq8x?access_token=hunter2',
    'Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.x Cookie: a=hunter2',
    `{"user":"jo@example.org","password":"hunter2",${body.slice(1)} HTTP/1.1 403`,
    'GET https://jo@example.org:hunter2@platform.ringcentral.com/restapi/v1.0/account/400130761008/call-log',
    `HTTP/1.1 403\n${body} [eyJhbGciOiJIUzI1NiJ9.x] permission required \u001b]0;x\u0007\u202e`,
  ].join('\n');
  const { out, err } = end(text);
  expect(out).toContain('ReadCallLog');
  for (const secret of secrets) expect(out + err).not.toContain(secret);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

it('a list of several apps is explained once, granted per app', () => {
  const config =
    'version: 1\napps:\n  one: { calls: [p.txt], grants: [ReadCallLog] }\n  two: { calls: [p.txt], grants: [] }\n';
  const files = {
    'a.log': body,
    'permlint.yaml': config,
    'p.txt': 'GET /v1.0/account/~/call-log\n',
  };
  const { out } = permlint(['explain', 'a.log'], { files });
  expect(out.match(/CMN-401/g)).toHaveLength(1);
  expect(out).toMatch(/one: yes, declared.*two: no/s);
});
