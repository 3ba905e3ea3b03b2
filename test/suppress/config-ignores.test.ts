// ignore: in permlint.yaml: what each item means, and what of it is refused.
import { describe, expect, it } from 'vitest';
import { permlint } from '../run.js';

const config = (items: string) => `version: 1
apps:
  one: { calls: [one.yaml], grants: [SMS, Faxes] }
  two: { calls: [two.yaml], grants: [SMS] }
ignore:
${items}`;
const plan = (...calls: string[]) =>
  `version: 1\ncalls:\n${calls.map((c) => `  - ${c}\n`).join('')}`;
const LOG = 'GET /restapi/v1.0/account/~/call-log';
const files = (items: string) => ({
  'permlint.yaml': config(items),
  'one.yaml': plan(LOG, 'GET /restapi/v1.0/account/~/recording/1', 'GET /restapi/v1.0/nothing'),
  'two.yaml': plan(LOG, 'POST /restapi/v1.0/account/~/extension/~/sms'),
});

/** What is set aside: `app check line`. */
function aside(items: string, argv: readonly string[] = []): string[] {
  const { out } = permlint([...argv, '-f', 'json'], { files: files(items) });
  return (JSON.parse(out).suppressed ?? []).map(
    ({ app, finding }: any) =>
      `${app} ${finding.check} ${finding.data.permission ?? finding.location.line}`,
  );
}

const items: readonly [item: string, aside: string[]][] = [
  [
    'check: missing-permission',
    [
      'one missing-permission ReadCallLog',
      'one missing-permission ReadCallLog',
      'one missing-permission ReadCallRecording',
      'two missing-permission ReadCallLog',
    ],
  ],
  ['check: missing-permission, app: two', ['two missing-permission ReadCallLog']],
  [
    'check: missing-permission, permission: ReadCallRecording',
    ['one missing-permission ReadCallRecording'],
  ],
  [
    "check: missing-permission, route: 'GET /restapi/v1.0/account/{}/recording/*'",
    ['one missing-permission ReadCallLog', 'one missing-permission ReadCallRecording'],
  ],
  ["check: missing-permission, path: 'tw*.yaml'", ['two missing-permission ReadCallLog']],
  ["check: missing-permission, path: './two.yaml'", ['two missing-permission ReadCallLog']],
  ...['.', './', './/', './.', '**'].map((path): [string, string[]] => [
    `check: unknown-route, path: '${path}'`,
    ['one unknown-route 5'],
  ]),
  ["check: unknown-route, path: '..'", []],
  ["check: unknown-route, route: 'ANY /restapi/**'", ['one unknown-route 5']],
  ['check: missing-permission, until: 2026-11-22', []],
];

describe('an item', () => {
  it.each(items)('{ %s }', (item, expected) => {
    expect(aside(`  - { ${item}, reason: it is known }\n`)).toEqual(expected);
    expect(aside(`  - { ${item}, reason: it is known }\n`, ['--no-ignores'])).toEqual([]);
  });
});

it('tells of one that sets nothing aside in any app, once, and not where an app is left out', () => {
  const item = '  - { check: redundant-permission, reason: x }\n';
  const unused = (argv: readonly string[]) =>
    JSON.parse(permlint([...argv, '-f', 'json'], { files: files(item) }).out).findings.filter(
      ({ check }: any) => check === 'unused-ignore',
    ).length;
  expect([unused([]), unused(['--app', 'one'])]).toEqual([1, 0]);
  const shared = '  - { check: missing-permission, permission: ReadCallRecording, reason: x }\n';
  expect(permlint(['-f', 'oneline'], { files: files(shared) }).out).not.toContain('unused-ignore');
});

const faults: readonly [item: string, place: string, message: string][] = [
  ['check: mising-permission', '6:14', 'did you mean missing-permission'],
  ['check: unreadable-input', '6:14', 'unreadable-input cannot be ignored'],
  ['check: unknown-route, until: 2027-02-30', '6:36', '2027-02-30 is no day'],
  ["check: unknown-route, path: 'a**'", '6:35', '** stands for whole segments'],
  ["check: unknown-route, path: '/'", '6:35', 'taken from the folder of this file'],
  ["check: unknown-route, path: '/src'", '6:35', 'taken from the folder of this file'],
  ["check: unknown-route, route: '/restapi'", '6:36', 'expected METHOD /path'],
  ["check: unknown-route, route: 'GET /*a*b*c*d'", '6:36', 'at most 3 stars'],
];

it.each(faults)('refuses { %s }', (item, place, message) => {
  const { out, code } = permlint([], { files: files(`  - { ${item}, reason: x }\n`) });
  expect(code).toBe(2);
  expect(out).toContain(`permlint.yaml:${place}`);
  expect(out.replace(/\s+/g, ' ')).toContain(message);
});
