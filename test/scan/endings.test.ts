// Names of files that are of a language, whatever the usual ending of its files is.
import { describe, expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const URL = 'https://platform.ringcentral.com/restapi/v1.0/account/~/presence';
const PHP = `<?php\nfile_get_contents('${URL}');`;
const RUBY = `require 'net/http'\nNet::HTTP.get(URI('${URL}'))`;
const CURL = `#!/bin/bash\ncurl ${URL}`;

describe('a file named', () => {
  it.each([
    ['lib/rc.php5', PHP],
    ['includes/rc.inc', PHP],
    ['rc.module', PHP],
    ['rc.install', PHP],
    ['my.theme', PHP],
    ['lib/tasks/rc.rake', RUBY],
    ['Rakefile', RUBY],
    ['deploy/Capfile', RUBY],
    ['config.ru', RUBY],
    ['main.thor', RUBY],
    ['rc.gemspec', RUBY],
    ['views/show.jbuilder', RUBY],
    ['job.csx', `\nvar r = await new HttpClient().GetAsync("${URL}");`],
    ['rc.pyw', `import requests\nrequests.get('${URL}')`],
    ['Sync.command', CURL],
    ['bin/sync', CURL],
    ['bin/other', `#!/usr/bin/env -S php -q\n${PHP.replace('\n', ' ')}`],
    ['Code.gs', `\nUrlFetchApp.fetch('${URL}');`],
  ])('%s is read', async (file, source) => {
    expect(await callsIn(file, source)).toEqual(['2 GET /restapi/v1.0/account/~/presence']);
  });
});

it.each([
  ['the method in options', `UrlFetchApp.fetch('${URL}', { method: 'put' });`, ['PUT']],
  [
    'several at once',
    `UrlFetchApp.fetchAll([{ url: '${URL}' }, { url: '${URL}', method: 'put' }]);`,
    ['GET', 'PUT'],
  ],
  [
    'one for each of a list',
    `UrlFetchApp.fetchAll(ids.map((id) => ({ url: '${URL}', method: 'put' })));`,
    ['PUT'],
  ],
])('of Apps Script %s', async (_, source, methods) => {
  const calls = await callsIn('Code.gs', source);
  expect(calls).toEqual([`1 ${methods.join('|')} /restapi/v1.0/account/~/presence`]);
});
