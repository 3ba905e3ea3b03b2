// Test suites and other commands -> a plan of all their processes, and an end as without a recording.
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record, startServer } from './record.js';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const PATH = '/restapi/v1.0/account/~/call-log';

describe('vitest', () => {
  it.each(['forks', 'threads', 'vmThreads'])('pool %s', { timeout: 60_000 }, async (pool) => {
    const suite = ['run', '--root', 'test/record/suite', '--pool', pool];
    const { code, out, calls, err, left } = await record(['npx', 'vitest', ...suite], {
      env: { BASE: server.url },
      options: ['--server', server.url],
    });
    expect(out).toMatch(/Tests +3 passed/);
    expect([...calls].sort()).toEqual([
      'GET /restapi/v1.0/account/{}/call-log',
      'GET /restapi/v1.0/account/{}/recording/{}',
      'POST /restapi/v1.0/account/{}/extension/{}/sms',
    ]);
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect(err).toMatch(/permlint: 3 calls to 2 hosts, 3 of RingCentral: written to /);
  });
});

describe('the command ends', () => {
  it.each([
    ['as it says', ['sh', '-c', 'exit 7'], 7, ''],
    ['by a signal', ['sh', '-c', 'kill -KILL $$'], 137, ''],
    ['as a test does', ['node', '-e', 'process.exitCode = 1'], 1, ''],
    ['where there is none', ['no-such-command'], 127, 'there is no such command'],
    ['where it is none', ['/etc/passwd'], 126, 'it cannot be started (EACCES)'],
  ])('%s', async (_, command, code, said) => {
    const ran = await record(command);
    expect(ran).toMatchObject({ code, out: '', left: [] });
    expect(ran.err).toContain(said);
    expect(ran.plan).toBe(said === '' ? EMPTY : '');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by a %s that permlint got', async (signal) => {
    const text = `process.on('${signal}', () => { console.log('told'); process.exit(3); });
      setInterval(() => {}, 1000); console.log('ready')`;
    const { code, out, left } = await record(['node', '-e', text], { signal });
    expect({ code, out, left }).toEqual({ code: 3, out: 'ready\ntold\n', left: [] });
  });

  it('by a SIGTERM that nothing is done about', async () => {
    const text = `fetch('https://platform.ringcentral.com${PATH}').catch(() => {});
      setInterval(() => {}, 1000); console.log('ready')`;
    const { code, calls, left } = await record(['node', '-e', text], { signal: 'SIGTERM' });
    expect({ code, calls, left }).toEqual({
      ...{ code: 143, left: [] },
      calls: ['GET /restapi/v1.0/account/{}/call-log'],
    });
  });
});

const EMPTY = `# yaml-language-server: $schema=node_modules/permlint/schema/plan.json
version: 1
recorded: true
calls: []
`;

describe('a plan', () => {
  it('leaves the output of the command alone', async () => {
    const { out, err } = await record(['node', '-e', `console.log('a'); console.error('b')`]);
    expect(out).toBe('a\n');
    expect(err).toMatch(/^b\npermlint: 1 Node program made no call that is seen: /);
  });

  it('may go to standard output, behind that of the command', async () => {
    const { out, plan } = await record(['echo', 'a'], { options: ['-o', '-'] });
    expect({ out, plan }).toEqual({ out: `a\n${EMPTY}`, plan: '' });
  });

  it('that cannot be written fails a command that was fine, and no other', async () => {
    const options = ['-o', '/dev/null/plan.yaml'];
    expect(await record(['true'], { options })).toMatchObject({
      ...{ code: 2, left: [] },
      err: 'permlint: /dev/null/plan.yaml cannot be written (ENOTDIR)\n',
    });
    expect(await record(['false'], { options })).toMatchObject({ code: 1 });
  });

  it('is of the hosts that the matrices know; the others are counted', async () => {
    const text = `for (const host of ['a.example', 'b.example', 'a.example'])
      fetch('http://' + host + '.invalid/key-of-a-stranger').catch(() => {})`;
    const { err, plan } = await record(['node', '-e', text]);
    expect(plan).toBe(EMPTY);
    expect(err).toMatch(/^permlint: 3 calls to 2 hosts, none of RingCentral: a plan without/);
    expect(err).toMatch(/\npermlint: a host that stands for its own is named by --server URL\n$/);
  });

  it('counts each request once, and keeps the method that a POST stands for', async () => {
    const text = `const { request } = require('http');
      const url = process.env.BASE + '${PATH}';
      const post = (url, headers) => fetch(url, { method: 'POST', headers, body: '' });
      (async () => {
        for (let n = 0; n < 3; n++) await fetch(url);
        await post(url + '?_method=PUT&secret=1');
        await post(url, { 'X-HTTP-Method-Override': 'PUT' });
        request(url, { method: 'POST', headers: { 'x-http-method-override': 'put' } }).end();
      })()`;
    const { calls } = await record(['node', '-e', text], {
      env: { BASE: server.url },
      options: ['--server', server.url],
    });
    expect(calls).toEqual([
      'GET /restapi/v1.0/account/{}/call-log x3',
      'PUT /restapi/v1.0/account/{}/call-log x3',
    ]);
  });

  it('does not pass by what a test replaces', async () => {
    const text = `const fs = require('fs');
      for (const name of Object.keys(fs)) if (/Sync$/.test(name)) fs[name] = () => console.log(name);
      fetch(process.env.BASE + '${PATH}')`;
    const { out, calls } = await record(['node', '-e', text], {
      env: { BASE: server.url },
      options: ['--server', server.url],
    });
    expect([out, calls]).toEqual(['', ['GET /restapi/v1.0/account/{}/call-log']]);
  });

  it('leaves a rejection to the program, and its fetch as it looks', async () => {
    const text = `console.log(fetch.name, fetch.length, typeof fetch);
      process.on('unhandledRejection', (error) => console.log(error.message));
      fetch('http://127.0.0.1:59999${PATH}'); fetch(); fetch({ toString() { throw Error('told'); } });
      fetch('http://127.0.0.1:59999/', { headers: new Map([['a b', 'c']]).entries() });
      fetch({ toString: () => console.log('asked') ?? 'no url' })`;
    const plain = execFileSync(process.execPath, ['-e', text], {
      ...{ encoding: 'utf8', env: { NO_COLOR: '1' } },
    });
    const { out } = await record(['node', '-e', text]);
    expect(out).toBe(plain);
  });

  it('keeps the options that Node has already', async () => {
    const env = { NODE_OPTIONS: '--title=kept', BASE: server.url };
    const text = `console.log(process.title); fetch(process.env.BASE + '${PATH}')`;
    const { out, calls } = await record(['node', '-e', text], {
      env,
      options: ['--server', server.url],
    });
    expect([out, calls]).toEqual(['kept\n', ['GET /restapi/v1.0/account/{}/call-log']]);
  });
});

describe('a bad command line runs nothing', () => {
  it.each([
    ['no command', [], /^permlint: missing required argument 'command'/],
    ['a server that is none', ['--server', 'nope'], /^permlint: a server is a URL such as/],
    ['no matrix', ['-m', './no.yaml'], /^permlint: nothing was run: .*no\.yaml.*no such file/],
  ])('%s', async (_, options, err) => {
    const command = options.length === 0 ? [] : ['sh', '-c', 'echo ran'];
    const ran = await record(command, { options });
    expect(ran).toMatchObject({ code: 2, out: '', plan: '', left: [] });
    expect(ran.err).toMatch(err);
  });
});

describe('nothing secret', () => {
  const SECRETS = ['bearer-s3cret', 'query-s3cret', 'body-s3cret', 'user-s3cret', 'pass-s3cret'];
  const VALUES = ['+15550100', '4711', 'jane@example.com'];

  it('is in the plan, on the screen or left behind', async () => {
    const text = `const http = require('http'), axios = require('axios'), undici = require('undici');
      const paths = ['${PATH}/4711', '/restapi/v1.0/account/~/extension/4711/sms', '/restapi/v1.0/nowhere/jane@example.com/+15550100'];
      const headers = { authorization: 'Bearer bearer-s3cret', cookie: 'sid=bearer-s3cret', 'x-http-method-override': 'bearer-s3cret' };
      const data = 'token=body-s3cret&_method=body-s3cret';
      const withUser = process.env.BASE.replace('//', '//user-s3cret:pass-s3cret@');
      const other = 'http://user-s3cret:pass-s3cret@elsewhere.invalid/query-s3cret';
      for (const path of paths) {
        const query = path + '?access_token=query-s3cret&_method=query-s3cret#query-s3cret';
        fetch(process.env.BASE + query, { method: 'POST', headers, body: data });
        undici.request(process.env.BASE + query, { method: 'POST', headers, body: data });
        axios.post(withUser + query, data, { headers: { cookie: headers.cookie } });
        http.request(withUser + query, { method: 'POST', headers }).end(data);
        http.get(other).on('error', () => {});
        axios.get(other).catch(() => {});
      }
      // what the recorder wrote so far is as good as printed
      setTimeout(() => {
        const fs = require('fs'), folder = process.env.PERMLINT_RECORD;
        const mode = (file) => (fs.statSync(file).mode & 0o777).toString(8);
        for (const name of fs.readdirSync(folder)) {
          const text = fs.readFileSync(folder + '/' + name, 'utf8');
          console.log(mode(folder), mode(folder + '/' + name), name, text.replace(/\\+15550100|4711|jane@example.com/g, ''));
        }
      }, 500);`;
    const { code, out, err, plan, left } = await record(['node', '-e', text], {
      env: { BASE: server.url },
      options: ['--server', server.url],
    });
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect(plan).toContain('/restapi/v1.0/account/{}/call-log/{}');
    expect(err).toContain('to 2 hosts');
    expect(out).toMatch(/^700 600 hosts\.json /m);
    expect(out).toMatch(/^700 600 \d+-0\.jsonl /m);
    for (const secret of SECRETS) expect(out + err + plan).not.toContain(secret);
    for (const value of VALUES) expect(err + plan).not.toContain(value);
  });
});
