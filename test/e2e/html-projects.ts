// A folder -> small projects in it that pages are made of: an ordinary one, and one full of hostile texts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
  `"><img src=x onerror=alert(1)>`,
  `</script><script>alert(1)</script>`,
  `javascript:alert(1)`,
  `<!--<script>`,
  '\u202egnp.exe',
  `'-alert(1)-'`,
];

/** Texts that would be scripts, markup or hidden in names, titles, reasons, paths and file names. */
export function hostileProject(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const names = NASTY.map((text, at) => JSON.stringify(`P${at} ${text}`));
  const plan = `plan "><img src=x onerror=alert(1)>.yaml`;
  write(
    'matrix.yaml',
    `version: 1
api: lab
title: ${JSON.stringify(NASTY[1])}
servers: [https://api.lab.example]
permissions:
${names.map((name, at) => `  ${name}: { title: ${JSON.stringify(NASTY[at])} }`).join('\n')}
  __proto__: proto
routes:
${names.map((name, at) => `  "GET /a${at}/<b onclick=alert(1)>/{id}": { requires: ${name}, docs: "https://x.example/" }`).join('\n')}
  GET /proto: __proto__
`,
  );
  write(
    plan,
    `version: 1\ncalls:\n${names.map((_, at) => `  - "GET /a${at}/<b onclick=alert(1)>/1"`).join('\n')}\n  - GET /proto\n  - "GET /nowhere/<img src=x onerror=alert(1)>"\n`,
  );
  write(
    'permlint.yaml',
    `version: 1
matrix: matrix.yaml
calls: [${JSON.stringify(plan)}]
grants: [${names.slice(0, 3).join(', ')}]
ignore:
  - { check: unknown-route, reason: ${JSON.stringify(NASTY.join(' '))} }
`,
  );
  return folder;
}
