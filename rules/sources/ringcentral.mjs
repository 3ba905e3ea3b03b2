// @rc-ex/core, the specification in ringcentral-open-api-parser and sources/ringcentral.yaml -> the text of
// rules/ringcentral.yaml. `npm run pack` writes it; a test compares.
//
// The client decides what an operation needs (its doc comments come from the newest specification). The specification
// of the npm package is older: it adds the operations that the client leaves out, which are the deprecated ones, and
// names and groups. What both lack is in the sources, with the reason.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';

const packages = new URL('../../node_modules/', import.meta.url);
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The text of the pack. */
export function writePack() {
  const source = readFileSync(new URL('ringcentral.yaml', import.meta.url), 'utf8');
  const [head, facts, tail] = source.split(/^---\n/m);
  const { needs, subscription, media, users, operations } = parse(facts);
  const specified = readSpecification();
  const current = readClient();
  const rows = new Map();
  for (const [key, operation] of [...specified, ...current]) {
    const deprecated = !current.has(key);
    rows.set(key, { ...specified.get(key), ...operations[key], ...operation, deprecated });
  }
  for (const key of [...Object.keys({ ...needs, ...operations }), ...media])
    if (!rows.has(key)) throw new Error(`sources/ringcentral.yaml: nothing has ${key}`);
  for (const key of media) rows.get(key).media = true;
  const names = new Set([...users, ...[...rows.values()].flatMap(({ user }) => user ?? [])]);
  for (const name of tail.matchAll(/\buser: ([A-Z]\w+)/g)) names.add(name[1]);
  const written = [...rows]
    .sort(([a], [b]) => order(a, b))
    .map(([key, row]) => {
      return writeRow(key, row, needs[key], ofSubscription(key, subscription));
    });
  return [
    '# yaml-language-server: $schema=../schema/matrix.json',
    '#',
    '# Written by `npm run pack` from the client and the specification of the vendor; edit rules/sources instead.',
    head.slice(head.indexOf('version:')).trimEnd(),
    '  user:',
    ...[...names].sort().map((name) => `    ${name}: ${title(name)}`),
    '',
    'routes:',
    ...written,
    tail.trimEnd(),
    '',
  ].join('\n');
}

/** What depends on the body: the filters of a subscription that is made or changed, the transport of one that is made. */
function ofSubscription(key, { transports, ...filters }) {
  if (key === 'POST /restapi/v1.0/subscription') return { ...filters, transports };
  return key === 'PUT /restapi/v1.0/subscription/{subscriptionId}' ? filters : null;
}

/** A name split at its capitals; runs of them stay together. */
const title = (name) =>
  name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');

function order(a, b) {
  const [[m, p], [n, q]] = [a.split(' '), b.split(' ')];
  return p === q ? METHODS.indexOf(m) - METHODS.indexOf(n) : p < q ? -1 : 1;
}

function writeRow(key, { app, user, operation, tag, deprecated, media }, needs, subscription) {
  const app_ = needs?.app ?? (app === null ? null : app[0]);
  const all = Array.isArray(needs) ? '[]' : app_ === null ? 'unknown' : null;
  const users = user.length > 1 ? `{ anyOf: [${user.join(', ')}] }` : (user[0] ?? 'unknown');
  const facts = [
    `requires: ${all ?? `{ app: ${inline(app_)}, user: ${users} }`}`,
    `operation: ${operation}`,
    `tag: ${tag}`,
    ...(media ? ['media: true'] : []),
    ...(deprecated ? ['deprecated: true'] : []),
  ];
  if (!subscription) return `  ${key}: { ${facts.join(', ')} }`;
  return [`  ${key}:`, ...facts.map((fact) => `    ${fact}`), ...block(subscription, '    ')].join(
    '\n',
  );
}

/** A value as YAML in one line. */
function inline(value) {
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value).map(([key, part]) => `${key}: ${inline(part)}`);
  return `{ ${entries.join(', ')} }`;
}

/** A map as YAML, nested maps of values in one line. */
function block(value, indent) {
  return Object.entries(value).flatMap(([key, part]) => {
    const entries = Object.entries(part);
    if (key === 'body') return [`${indent}${key}: ${inline(part)}`];
    return [`${indent}${key}:`, ...entries.map(([k, v]) => `${indent}  ${k}: ${inline(v)}`)];
  });
}

/** What the client's methods say of themselves. */
function readClient() {
  const folder = fileURLToPath(new URL('@rc-ex/core/dist/paths', packages));
  const found = new Map();
  for (const file of readdirSync(folder, { recursive: true })
    .filter((f) => f.endsWith('index.mjs'))
    .sort()) {
    for (const [comment] of readFileSync(join(folder, file), 'utf8').matchAll(
      /\/\*\*[\s\S]*?\*\//g,
    )) {
      const say = (what) => new RegExp(`\\* ${what}: (.*)`).exec(comment)?.[1].trim();
      const method = say('HTTP Method')?.toUpperCase();
      if (method === undefined) continue;
      found.set(`${method} ${fullPath(say('Endpoint'))}`, {
        app: say('App Permission') ? [say('App Permission')] : null,
        user: say('User Permission')?.split(' OR ') ?? [],
      });
    }
  }
  return found;
}

/** The same of the specification, with names and groups. */
function readSpecification() {
  const file = new URL('ringcentral-open-api-parser/rc-public-openapi.yml', packages);
  const text = readFileSync(file, 'utf8');
  const found = new Map();
  for (const [path, item] of Object.entries(parse(text, { uniqueKeys: false }).paths)) {
    for (const method of METHODS) {
      const operation = item[method.toLowerCase()];
      if (!operation) continue;
      found.set(`${method} ${fullPath(path)}`, {
        app: operation['x-app-permission'] ? [operation['x-app-permission']] : null,
        user: operation['x-user-permission']?.split(' OR ') ?? [],
        operation: operation.operationId,
        tag: operation.tags[0],
        media: operation['x-media-api'] === true,
      });
    }
  }
  return found;
}

/** Versions are literals, but where the version is what is asked for. */
const fullPath = (path) =>
  path === '/restapi/{apiVersion}'
    ? path
    : path
        .replace('{apiVersion}', 'v1.0')
        .replace('/scim/{version}', '/scim/v2')
        .replace('/dotSearch', '/.search');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(new URL('../ringcentral.yaml', import.meta.url), writePack());
