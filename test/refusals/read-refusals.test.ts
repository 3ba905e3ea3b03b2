// Text with refusals -> what is read of them, in every form that bodies reach a person in; and what must never be read.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveForms } from '../../src/explain/refusals/derive-forms.js';
import { readRefusals } from '../../src/explain/refusals/read-refusals.js';
import { predictRefusal } from '../../src/judge/predict-refusal.js';
import { mergeMatrices } from '../../src/matrix/merge.js';
import { readMatrix } from '../../src/matrix/read-matrix.js';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const seed = readMatrix(read('permissions.yaml'), 'permissions.yaml').value!;
const pack = readMatrix(read('rules/ringcentral.yaml'), 'rules/ringcentral.yaml').value!;
const formsOf = (...matrices: (typeof seed)[]) =>
  mergeMatrices(matrices).map((api) => ({
    api: api.name,
    forms: deriveForms(api),
    names: new Map(
      api.permissions.flatMap(({ name, title }) => [
        [title.toLowerCase(), name] as const,
        [name, name] as const,
      ]),
    ),
  }));
const FORMS = formsOf(pack, seed);

/** The refusals of a text in short: code, scheme of the code and of the wording, names, how often. */
const short = (text: string, forms = FORMS) =>
  readRefusals(text, forms).groups.map(({ refusal: r, count }) =>
    [
      r.code,
      r.codeScheme,
      r.wordingScheme,
      r.permissions.map((p) => p.join('+')).join('|'),
      count,
    ].join(' '),
  );

const message = (name: string) =>
  `In order to call this API endpoint, application needs to have [${name}] permission`;
const body = (name: string) => ({
  errorCode: 'InsufficientPermissions',
  message: message(name),
  errors: [{ errorCode: 'CMN-401', message: message(name), permissionName: name }],
  permissionName: name,
});
const A = JSON.stringify(body('ReadCallRecording'));
const READ = 'CMN-401 app app ReadCallRecording';
const pretty = (name: string) => JSON.stringify(body(name), null, 2);
const prefixed = (text: string, prefix: string) =>
  text
    .split('\n')
    .map((line) => prefix + line)
    .join('\n');
const asXml = '<error><errorCode>CMN-401</errorCode><permissionName>SMS</permissionName></error>';

describe('one refusal', () => {
  it.each([
    ['one line', A],
    ['printed', pretty('ReadCallRecording')],
    [
      'printed with tabs and CRLF',
      JSON.stringify(body('ReadCallRecording'), null, '\t').replaceAll('\n', '\r\n'),
    ],
    ['escaped once', JSON.stringify({ level: 'error', msg: `failed: ${A}` })],
    ['escaped twice', JSON.stringify({ log: JSON.stringify({ msg: `failed: ${A}` }) })],
    ['escaped three times', JSON.stringify(JSON.stringify(JSON.stringify({ msg: A })))],
    ['printed, then escaped', JSON.stringify({ msg: pretty('ReadCallRecording') })],
    ['brackets as code points', A.replaceAll('[', '\\u005b').replaceAll(']', '\\u005d')],
    ['in HTML', A.replaceAll('"', '&quot;')],
    [
      'coloured',
      `\u001b[31mERROR\u001b[0m ${A.replace('CMN', '\u001b[1mCMN').replace('401', '401\u001b[22m')}`,
    ],
    ['behind the prefix of a container', prefixed(pretty('ReadCallRecording'), 'web_1  | ')],
    [
      'behind a timestamp on each line',
      prefixed(pretty('ReadCallRecording'), '2026-11-20T10:00:00.000Z '),
    ],
    ['by its title', A.replaceAll('ReadCallRecording', 'Read Call Recording')],
    [
      'in other case',
      A.replaceAll('CMN', 'cmn').replaceAll('application needs', 'APPLICATION  needs'),
    ],
    ['a dump', `GET /x HTTP/1.1\r\n\r\nHTTP/1.1 403 Forbidden\r\nA: b\r\n\r\n${A}`],
    [
      'announced by its message',
      `ApiError: ${message('ReadCallRecording')}\n    at a (b.js:1:2)\n    at c (d.js:3:4)\n${A}`,
    ],
    ['deep in an object', `{"a":{"b":[{"c":${A}}]},"status":403}`],
    ['bytes of Python', `b'${A}'`],
  ])('%s', (_, text) => {
    expect(short(text)).toEqual([`${READ} 1`]);
    expect(short(`\n\nsome text\n${text}\nmore text\n`)).toEqual([`${READ} 1`]);
  });

  it.each([
    ['ApiError', `ApiError: ${message('SMS')}\n    at send (/app/x.js:1:2)`, ' app SMS 1'],
    ['ApiException', `ApiException: HTTP error code 403: ${message('SMS')}`, ' app SMS 1'],
    ['wrapped at 80 columns', message('SMS').replace('needs to', 'needs\n   to'), ' app SMS 1'],
    [
      'toString of Java',
      `Error(errorCode=CMN-408, message=x, permissionName=Owner)`,
      'CMN-408 user  Owner 1',
    ],
    ['inspect of Ruby', `{"errorCode"=>"CMN-401", "permissionName"=>"SMS"}`, 'CMN-401 app  SMS 1'],
    [
      'print_r of PHP',
      `[errorCode] => CMN-401\n    [permissionName] => SMS\n`,
      'CMN-401 app  SMS 1',
    ],
    [
      'var_dump of PHP',
      `["errorCode"]=>\n  string(7) "CMN-401"\n  ["permissionName"]=>\n  string(3) "SMS"`,
      'CMN-401 app  SMS 1',
    ],
    ['XML', asXml, 'CMN-401 app  SMS 1'],
    [
      'pair, name first',
      '{"errors":[{"errorCode":"CMN-401","parameters":[{"parameterName":"permissionName","parameterValue":"SMS"}]}]}',
      'CMN-401 app  SMS 1',
    ],
    [
      'pair, value first',
      '{"error":"invalid_client","parameters":[{"parameterValue":"SMS","parameterName":"permissionName"}]}',
      'invalid_client app  SMS 1',
    ],
    [
      'list',
      'one of the following permissions [A1, B1] have to be granted to the authorized user',
      ' user A1|B1 1',
    ],
    ['code alone', '{"errorCode":"CMN-401","message":"übersetzt"}', 'CMN-401 app   1'],
    ['no name', '{"errorCode":"CMN-401","permissionName":null}', 'CMN-401 app   1'],
    [
      'code and wording disagree',
      `{"errorCode":"CMN-408","message":"${message('SMS')}"}`,
      'CMN-408 user app SMS 1',
    ],
  ])('%s', (_, text, expected) => {
    expect(short(text).map((line) => line.trim())).toEqual([expected.trim()]);
  });
});

describe('several refusals', () => {
  const B = JSON.stringify(body('SMS'));
  const SMS = 'CMN-401 app app SMS';
  it.each([
    ['lines', `${A}\n${A}\n${B}\n`, [`${READ} 2`, `${SMS} 1`]],
    ['printed one after another', `${pretty('SMS')}\n${pretty('SMS')}\n`, [`${SMS} 2`]],
    ['an array', `[${A},${B},${A}]`, [`${READ} 2`, `${SMS} 1`]],
    ['on one line', `${A} ${A} ${B}`, [`${READ} 2`, `${SMS} 1`]],
    ['messages', `e: ${message('SMS')}\ne: ${message('SMS')}\n`, [' app SMS 2'.trim()]],
    ['a body cut off, then another', `x ${A.slice(0, 200)}\nx ${B}\n`, [`${READ} 1`, `${SMS} 1`]],
    [
      'two permissions in one body',
      JSON.stringify({ ...body('SMS'), errors: [...body('SMS').errors, ...body('Faxes').errors] }),
      [`${SMS} 1`, 'CMN-401 app app Faxes 1'],
    ],
  ])('%s', (_, text, expected) => {
    expect(
      short(text)
        .map((line) => line.trim())
        .sort(),
    ).toEqual([...expected].sort());
  });
});

describe('never', () => {
  it('takes the beginning of a name for a name, wherever a body is cut off', () => {
    for (let end = 0; end <= A.length; end++)
      for (const text of [A.slice(0, end), `${A.slice(0, end)}\n`, JSON.stringify(A).slice(0, end)])
        for (const { refusal } of readRefusals(text, FORMS).groups)
          expect(['', 'ReadCallRecording']).toContain(refusal.permissions.flat().join());
  });
  it.each([
    ['a token', '[eyJhbGciOiJIUzI1NiJ9.c2VjcmV0] permission required'],
    ['an address', '[jo@example.org] permission required'],
    ['a number', '[16505550100] permission required'],
    ['a sentence', '[the one that you know] permission required'],
    ['control characters', '[Read\u202eCall] permission required'],
  ])('repeats %s in the place of a name', (_, text) => {
    const { groups } = readRefusals(text, FORMS);
    expect(groups).toMatchObject([{ refusal: { permissions: [], concealed: true } }]);
  });
  it.each([
    ['a field alone', '{"permissionName":"SMS"}'],
    ['part of a code', 'XCMN-401 CMN-4012'],
    ['nothing', ''],
    ['keys of objects', '{"__proto__":{"constructor":"toString"}}'],
  ])('takes %s for a refusal', (_, text) => {
    expect(readRefusals(text, FORMS).groups).toEqual([]);
  });
});

describe('for all inputs', () => {
  const name = fc.stringMatching(/^[A-Z][a-z]{2,9}[A-Z][a-z]{2,9}$/);
  it('what is predicted can be read', () => {
    fc.assert(
      fc.property(name, fc.nat(3), fc.nat(3), (permission, indent, escapes) => {
        const { body: predicted } = predictRefusal(seed.refusal, permission)!;
        let text = JSON.stringify(predicted, null, indent);
        for (let i = 0; i < escapes; i++) text = JSON.stringify({ msg: `x ${text}` });
        expect(short(text, formsOf(seed))).toEqual([`CMN-401 app app ${permission} 1`]);
      }),
    );
  });
  it('a log counts each of its lines', () => {
    const line = fc.record({ permission: name, escaped: fc.boolean(), noise: fc.nat(80) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const text = lines
          .map(({ permission, escaped, noise }) => {
            const one = JSON.stringify(body(permission));
            return `${'INFO ok\n'.repeat(noise)}ERROR ${escaped ? JSON.stringify(one) : one}\n`;
          })
          .join('');
        const { groups } = readRefusals(text, FORMS);
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length);
        const places = text.split('\n').flatMap((l, i) => (l.startsWith('ERROR') ? [i + 1] : []));
        expect(groups[0]!.refusal.line).toBe(places[0]);
      }),
      { numRuns: 50 },
    );
  });
  it('no text throws', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      '\n',
      'CMN-401',
      '"permissionName":',
      ' permission required',
      '[SMS]',
      message('X'),
      'GET /restapi/v1.0/',
      '403',
      "method: 'GET'",
      'url: /a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        readRefusals(pieces.join(''), FORMS);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the request', () => {
  const request = (text: string) =>
    readRefusals(text, FORMS).groups.flatMap(({ requests }) =>
      requests.map(({ method, target, line, sure }) => `${method} ${target} ${line} ${sure}`),
    );
  it.each([
    ['on the line', `GET /a/b -> ${A}`, ['GET /a/b 1 true']],
    ['after the body on the line', `${A} GET /a/b`, ['GET /a/b 1 true']],
    [
      'in the record',
      `{"method":"post","url":"https://h.example/a?x=1","err":${A}}`,
      ['POST https://h.example/a?x=1 1 true'],
    ],
    [
      'in the record, behind',
      `{"err":${A},"config":{"url":"/a","method":"get"}}`,
      ['GET /a 1 true'],
    ],
    [
      'escaped slashes',
      `{"method":"GET","url":"https:\\/\\/h.example\\/a","err":${A}}`,
      ['GET https://h.example/a 1 true'],
    ],
    ['of a dump', `> GET /a HTTP/1.1\n> H: x\n>\n< HTTP/1.1 403\n<\n${A}`, ['GET /a 1 true']],
    ['before, by itself', `GET /a\nfailed\n${A}`, ['GET /a 1 false']],
    ['of the body before', `GET /a ${A}\n${A}`, ['GET /a 1 true']],
    ['too far', `GET /a\n${'x\n'.repeat(80)}${A}`, []],
    ['none', A, []],
  ])('%s', (_, text, expected) => {
    expect(request(text)).toEqual(expected);
  });
});

describe('time grows with the text', () => {
  const size = 1_000_000;
  it.each([
    ['a line without end', 'x'.repeat(size)],
    ['objects without end', `CMN-401${'{'.repeat(size)}`],
    ['objects, each ended', `CMN-401${'{}'.repeat(size / 2)}`],
    ['codes on a line', 'CMN-401 '.repeat(size / 8)],
    ['codes in an object', `{${'"CMN-401",'.repeat(size / 10)}}`],
    ['codes in nested objects', '{"CMN-401":'.repeat(size / 11)],
    ['fields', `CMN-401 ${'permissionName="SMS" '.repeat(size / 21)}`],
    [
      'names',
      Array.from({ length: size / 40 }, (_, i) => `{"m":"[A${i}x] permission required"}`).join(
        '\n',
      ),
    ],
    [
      'names in an object',
      `{${Array.from({ length: size / 40 }, (_, i) => `"[A${i}x] permission required"`).join()}}`,
    ],
    ['brackets', 'permission ['.repeat(size / 12)],
    ['backslashes', `CMN-401 ${'\\'.repeat(size)}`],
    ['white space', `application needs${' '.repeat(size)}`],
    ['requests', `CMN-401 ${'GET /a/b '.repeat(size / 9)}`],
    ['methods', `CMN-401 ${'method=GET url=/a '.repeat(size / 18)}`],
    ['bodies on a line', A.repeat(size / A.length)],
    ['bodies on lines', `${A}\n`.repeat(size / A.length)],
    ['bodies in an array', `{"all":[${`${A},`.repeat(size / A.length)}]}`],
  ])('%s', (_, text) => {
    const start = performance.now();
    readRefusals(text, FORMS);
    expect(performance.now() - start).toBeLessThan(40_000);
  });
});
