// Where a process may break: a reader that goes away, and files of 200 MB on one line.
import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { runIn } from './run.js';

const project = inject('project');
const bin = join('node_modules', '.bin', 'permlint');
const LOG = '/restapi/v1.0/account/1/call-log';

describe('a reader that goes away', () => {
  it.each([
    ['head', 'head -n 1', /^error\[missing-permission\]: 5000 calls need ReadCallLog.*\n$/],
    ['one that reads nothing', 'true', /^$/],
  ])('%s gets what it wants, and the exit code stays', (_, reader, out) => {
    const lines = Array.from({ length: 5000 }, (_unused, n) => `GET ${LOG}/../call-log?page=${n}`);
    writeFileSync(join(project, 'many.txt'), `${lines.join('\n')}\n`);
    const script = `{ ${bin} many.txt -g none --all; echo $? > code; } | ${reader}`;
    const ran = runIn(project, 'sh', ['-c', script]);
    expect(ran.out).toMatch(out);
    expect(ran.err).toBe('');
    expect(readFileSync(join(project, 'code'), 'utf8')).toBe('1\n');
  });
});

describe('200 MB on one line', () => {
  const big = join(project, 'big');
  const entry = `{"request":{"method":"GET","url":"https://platform.ringcentral.com${LOG}"}}`;
  const filler = Buffer.alloc(10 * 1024 * 1024, 'a');
  afterEach(() => rmSync(big, { force: true }));

  it.each([
    ['a plan of lines', `GET ${LOG}/`, '', 2, /a plan of more than 16 MB/],
    ['a plan in JSON', '{"version":1,"calls":["GET /a', '"]}', 2, /at most 16 MB is read/],
    ['a HAR', `{"log":{"entries":[${entry}],"comment":"`, '"}}', 1, /big:1:20 +GET /],
    ['a HAR cut off', `{"log":{"entries":[${entry}],"comment":"`, '', 2, /before it is complete/],
    ['nothing known', '', '', 2, /no known kind of calls/],
  ])('%s', (_, head, tail, code, says) => {
    const file = openSync(big, 'w');
    writeSync(file, head);
    for (let n = 0; n < 20; n++) writeSync(file, filler);
    writeSync(file, tail);
    closeSync(file);
    const ran = runIn(project, bin, ['big', '-g', 'none']);
    expect(ran.out + ran.err).toMatch(says);
    expect((ran.out + ran.err).length).toBeLessThan(2000);
    expect(ran.code).toBe(code);
  });
});
