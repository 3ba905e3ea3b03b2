// What may be a call, and nothing accounts for: how it is listed, explained, known to a baseline, and said by an audit.
import { describe, expect, it } from 'vitest';
import { permlint } from './run.js';

const HOST = 'https://platform.ringcentral.com';
const FILES: Readonly<Record<string, string>> = {
  'src/a.js': `fetch('${HOST}/restapi/v1.0/account/~/call-log');\n`,
  'src/b.swift': `let url = "${HOST}/restapi/v1.0/account/~/presence"\n`,
  'src/c.js': 'rc.get(`/restapi/v1.0/account/~/extension/~/sms` + ;;; function (\n',
};
const run = (argv: readonly string[], files = FILES) => permlint(argv, { files });

describe('permlint calls', () => {
  it('counts what is not accounted for', () => {
    const { out } = run(['calls', 'src']);
    expect(out.replace(/\s+/g, ' ')).toContain(
      '1 call; 1 Swift file that names the API is not read, 1 part of the code is not understood: --unaccounted lists them',
    );
  });

  it('lists it', () => {
    const { out, code } = run(['calls', 'src', '--unaccounted']);
    expect(code).toBe(0);
    expect(out).toContain(`Files that name the API and were not read
  src/b.swift:1:12  Swift files are not read
      /restapi/v1.0/account/~/presence/**

Parts of the code that could not be understood
  src/c.js:1:9  there is a syntax error in it
      /restapi/v1.0/account/~/extension/~/sms/**
`);
    expect(out).toMatch(/^files: 2 read, 1 not read$/m);
    expect(out).not.toContain('GET /restapi/v1.0/account/~/call-log');
  });

  it('lists it for programs', () => {
    const { accounting } = JSON.parse(run(['calls', 'src', '-f', 'json']).out);
    expect(accounting.doubts.map((doubt: { kind: string }) => doubt.kind)).toEqual([
      'unread file',
      'cut region',
    ]);
  });

  it('says where there is nothing to list', () => {
    const { out } = run(['calls', 'src/a.js', '--unaccounted']);
    expect(out).toContain('Everything in the code that names the API is accounted for');
  });
});

it.each([
  ['src/b.swift:1', 'the file names the API and was not read', 'state the calls in a plan'],
  ['src/c.js:1', 'a part of the code that could not be understood', 'mend the code'],
])('permlint explain %s says why', (place, what, settle) => {
  const { out, code } = run(['explain', place, 'src']);
  expect(code).toBe(0);
  expect(out).toContain(what);
  expect(out).toContain('may call  /restapi/v1.0/account/~/');
  expect(out).toContain(`it calls the API    ${settle}`);
});

it('an audit says it too, and lists it', () => {
  const { out } = run(['src']);
  expect(out.replace(/\s+/g, ' ')).toContain(
    'This app needs 1 permission of RingCentral; 1 Swift file that names the API is not read; 1 part of the code is not understood',
  );
  expect(out).toContain('note[unread-source]: 1 file names the API and was not read');
  expect(out).toContain('note[cut-region]: 1 part of the code could not be understood');
});

it('a baseline knows it, wherever it stands in its file', () => {
  const argv = ['check', 'src', '-g', 'ReadCallLog', '--fail-on', 'note'];
  const written = run([...argv, '--write-baseline', 'known.json']);
  const known = written.written['known.json']!;
  expect(known).toContain('"about":"/restapi/v1.0/account/~/presence/** src/b.swift"');
  const moved = { ...FILES, 'src/b.swift': `\n\n${FILES['src/b.swift']}`, 'known.json': known };
  expect(run([...argv, '--baseline', 'known.json'], moved).code).toBe(0);
  const more = { ...moved, 'src/b.swift': moved['src/b.swift'].replace('presence', 'call-queues') };
  expect(run([...argv, '--baseline', 'known.json'], more).code).toBe(1);
});
