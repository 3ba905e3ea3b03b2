// Links of answers that code takes out -> a doubt about the route that they lead to, unless a call of it was found.
import { expect, it } from 'vitest';
import { pathText } from '../../src/paths/target.js';
import { scanFiles } from './scan-files.js';

const LOG =
  "import rc from '@ringcentral/sdk';\nconst log = await rc.get('/restapi/v1.0/account/~/call-log');\n";
const PYTHON =
  'import requests\nlog = requests.get("https://platform.ringcentral.com/restapi/v1.0/account/~/call-log").json()\n';
const LINE = 'GET /restapi/v1.0/account/{}/recording/{}/content';

const rows: readonly [what: string, file: string, source: string, doubts: string[]][] = [
  [
    'a row of a database',
    'a.js',
    `${LOG}for (const c of log.records) await db.save(c.recording.contentUri);`,
    [LINE],
  ],
  [
    'a pattern',
    'a.js',
    `${LOG}for (const { recording: { contentUri } } of log.records) queue.add({ contentUri });`,
    [LINE],
  ],
  [
    'a list that is written',
    'a.js',
    `${LOG}fs.writeFile('x', log.records.map((c) => c.recording?.contentUri));`,
    [LINE],
  ],
  [
    'a lookup',
    'a.py',
    `${PYTHON}for c in log["records"]: db.save(c.get("recording", {}).get("contentUri"))`,
    [LINE],
  ],
  [
    'a key',
    'a.py',
    `${PYTHON}for c in log["records"]: db.save(c["recording"]["contentUri"])`,
    [LINE],
  ],
  [
    'a path of keys',
    'a.php',
    "<?php use RingCentral\\SDK\\SDK; Row::create(['l' => data_get($r, 'recording.contentUri')]);",
    [LINE],
  ],
  [
    'a field of C#',
    'a.cs',
    'using RingCentral; class A { void R(Call c) { db.Add(c.recording?.contentUri); } }',
    [LINE],
  ],
  [
    'a link that is called',
    'a.js',
    `${LOG}for (const c of log.records) await rc.get(c.recording.contentUri);`,
    [],
  ],
  [
    'a link that is looked at',
    'a.js',
    `${LOG}for (const c of log.records) console.log(c.recording.contentUri);`,
    [],
  ],
  ['the next page', 'a.js', `${LOG}await db.save(log.navigation.nextPage.uri);`, []],
  ['a field of that name in other code', 'a.js', 'db.save(file.contentUri);', []],
];

it.each(rows)('accounts for %s', async (_, file, source, doubts) => {
  const { accounting } = await scanFiles({ [file]: source });
  const calls = (accounting?.doubts ?? []).flatMap((doubt) => doubt.calls);
  expect(calls.map((call) => `${call.methods.join()} ${pathText(call)}`)).toEqual(doubts);
});
