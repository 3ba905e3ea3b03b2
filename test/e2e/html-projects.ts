// A folder -> a small project in it that a page is made of; and a page whose every text is hostile.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { html } from '../../src/reporters/html.js';
import { poison } from '../reporters/poison.js';
import { richReports } from '../reporters/rich-report.js';

/** A missing, an excess, a withheld and a fine permission, and a call that cannot be resolved. */
export function ordinaryProject(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write(
    'permlint.yaml',
    'version: 1\nmatrix: ringcentral\ncalls: [plan.yaml]\ngrants: [ReadCallLog, VoipCalling]\n',
  );
  write(
    'plan.yaml',
    `version: 1
calls:
  - GET /restapi/v1.0/account/~/call-log
  - GET /restapi/v1.0/account/~/recording/{}
  - method: GET
    path: /restapi/v1.0/account/~/recording/{recordingId}/content
  - GET /restapi/v1.0/account/~/call-log/**
`,
  );
  return folder;
}

const NASTY = [
  '"><img src=x onerror="stolen=1">',
  '</script><script>stolen=1</script>',
  'javascript:stolen=1//',
  'https://evil.example/"onclick="stolen=1',
  '<!--<script>',
  '\u202egnp.exe',
  "'-(stolen=1)-'",
  '</style><style>@import "https://evil.example/x.css";</style>',
  '</title><svg onload=stolen=1>',
];

/** The page of reports with all these in names, titles, reasons, paths and names of files. */
export const hostilePage = (): string =>
  html.render(poison(richReports(), NASTY.join(' ')), {
    ...{ color: false, all: true, quiet: false, verbose: false },
  });
