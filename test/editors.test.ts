// What editors and programs rely on: schemas that say what each key means, a modeline in every YAML file, and reports
// that are as schema/report.json says.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { permlint } from './run.js';

const root = new URL('..', import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const schemas = readdirSync(join(root, 'schema')).filter((name) => name.endsWith('.json'));

/** The keys that a schema names without saying what they mean. */
function undescribed(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, part]) => {
    if (key !== 'properties') return undescribed(part, `${path}/${key}`);
    return Object.entries(part as Record<string, { description?: string }>).flatMap(
      ([name, property]) => [
        ...(/^[A-Z].*\.$/.test(property.description ?? '') ? [] : [`${path}/${name}`]),
        ...undescribed(property, `${path}/${name}`),
      ],
    );
  });
}

/** Plain values whose names say it all. */
const PLAIN =
  /(location|related|reference|matrices|inputs|proof|response|near|granted|withheld|verdict|counts|finding|call)\/.*\/?(file|line|column|method|path|api|date|routes|kind|source|items|status|body|name|message|location|unjudged|argument|scheme|permission|calls|sentence)$|\$schema$|counts$/;

describe.each(schemas)('schema/%s', (name) => {
  it('says in a sentence what each key means', () => {
    expect(
      undescribed(JSON.parse(read(`schema/${name}`)), '').filter((key) => !PLAIN.test(key)),
    ).toEqual([]);
  });
});

describe('YAML files', () => {
  const yaml = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      /\.ya?ml$/.test(path) &&
      // those of other tools have schemas of theirs
      !/^((node_modules|dist|rules\/sources)\/|\.|action\.yml$)|\/\.github\//.test(path),
  );
  it.each(yaml)('%s names its schema', (path) => {
    const [, schema] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(read(path)) ?? [];
    expect(schemas.map((name) => `schema/${name}`)).toContain(join(dirname(path), schema ?? ''));
  });
});

describe('the JSON report', () => {
  const validate = new Ajv.default({ strict: false }).compile(
    JSON.parse(read('schema/report.json')),
  );
  const plan =
    'version: 1\ncalls:\n  - GET {}\n  - GET|POST /v1.0/account/~/call-log\n  - GET /v1.0/account/~/calllog\n';
  const broad = `version: 1
api: lab
schemes: [app, user]
permissions:
  app: { Read: Read, Edit: { title: Edit, includes: [{ name: Read, verified: true }] }, Old: { title: Old, includes: [Read] } }
  user: { Own: Own }
routes:
  GET /things: { app: { anyOf: [Read, Edit] }, user: Own }
  GET /more: { app: Read, user: { anyOf: [Own, unknown] } }
`;
  const config =
    'version: 1\nmatrix: ringcentral\napps:\n  a: { calls: [plan.yaml], grants: [Read Call Log] }\n  b: { calls: [plan.yaml] }\n';
  const files = {
    'plan.yaml': plan,
    'broad.yaml': broad,
    'cut.har': '{"log":',
    'token.json': '{"scope":"ReadCallLog Other"}',
  };
  const subscriptions = {
    'app.har': read('fixtures/subscriptions/app.har'),
    'plan.yaml': read('fixtures/subscriptions/plan.yaml'),
    'events.yaml': read('fixtures/subscriptions/matrix.yaml'),
  };
  const log = 'version: 1\nrecorded: true\ncalls: [GET /v1.0/account/{}/call-log]\n';
  const recorded = { ...files, 'recorded.yaml': log };
  const linked = { 'new.yaml': read('fixtures/new-app/matrix.yaml') };
  it.each([
    ['an audit', ['plan.yaml'], files],
    ['a check', ['plan.yaml', '-g', 'ReadCallLog,Nothing'], files],
    ['a token', ['plan.yaml', '-g', 'token.json'], files],
    ['a lost input', ['plan.yaml', 'cut.har', '-g', 'none'], files],
    ['missing and excess', ['GET /v1.0/account/~/call-log', '-g', 'ReadCallRecording'], files],
    ['two schemes', ['GET /things', '-m', 'broad.yaml', '-g', 'none'], files],
    ['an inclusion', ['GET /more', '-m', 'broad.yaml', '-g', 'Edit'], files],
    ['an unverified inclusion', ['GET /more', '-m', 'broad.yaml', '-g', 'Old'], files],
    ['calls', ['calls', 'plan.yaml'], files],
    ['seen calls', ['calls', 'plan.yaml', 'recorded.yaml', '--coverage'], recorded],
    ['seen calls of apps', ['calls', '--coverage'], { ...files, 'permlint.yaml': config }],
    ['several apps', [], { ...files, 'permlint.yaml': config }],
    ['subscriptions', ['calls', 'app.har', '-m', 'events.yaml'], subscriptions],
    ['subscriptions of a plan', ['plan.yaml', '-m', 'events.yaml'], subscriptions],
    ['a link that makes an app', ['GET /v1.0/account/~/call-log', '-m', 'new.yaml'], linked],
    ['no matrix', ['GET /a', '-m', 'absent.yaml'], files],
  ])('%s', (_, argv, given) => {
    const report = JSON.parse(permlint([...argv, '-f', 'json'], { files: given }).out);
    validate(report);
    expect(validate.errors).toBe(null);
  });
});
