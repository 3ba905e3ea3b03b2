// URLs out of answers of the API: where they lead, and that only a request counts.
import { expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const CONTENT = 'GET /restapi/v1.0/account/{}/recording/{}/content';
const SDK = `const platform = new (require('@ringcentral/sdk').SDK)().platform();`;

const cases: readonly [what: string, file: string, source: string, calls: string[]][] = [
  [
    'a field of a record',
    'a.js',
    `${SDK}
     const save = async (record) => fetch(record.recording.contentUri, { headers });`,
    [`2 ${CONTENT}`],
  ],
  [
    'a variable that holds the recording',
    'a.js',
    `${SDK}
     const save = (record) => { const rec = record.recording; return platform.get(rec.contentUri); };`,
    [`2 ${CONTENT}`],
  ],
  [
    'a helper that is given it',
    'a.js',
    `${SDK}
     function download(url) { return platform.get(url); }
     for (const record of records) download(record.recording.contentUri + '?access_token=' + token);`,
    [`3 ${CONTENT}`],
  ],
  [
    'a member of a dict',
    'a.py',
    `import requests
from ringcentral import SDK
def save(record, token):
    return requests.get(record["recording"]["contentUri"], headers=token)`,
    [`4 ${CONTENT}`],
  ],
  [
    'a key that a dict is asked for',
    'a.py',
    `import requests
from ringcentral import SDK
def save(record):
    return requests.get(record.get("recording", {}).get("contentUri"))`,
    [`4 ${CONTENT}`],
  ],
  [
    'a key of a record of the answer',
    'a.py',
    `import requests
log = requests.get("https://platform.ringcentral.com/restapi/v1.0/account/~/call-log").json()
for record in log.get("records", []):
    requests.get(record.get("recording", {}).get("contentUri") + "?access_token=x")`,
    ['2 GET /restapi/v1.0/account/~/call-log', `4 ${CONTENT}`],
  ],
  [
    'the next page of a loop',
    'a.py',
    `import requests
def pages(url):
    while url:
        page = requests.get(url).json()
        url = page.get("navigation", {}).get("nextPage", {}).get("uri")
pages("https://platform.ringcentral.com/restapi/v1.0/account/~/call-log")`,
    ['6 GET /restapi/v1.0/account/~/call-log'],
  ],
  [
    'the next page of a loop',
    'a.rb',
    `def pages(url)
  while url
    page = HTTParty.get(url)
    url = page.dig('navigation', 'nextPage', 'uri')
  end
end
pages('https://platform.ringcentral.com/restapi/v1.0/account/~/call-log')`,
    ['7 GET /restapi/v1.0/account/~/call-log'],
  ],
  [
    'the next page of a loop',
    'a.ts',
    `async function pages(first: string) {
  let next: string | null = first;
  while (next) { const page = await (await fetch(next)).json(); next = page.navigation?.nextPage?.uri ?? null; }
}
pages('https://platform.ringcentral.com/restapi/v1.0/account/~/call-log');`,
    ['5 GET /restapi/v1.0/account/~/call-log'],
  ],
  [
    'one that is stored or printed',
    'a.js',
    `${SDK}
     console.log(record.recording.contentUri); row.url = record.recording.contentUri;`,
    [],
  ],
  [
    'the next page, which needs what this page needed',
    'a.js',
    `${SDK}
     const page = await (await platform.get('/restapi/v1.0/account/~/call-log')).json();
     await platform.get(page.navigation.nextPage.uri);`,
    ['2 GET /restapi/v1.0/account/~/call-log'],
  ],
  [
    'the attachment of a message',
    'a.php',
    `<?php
$platform = (new RingCentral\\SDK\\SDK('', '', ''))->platform();
foreach ($message->attachments as $attachment) $platform->get($attachment->uri);`,
    ['3 GET /restapi/v1.0/account/{}/extension/{}/message-store/{}/content/{}'],
  ],
  [
    'a field that could be anything',
    'a.js',
    `${SDK}
     platform.get(record.uri);`,
    ['2 GET {}'],
  ],
];

it.each(cases)('reads %s (%s)', async (_, file, source, calls) => {
  expect(await callsIn(file, source)).toEqual(calls);
});
