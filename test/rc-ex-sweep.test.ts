// Every operation of the real client beside the matrix: where it leads, what it needs, and how its chain is written.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { stateCall } from '../src/calls/stated.js';
import { files } from '../src/index.js';
import { groupByApi } from '../src/match/api.js';
import { matchCall } from '../src/match/match.js';
import { loadMatrices } from '../src/matrix/index.js';
import type { Requirement, Route } from '../src/model/model.js';
import { parseTemplate, templateKey } from '../src/paths/template.js';
import { type ChainTable, createChainTable } from '../src/scan/api/chains/chains.js';
import {
  createClient,
  execute,
  findOperations,
  giveAll,
  giveNeeded,
  type Operation,
  type Sent,
  sampleOf,
  type Way,
  waysToCall,
} from './rc-ex-sweep.js';
import { ringcentral } from './sdk/ringcentral.js';

const place = { file: 'test/rc-ex-sweep.test.ts', line: 1, column: 1 };
const { matrices } = loadMatrices([{ text: 'ringcentral', location: place }], files);
const apis = groupByApi(matrices);

const client = createClient();
const operations = findOperations(client.rc);
const nameOf = ({ method, endpoint }: Operation) => `${method} ${endpoint}`;

/** Where an operation differs from what its doc comment says, and why that is so. */
const EXCEPTIONS: readonly { operation: string; differs: string; reason: string }[] = [
  {
    operation: 'GET /restapi/{apiVersion}/account/{accountId}/greeting/{greetingId}/content',
    differs: 'unknown-route',
    reason: 'the client drops greetingId and asks for account/~/greeting/content',
  },
  {
    operation:
      'GET /restapi/{apiVersion}/account/{accountId}/extension/{extensionId}/phone-number/{phoneNumberId}/sms-configuration',
    differs: 'unknown-route',
    reason: 'the client drops phoneNumberId and asks for phone-number/sms-configuration',
  },
  {
    operation:
      'GET /restapi/{apiVersion}/account/{accountId}/message-threads/messages/{messageId}/content/{attachmentId}',
    differs: 'unknown-route',
    reason:
      'the client drops messageId and asks for message-threads/messages/content/{attachmentId}',
  },
  {
    operation: 'GET /restapi/{apiVersion}/account/{accountId}/recording/{recordingId}',
    differs: 'needs app ReadCallLog AND ReadCallRecording, not ReadCallRecording',
    reason: 'the row of permissions.yaml, kept by hand, wins over the generated one',
  },
];

/** What one operation sent, with every argument given and with the defaults of the client. */
interface Executed {
  readonly operation: Operation;
  readonly sent: readonly Sent[];
}
const executed: Executed[] = [];

beforeAll(async () => {
  for (const operation of operations) {
    const sent: Sent[] = [];
    for (const way of [giveAll(operation), giveNeeded(operation)]) {
      const request = await execute(client, operation, way);
      if (request) sent.push(request);
    }
    executed.push({ operation, sent });
  }
});

describe('the operations of the client', () => {
  it('are all found and all executed, twice each', () => {
    const folder = join(dirname(fileURLToPath(import.meta.resolve('@rc-ex/core'))), 'paths');
    const classes = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const commented = classes
      .filter((file) => file.endsWith('index.mjs'))
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/\* Endpoint: /g) ?? []);
    expect(operations.length).toBeGreaterThanOrEqual(500);
    expect(new Set(operations.map(nameOf)).size).toBe(operations.length);
    expect(commented.length).toBe(operations.length);
    expect(executed.filter(({ sent }) => sent.length === 2).length).toBe(operations.length);
  });

  it('lead to the route of the doc comment and need what it says, but for what is listed', () => {
    const differences = executed.flatMap(({ operation, sent }) => {
      const differs = [...new Set(sent.flatMap((request) => compare(operation, request)))];
      return differs.map((difference) => `${nameOf(operation)}: ${difference}`);
    });
    const expected = EXCEPTIONS.map(({ operation, differs }) => `${operation}: ${differs}`);
    expect(differences.sort()).toEqual(expected.sort());
  });
});

/** In what a request differs from the doc comment of its operation. */
function compare(operation: Operation, { method, url }: Sent): string[] {
  const call = stateCall([method], url, place, 'test');
  if (typeof call === 'string') return [call];
  // as a recording has it: the host alone says whose the call is
  const { outcomes } = matchCall({ ...call, stated: false }, apis);
  const candidates = outcomes.flatMap((o) => ('candidates' in o ? o.candidates : []));
  const [only, ...others] = candidates;
  if (outcomes.length !== 1 || !only) return [outcomes.map(({ kind }) => kind).join()];
  const { route, certainty } = only;
  return [
    ...(others.length > 0 ? [`${candidates.length} candidates`] : []),
    ...(certainty === 'certain' ? [] : [`${certainty} match`]),
    ...(keyOf(route) === documented(operation) ? [] : [`is ${route.method} ${route.path}`]),
    ...differingNeeds('app', operation.app, route),
    ...differingNeeds('user', operation.user, route),
  ];
}

const keyOf = ({ method, template }: Route) => `${method} ${templateKey(template)}`;

/** The client's comments write versions as parameters and a name that begins with a dot as a word. */
function documented({ method, endpoint }: Operation): string {
  const path = endpoint
    .replace('/restapi/{apiVersion}/', '/restapi/v1.0/')
    .replace('/scim/{version}', '/scim/v2')
    .replace('/dotSearch', '/.search');
  const template = parseTemplate(path);
  return 'segments' in template ? `${method} ${templateKey(template)}` : template.message;
}

function differingNeeds(scheme: string, documented: string | null, route: Route): string[] {
  const needs = write(route.requires.get(scheme) ?? { kind: 'unknown' });
  const same = documented === null ? ['nothing', 'unknown'].includes(needs) : needs === documented;
  return same ? [] : [`needs ${scheme} ${needs}, not ${documented}`];
}

function write(requirement: Requirement): string {
  if (requirement.kind === 'permission') return requirement.name;
  if (requirement.kind === 'unknown') return 'unknown';
  const parts = requirement.of.map(write);
  return parts.join(requirement.kind === 'anyOf' ? ' OR ' : ' AND ') || 'nothing';
}

const same = (name: string): string => name;
const upperFirst = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
const suffixReserved = (name: string): string =>
  ['default', 'public'].includes(name) ? `${name}1` : name;

describe('the chain of an operation', () => {
  const routes = apis.flatMap((api) => api.routes);
  const tableOf = (language: string) =>
    createChainTable(routes, ringcentral, ringcentral.languages.get(language)!);
  const typescript = tableOf('typescript');

  const lookUp = (table: ChainTable, { links, verb }: Operation, way: Way, rename = same) => {
    const steps = links.map(({ name }, i) => ({ name: rename(name), argument: way[i]! }));
    return table.lookup([...steps, { name: rename(verb), argument: 'given' }]);
  };

  it('is what the client sends, whichever arguments it is given, and nothing where it refuses', async () => {
    const differences: string[] = [];
    let [sending, refused] = [0, 0];
    for (const operation of operations) {
      for (const way of waysToCall(operation)) {
        const sent = await execute(client, operation, way);
        const real = sent && `${sent.method} ${new URL(sent.url).pathname}`;
        const said = lookUp(typescript, operation, way);
        const path = said?.segments.map((s) =>
          typeof s === 'string' ? s : sampleOf(operation.links[s]!, s),
        );
        const text = said && `${said.method} /${path!.join('/')}`;
        if (text !== real) differences.push(`${nameOf(operation)} ${way}: ${text}, not ${real}`);
        if (real) sending++;
        else refused++;
      }
    }
    expect(differences.slice(0, 20)).toEqual([]); // one wrong rule is wrong many times
    expect(sending).toBeGreaterThan(10 * operations.length);
    expect(refused).toBeGreaterThan(100);
  });

  it.each([
    { language: 'csharp', rename: upperFirst },
    { language: 'java', rename: suffixReserved },
    { language: 'java', rename: (name: string) => suffixReserved(name).toLowerCase() },
  ])('sends the same in $language', ({ language, rename }) => {
    const table = tableOf(language);
    const differing = operations.filter((operation) => {
      const way = giveAll(operation);
      const renamed = lookUp(table, operation, way, rename);
      return JSON.stringify(renamed) !== JSON.stringify(lookUp(typescript, operation, way));
    });
    expect(differing.map(nameOf)).toEqual([]);
  });
});
