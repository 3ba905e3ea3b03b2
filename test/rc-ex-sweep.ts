// The real @rc-ex/core with a stubbed transport: its class graph -> every operation with its doc comment, and what a
// call of one sends. Nothing of the client is copied: classes are found by calling the methods that give them.
import RingCentral from '@rc-ex/core';
import type { ChainStep } from '../src/scan/api/chains/chain.js';

/** One method of the client that sends a request, with the chain that leads to it. */
export interface Operation {
  /** The methods before the last, and whether each takes an argument that the path shows. */
  readonly links: readonly Link[];
  readonly verb: string;
  /** The names of the parameters of the last method. */
  readonly parameters: readonly string[];
  /** What the doc comment says. */
  readonly method: string;
  readonly endpoint: string;
  readonly app: string | null;
  readonly user: string | null;
}

/** A method that gives the next object of a chain. */
export interface Link {
  readonly name: string;
  /** What the object calls its argument; absent where it takes none. */
  readonly parameter?: string;
  /** What it keeps where none is given. */
  readonly fallback?: string | null;
}

/** What the client sent. */
export interface Sent {
  readonly method: string;
  readonly url: string;
}

type Node = Record<string, (...args: unknown[]) => unknown>;

const SAMPLE = '123';
const COMMENTED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*async (\w+)\(([^)]*)\)/g;

/** A client that sends nothing, and keeps what it would have sent. */
export function createClient(): { rc: RingCentral; sent: Sent[] } {
  const rc = new RingCentral({ server: 'https://platform.ringcentral.com' });
  const sent: Sent[] = [];
  const { httpClient } = rc.rest;
  httpClient.defaults.adapter = async (config) => {
    sent.push({ method: config.method!.toUpperCase(), url: httpClient.getUri(config) });
    return { status: 200, statusText: 'OK', data: {}, headers: {}, config };
  };
  return { rc, sent };
}

/** Walks the objects of the client, from itself to the last of each chain. */
export function findOperations(client: RingCentral): Operation[] {
  const visit = (object: object, links: readonly Link[]): Operation[] => {
    const own = links.length === 0 ? [] : readOperations(object, links);
    const next = linkNames(object).flatMap((name) => {
      const node = object as unknown as Node;
      const child = node[name]!() as object;
      return visit(child, [...links, { name, ...readParameter(child, node[name]!(SAMPLE)) }]);
    });
    return [...own, ...next];
  };
  return visit(client, []);
}

/** A method that is not asynchronous gives the next object, but for the one that tells its own path. */
function linkNames(object: object): string[] {
  const prototype = Object.getPrototypeOf(object);
  const members = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  return members
    .filter(([, { value }]) => value?.constructor === Function)
    .map(([name]) => name)
    .filter((name) => !['constructor', 'path'].includes(name));
}

function readParameter(without: object, withSample: unknown): Omit<Link, 'name'> {
  const kept = Object.entries(withSample as object).find(([, value]) => value === SAMPLE);
  if (!kept) return {};
  const [parameter] = kept;
  return { parameter, fallback: (without as Record<string, string | null>)[parameter]! };
}

function readOperations(object: object, links: readonly Link[]): Operation[] {
  const source = String(object.constructor);
  return [...source.matchAll(COMMENTED)].map(([, comment = '', verb = '', parameters = '']) => {
    const say = (what: string) => new RegExp(`\\* ${what}: (.*)`).exec(comment)?.[1]?.trim();
    return {
      links,
      verb,
      parameters: parameters.split(/\s*,\s*/).filter((name) => name !== ''),
      method: say('HTTP Method')?.toUpperCase() ?? '',
      endpoint: say('Endpoint') ?? '',
      app: say('App Permission') ?? null,
      user: say('User Permission') ?? null,
    };
  });
}

/** Which argument each link is called with. */
export type Way = readonly ChainStep['argument'][];

/** Every argument given that the path of the doc comment shows, or that has a default. */
export const giveAll = ({ links, endpoint }: Operation): Way =>
  links.map(({ parameter, fallback }) =>
    fallback || endpoint.includes(`{${parameter}}`) ? 'given' : 'omitted',
  );

/** The same, but omitted where there is a default. */
export const giveNeeded = ({ links, endpoint }: Operation): Way =>
  links.map(({ parameter, fallback }) =>
    !fallback && endpoint.includes(`{${parameter}}`) ? 'given' : 'omitted',
  );

/** All ways to give, omit or cancel the arguments of an operation. */
export function waysToCall({ links }: Operation): Way[] {
  let ways: Way[] = [[]];
  for (const { fallback } of links) {
    const choices: Way =
      fallback === undefined
        ? ['omitted']
        : fallback === null
          ? ['given', 'omitted']
          : ['given', 'omitted', 'null'];
    ways = ways.flatMap((way) => choices.map((choice) => [...way, choice]));
  }
  return ways;
}

/** Calls an operation; `null` where the client throws before it sends anything. */
export async function execute(
  { rc, sent }: ReturnType<typeof createClient>,
  { links, verb, parameters }: Operation,
  way: Way,
): Promise<Sent | null> {
  let node = rc as unknown as Node;
  for (const [index, link] of links.entries()) {
    const args = { given: [sampleOf(link, index)], omitted: [], null: [null] }[way[index]!];
    node = node[link.name]!(...args) as Node;
  }
  const before = sent.length;
  const query = { page: '1', phoneNumber: '/restapi/v1.0' };
  const args = parameters.map((name) =>
    name === 'restRequestConfig' ? undefined : name === 'queryParams' ? query : {},
  );
  try {
    await node[verb]!(...args);
  } catch (error) {
    if (/must be specified/.test(String(error)) && sent.length === before) return null;
    throw error;
  }
  if (sent.length !== before + 1) throw new Error(`${verb} sent ${sent.length - before} requests`);
  return sent.at(-1)!;
}

/** The argument that is given at a position of a chain: a version is what it is, ids are all different. */
export const sampleOf = ({ fallback }: Link, index: number): string =>
  fallback?.startsWith('v') ? fallback : `${SAMPLE}${index}`;
