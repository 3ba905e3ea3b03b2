// Shell scripts -> the calls that their commands make: curl, wget, HTTPie, xh, through functions, arrays and files.
import { describe, expect, it } from 'vitest';
import { lowerFiles } from '../../src/scan/frontend/lower-files.js';
import { callsIn, callText, readGrammar, scanFiles } from './scan-files.js';

const HOST = 'https://platform.ringcentral.com';
const V1 = `${HOST}/restapi/v1.0`;
const LOG = '/restapi/v1.0/account/~/call-log';
const SMS = '/restapi/v1.0/account/~/extension/~/sms';
const get = (path = LOG, line = 1) => [`${line} GET ${path}`];
const post = (path = SMS, line = 1) => [`${line} POST ${path}`];
type Row = readonly [source: string, calls: readonly string[]];

const at = (rows: readonly Row[]) => rows;

describe('curl', () => {
  it.each(
    at([
      [`curl ${HOST}${LOG}`, get()],
      [`curl platform.ringcentral.com${LOG}`, get()],
      [`curl -X POST ${HOST}${SMS}`, post()],
      [`curl -XPOST ${HOST}${SMS}`, post()],
      [`curl -sSLXPOST ${HOST}${SMS}`, post()],
      [`curl --request POST ${HOST}${SMS}`, post()],
      [`curl --request=POST ${HOST}${SMS}`, post()],
      [`curl -X post ${HOST}${SMS}`, post()],
      [`curl ${HOST}${SMS} -d '{"text":"a"}'`, post()],
      [`curl ${HOST}${SMS} -d@body.json`, post()],
      [`curl --data-raw "$BODY" ${HOST}${SMS}`, post()],
      [`curl --json '{}' ${HOST}${SMS}`, post()],
      [`curl -F 'a=@b' ${HOST}${SMS}`, post()],
      [`curl -T file ${HOST}${SMS}`, [`1 PUT ${SMS}`]],
      [`curl -G -d perPage=1 ${HOST}${LOG}`, get()],
      [`curl --get --data-urlencode 'a=b' ${HOST}${LOG}`, get()],
      [`curl -I ${HOST}${LOG}`, [`1 HEAD ${LOG}`]],
      [`curl -sX DELETE ${HOST}${LOG}`, [`1 DELETE ${LOG}`]],
      [`curl -d a -X PUT ${HOST}${LOG}`, [`1 PUT ${LOG}`]],
      [`curl -sSLo ${LOG} ${HOST}${SMS}`, get(SMS)],
      [`curl --url ${HOST}${LOG} --max-time 5`, get()],
      [`curl -H 'Accept: ${HOST}${SMS}' -u a:b -o x -- ${HOST}${LOG}`, get()],
      [`curl -e ${HOST}${SMS} -A ${HOST}${SMS} ${HOST}${LOG}`, get()],
      [`curl ${HOST}${LOG} ${HOST}${SMS}`, [...get(LOG), ...get(SMS)]],
      [`curl ${HOST}${LOG} --next ${HOST}${SMS}`, [...get(LOG), ...get(SMS)]],
      [`curl ${HOST}${LOG} --next -d a ${HOST}${SMS}`, [`1 ? ${LOG}`, `1 ? ${SMS}`]],
      [`curl '${V1}/account/{1,2}/call-log'`, get('/restapi/v1.0/account/{}/call-log')],
      [`curl '${V1}/account/[1-3]/call-log'`, get('/restapi/v1.0/account/{}/call-log')],
      [`curl -X "$METHOD" ${HOST}${LOG}`, [`1 ? ${LOG}`]],
      [`curl \\\n  -X POST \\\n  -H "Authorization: Bearer $T" \\\n  ${HOST}${SMS}`, post()],
      [`x=$(curl -s ${HOST}${LOG} | jq -r .records)`, get()],
      [`if ! curl -f ${HOST}${LOG}; then exit 1; fi`, get()],
      [`cat a | curl -d @- ${HOST}${SMS} > out &`, post()],
      [`curl -d @- ${HOST}${SMS} <<EOF\n{}\nEOF`, post()],
      [`curl ${HOST}${SMS} -d "$(cat <<EOF\n{"a": "$B"}\nEOF\n)"`, post()],
      [`/usr/bin/curl ${HOST}${LOG}; sudo -u me curl ${HOST}${SMS}`, [...get(), ...get(SMS)]],
      [`timeout -s KILL 10 curl ${HOST}${LOG}`, get()],
    ]),
  )('%s', async (source, calls) => {
    expect((await callsIn('a.sh', source)).sort()).toEqual([...calls].sort());
  });
});

describe('other programs', () => {
  it.each(
    at([
      [`wget -qO- ${HOST}${LOG}`, get()],
      [`wget --post-data "a=b" ${HOST}${SMS}`, post()],
      [`wget --post-file=a ${HOST}${SMS}`, post()],
      [`wget --method=DELETE -O - ${HOST}${LOG}`, [`1 DELETE ${LOG}`]],
      [`wget --method PUT --body-data='{}' ${HOST}${LOG}`, [`1 PUT ${LOG}`]],
      [`wget --spider ${HOST}${LOG}`, [`1 HEAD ${LOG}`]],
      [`http ${HOST}${LOG} Authorization:"Bearer $T" perPage==1`, get()],
      [`http POST ${HOST}${SMS} text=a`, post()],
      [`http ${HOST}${SMS} text=a from:='{}'`, post()],
      [`http -A bearer -a "$T" --form ${HOST}${SMS} attachment@file`, post()],
      [`https delete platform.ringcentral.com${LOG}`, [`1 DELETE ${LOG}`]],
      [`xh --raw '{}' ${HOST}${SMS}`, post()],
      [`xhs get platform.ringcentral.com${LOG}`, get()],
      [`http "$M" ${HOST}${LOG}`, [`1 ? ${LOG}`]],
    ]),
  )('%s', async (source, calls) => {
    expect(await callsIn('a.sh', source)).toEqual(calls);
  });
});

describe('values', () => {
  it.each(
    at([
      [`B=${V1}\ncurl "$B/account/~/call-log"`, get(LOG, 2)],
      [`B="\${RC_SERVER:-${HOST}}"\ncurl "$B${LOG}"`, get(LOG, 2)],
      [`B="\${1%/}"\ncurl "$B${LOG}"`, get(LOG, 2)],
      [`B=${HOST}/\ncurl "\${B%/}${LOG}"`, get(LOG, 2)],
      [`curl "$SERVER${LOG}?page=$P"`, get()],
      [
        `if [ "$1" = x ]; then P=call-log; else P=presence; fi\ncurl "${V1}/account/~/$P"`,
        [...get('/restapi/v1.0/account/~/presence', 2), ...get(LOG, 2)],
      ],
      [
        `case $1 in a) P=call-log;; b) P=presence;; esac\ncurl "${V1}/account/~/$P"`,
        [...get('/restapi/v1.0/account/~/presence', 2), ...get(LOG, 2)],
      ],
      [`O="-s -X POST"\ncurl $O ${HOST}${SMS}`, post(SMS, 2)],
      [`C="curl -s -X POST"\n$C ${HOST}${SMS}`, post(SMS, 2)],
      [`C="curl -s -H 'A: b c' ${HOST}${LOG}"\neval "$C"`, get(LOG, 2)],
      [`a=(-s -X POST)\na+=(-d x)\ncurl "\${a[@]}" ${HOST}${SMS}`, post(SMS, 3)],
      [`a=(curl -X POST ${HOST}${SMS})\n"\${a[@]}"`, post(SMS, 2)],
      [`a=(-s)\n[ -n "$B" ] && a+=(-d "$B")\ncurl "\${a[@]}" ${HOST}${SMS}`, [`3 POST|GET ${SMS}`]],
      [`curl $OPTIONS ${HOST}${LOG}`, get()],
      [
        `for p in call-log presence; do curl "${V1}/account/~/$p"; done`,
        [...get(), ...get('/restapi/v1.0/account/~/presence')],
      ],
      [
        `ids | xargs -I{} -n 1 curl -X POST "${V1}/account/{}/x" ${HOST}${SMS}`,
        ['1 POST /restapi/v1.0/account/{}/x', ...post()],
      ],
      [`curl -K conf ${HOST}${LOG}`, [`1 ? ${LOG}`]],
    ]),
  )('%s', async (source, calls) => {
    expect((await callsIn('a.sh', source)).sort()).toEqual([...calls].sort());
  });
});

describe('functions', () => {
  it.each(
    at([
      [
        `api() { curl -s "${HOST}$1"; }\napi "${LOG}"\napi ${SMS}`,
        [...get(LOG, 2), ...get(SMS, 3)],
      ],
      [
        `call() { curl -X "$1" "$B$2"; }\ncall GET ${LOG}\ncall POST ${SMS}`,
        [...get(LOG, 2), ...post(SMS, 3)],
      ],
      [
        `call() { curl -X "\${2:-GET}" "$B$1"; }\ncall ${LOG}\ncall ${SMS} POST`,
        [...get(LOG, 2), ...post(SMS, 3)],
      ],
      [
        `call() { local m="\${2:-GET}"; curl -X "$m" "$B$1"; }\ncall ${LOG}\ncall ${SMS} POST`,
        [...get(LOG, 2), ...post(SMS, 3)],
      ],
      [
        `rc() { local p=$1; shift; curl "$B$p" "$@"; }\nrc ${LOG}\nrc ${SMS} -d x`,
        [...get(LOG, 2), ...post(SMS, 3)],
      ],
      [`rc() { curl -s -H "A: $T" "$@"; }\nrc -X POST "$B${SMS}"`, post(SMS, 2)],
      [`rc() { curl "$@"; }\nv() { rc -s "$@"; }\nv -X POST "$B${SMS}"`, post(SMS, 3)],
      [`rc() { curl "$B$1"; }\nv() { rc "$@"; }\nv ${LOG}`, get(LOG, 3)],
      [
        `retry() { local n=$1; shift; "$@" || "$@"; }\nretry 3 curl -X POST ${HOST}${SMS}`,
        post(SMS, 2),
      ],
      [`run() { "$@"; }\nrun ls /restapi/v1.0/x\nrun wget ${HOST}${LOG}`, get(LOG, 3)],
      [`url() { echo "${V1}/account/~/$1"; }\ncurl "$(url call-log)"`, get(LOG, 2)],
      [`api() { curl "$B$1$2"; }\napi ${LOG}`, get(LOG, 2)],
      [`curl() { command curl -s "$@"; }\ncurl ${HOST}${LOG}`, get(LOG, 2)],
      [`http() { curl -X "$1" "${HOST}$2"; }\nhttp POST ${SMS}`, post(SMS, 2)],
      [`api() { curl "$B$1" \${2:+-d "$2"}; }\napi ${SMS} '{}'`, [`2 GET|POST ${SMS}`]],
    ]),
  )('%s', async (source, calls) => {
    expect(await callsIn('a.sh', source)).toEqual(calls);
  });
});

describe('no calls', () => {
  it.each([
    `echo "curl ${HOST}${LOG}"`,
    `# curl ${HOST}${LOG}`,
    `cat <<EOF\ncurl ${HOST}${LOG}\nEOF`,
    `usage() {\n  cat <<'EOF'\n  curl ${HOST}${LOG}\nEOF\n}`,
    `curl https://example.com${LOG}`,
    `curl -o ${LOG} https://example.com/a`,
    `curl --version; curl --help ${LOG}`,
    `get ${LOG}; request GET ${HOST}${LOG}; call POST ${LOG}`,
    `printf '%s' "${HOST}${LOG}"`,
    `http --offline`,
    `http() { echo "$1"; }\nhttp ${HOST}${LOG}`,
    `export CURL="curl ${HOST}${LOG}"`,
    `test -f curl ${HOST}${LOG}`,
    `git clone ${HOST}${LOG}`,
  ])('%s', async (source) => {
    expect(await callsIn('a.sh', source)).toEqual([]);
  });
});

describe('files', () => {
  const lib = `B="\${B:-${HOST}}"\nrc() { curl -s "$B$1"; }`;
  it.each([
    ['beside it', 'lib.sh', '. ./lib.sh'],
    ['without a folder', 'lib.sh', 'source lib.sh'],
    ['by the folder of the script', 'lib.sh', '. "$(dirname "$0")/lib.sh"'],
    ['from the root of the tree', 'tools/lib.sh', 'source "$ROOT/tools/lib.sh"'],
  ])('reads a script %s', async (_, file, line) => {
    const { calls } = await scanFiles({ [file]: lib, 'run.sh': `${line}\nrc ${LOG}` });
    expect(calls.map(callText)).toEqual([`run.sh:2 GET ${LOG}`]);
  });

  it.each([
    ['#!/bin/sh', `curl ${HOST}${LOG}`],
    ['#!/usr/bin/env -S bash -e', `curl ${HOST}${LOG}`],
    ['#! /usr/local/bin/zsh', `curl ${HOST}${LOG}`],
    ['#!/usr/bin/env python3', `import requests; requests.get("${HOST}${LOG}")`],
    ['#!/usr/bin/env node', `fetch("${HOST}${LOG}")`],
    ['#!/usr/bin/ruby', `require "net/http"; Net::HTTP.get(URI("${HOST}${LOG}"))`],
    [
      '#!/usr/bin/env php',
      `<?php file_get_contents("${HOST}${LOG}"); $c = new GuzzleHttp\\Client(); $c->get("${HOST}${LOG}");`,
    ],
  ])('knows a script without an ending by %s', async (first, source) => {
    const { calls } = await scanFiles({ tool: `${first}\n${source}` });
    expect(calls.map(callText)).toContain(`tool:2 GET ${LOG}`);
  });

  it.each([
    ['tool', `#!/usr/bin/perl\ncurl ${HOST}${LOG}`],
    ['LICENSE', `curl ${HOST}${LOG}`],
    ['.env', `#!/bin/sh\ncurl ${HOST}${LOG}`],
  ])('does not read %s', async (file, source) => {
    expect((await scanFiles({ [file]: source })).calls).toEqual([]);
  });
});

describe('scripts that nobody would write', () => {
  const arrays = Array.from({ length: 30 }, (_, n) => {
    const inner = `"\${a${n}[@]}"`;
    return `a${n + 1}=(${inner} ${inner} ${inner})`;
  });
  const passing = Array.from({ length: 20 }, (_, n) => `f${n + 1}() { f${n} "$@" "$@"; }`);
  const choices = Array.from({ length: 40 }, (_, n) => `[ $x = ${n} ] && o+=(-d "$x" "$y")`);
  it.each([
    ['arrays of arrays', ['a0=(-s)', ...arrays, `curl "\${a30[@]}" ${HOST}${LOG}`]],
    ['arguments passed on twice', ['f0() { curl "$@"; }', ...passing, `f20 ${HOST}${LOG}`]],
    ['many branches', ['o=(-s)', ...choices, `curl "\${o[@]}" ${HOST}${LOG}`]],
    [
      'functions that call each other',
      ['a() { b "$@"; }', 'b() { a "$@"; "$@"; }', `a curl ${HOST}${LOG}`],
    ],
    ['a long list of globs', [`curl '${HOST}${LOG}${'{,'.repeat(50_000)}'`]],
    ['a long list of commas', [`curl '${HOST}${LOG}{${','.repeat(100_000)}'`]],
    ['many quotes', [`C="curl ${`\\"'`.repeat(20_000)} ${HOST}${LOG}"`, '$C']],
    ['many words', [`curl ${'-s x '.repeat(20_000)}${HOST}${LOG}`]],
    [
      'names of prototypes',
      [`curl --__proto__ x --constructor ${HOST}${LOG}; __proto__ x; constructor`],
    ],
  ])(
    '%s are read soon',
    async (_, lines) => {
      const start = performance.now();
      await callsIn('a.sh', `${lines.join('\n')}\n# ${HOST}`);
      expect(performance.now() - start).toBeLessThan(4000);
    },
    30_000,
  );

  it('keeps no secret that stands beside the URL', async () => {
    const source = `curl -u me:S3CRET -H "A: S3CRET" -b c=S3CRET -d S3CRET "${HOST}${SMS}?access_token=S3CRET"`;
    const { calls } = await scanFiles({ 'a.sh': source });
    expect(calls).toHaveLength(1);
    expect(JSON.stringify(calls)).not.toContain('S3CRET');
  });

  it('collects what comments say to permlint', async () => {
    const text = `#!/bin/sh\n# permlint: calls GET ${LOG}\ncurl x # permlint: ignore`;
    const [file] = await lowerFiles([{ file: 'tool', text }], readGrammar);
    expect(file?.directives.map(({ text: said }) => said)).toEqual([`calls GET ${LOG}`, 'ignore']);
  });
});
