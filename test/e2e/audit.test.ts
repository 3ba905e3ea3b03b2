// The installed program in a folder that has an app and no config: the audit, the config that it writes, what it passes over.
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { runIn } from './run.js';

const bin = join(inject('project'), 'node_modules', '.bin', 'permlint');
let app: string;
const permlint = (argv: readonly string[] = [], how: Parameters<typeof runIn>[3] = {}) =>
  runIn(app, bin, argv, how);
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(app, path)), { recursive: true });
  writeFileSync(join(app, path), text);
};

beforeEach(() => {
  app = mkdtempSync(join(realpathSync(tmpdir()), 'permlint-app-'));
  put('package.json', '{\n  "dependencies": {\n    "@ringcentral/sdk": "^5.0.0"\n  }\n}\n');
  put(
    'src/sync.ts',
    "import { SDK } from '@ringcentral/sdk';\n\nconst rc = new SDK({}).platform();\nawait rc.get('/restapi/v1.0/account/~/call-log');\n",
  );
});
afterEach(() => rmSync(app, { recursive: true }));

describe('an app without a config', () => {
  it('is audited', () => {
    const ran = permlint();
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^This app needs 1 permission of RingCentral\n/);
    expect(ran.out).toMatch(
      /^ {4}src\/sync\.ts:4:10 {2}GET \/restapi\/v1\.0\/account\/~\/call-log$/m,
    );
    expect(ran.out).toMatch(
      /^api {3}ringcentral, by 1 call \(src\/sync\.ts:4\) and the dependency @ringcentral\/sdk\n {6}\(package\.json:3\)$/m,
    );
    expect(ran.out).toMatch(/^next {2}npx permlint --grants NAME,NAME$/m);
  });

  it('gets a config, which the next run reads', () => {
    expect(
      permlint(['init', '--grants', '-'], {
        input: '{ "access_token": "Zx81QqLm20TtYy", "scope": "ReadCallLog" }',
      }),
    ).toMatchObject({ code: 0, err: '' });
    const text = readFileSync(join(app, 'permlint.yaml'), 'utf8');
    expect(text).toMatch(/^calls: \[src\]$/m);
    expect(text).toMatch(/^grants: \[ReadCallLog\]$/m);
    expect(text).not.toContain('Zx81');
    expect(permlint().out).toMatch(/^fine: 1 call needs ReadCallLog, exactly what is granted/);
    expect(permlint(['init'])).toMatchObject({ code: 2, out: '' });
  });

  it.each([
    ['an empty standard input', 'exec "$0" init --print < /dev/null'],
    ['a closed one', 'exec "$0" init --print <&-'],
    ['one that stays open', 'sleep 20 | timeout 15 "$0" init --print'],
  ])('is never asked of on %s', (_, script) => {
    const ran = spawnSync('timeout', ['15', 'sh', '-c', script, bin], {
      cwd: app,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(ran.stdout).toMatch(/^# grants: \[\]$/m);
  });
});

describe('what lies beside an app', () => {
  const har = (path: string) =>
    JSON.stringify({
      log: {
        entries: [{ request: { method: 'GET', url: `https://platform.ringcentral.com${path}` } }],
      },
    });

  it('is read where it is a recording, and not where it is a link or a pipe', () => {
    put('session.har', har('/restapi/v1.0/account/7/extension/8/message-store'));
    symlinkSync('/etc/hostname', join(app, 'link.har'));
    symlinkSync('/etc/hostname', join(app, 'README.md'));
    spawnSync('mkfifo', ['pipe.har', 'requirements.txt', 'go.mod'], { cwd: app });
    const ran = permlint();
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^read {2}1 source file, session\.har, ringcentral/m);
    expect(ran.out).toMatch(/^ {2}ReadMessages {3}1 call$/m);
  });

  it('is passed over where git ignores it, and in packages', () => {
    put('node_modules/other/a.har', har('/restapi/v1.0/account/7/extension/8/message-store'));
    put('node_modules/other/permlint.yaml', 'version: 1\ncalls: ["GET /"]\n');
    put('private/b.har', har('/restapi/v1.0/account/7/extension/8/message-store'));
    put('.gitignore', 'node_modules/\nprivate/\n');
    spawnSync('git', ['init', '-q'], { cwd: app });
    expect(permlint().out).toMatch(/^This app needs 1 permission/);
  });
});

it('says of a folder without a known API what it knows', () => {
  rmSync(join(app, 'src'), { recursive: true });
  rmSync(join(app, 'package.json'));
  const ran = permlint();
  expect(ran.code).toBe(2);
  expect(ran.out).toMatch(/^No known API was found here/);
  expect(ran.out).toMatch(/^known {2}ringcentral$/m);
  expect(ran.err).toBe('permlint: not judged: no known API was found here\n');
});
