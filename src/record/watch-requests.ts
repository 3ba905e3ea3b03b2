// The HTTP clients of this process -> each request that one of them sends, once.
import { subscribe } from 'node:diagnostics_channel';
import { quietly } from './quietly.js';
import type { SentRequest } from './seen-request.js';
import { watchMocks } from './watch-mocks.js';

/** The shape of a request of undici, within Node or installed: headers in a flat list, or in lines of text. */
interface UndiciRequest {
  readonly method?: string;
  readonly origin?: string | URL;
  readonly path?: string;
  readonly headers?: readonly unknown[] | string;
}

/** What the channel of `http` and `https` gives. */
interface ClientRequest {
  readonly method: string;
  readonly protocol: string;
  readonly host: string;
  readonly path: string;
  getHeader(name: string): unknown;
}

const OVERRIDE = 'x-http-method-override';
const MANY = 10_000;

/**
 * One request of `fetch` is seen by up to three, from the outside in: a mock, `fetch`, and what sends it. Whoever sees
 * it first tells; those further in pass over what was told.
 */
const MOCK = 0;
const FETCH = 1;
const SENDER = 2;

/**
 * Watches all clients.
 * @param reduce what is kept of a request; requests of which the same is kept are not told apart
 * @param tell called as soon as a request is known, before there is an answer
 */
export function watchRequests(
  reduce: (request: SentRequest) => string | null,
  tell: (kept: string) => void,
): void {
  const told = new Map<string, number[]>();
  const see = (depth: number, request: SentRequest): void => {
    const kept = reduce(request);
    if (kept === null) return;
    const depths = told.get(kept) ?? [];
    const known = depths.findIndex((other) => other < depth);
    if (known === -1) tell(kept);
    else depths.splice(known, 1);
    if (depth < SENDER) depths.push(depth);
    // a mock never sends what it told
    if (told.size > MANY) told.clear();
    if (depths.length > 0) told.set(kept, depths.slice(-MANY));
    else told.delete(kept);
  };
  subscribe('undici:request:create', (message) =>
    quietly(() => see(SENDER, fromUndici((message as { request: UndiciRequest }).request))),
  );
  subscribe('http.client.request.start', (message) =>
    quietly(() => {
      const kept = reduce(fromHttp((message as { request: ClientRequest }).request));
      if (kept !== null) tell(kept);
    }),
  );
  watchFetch((request) => see(FETCH, request));
  watchMocks((request) => see(MOCK, fromFetch(request)));
}

function fromUndici({
  method = 'GET',
  origin,
  path = '',
  headers = [],
}: UndiciRequest): SentRequest {
  const flat =
    typeof headers === 'string'
      ? headers.split(/:[ \t]*|\r\n/)
      : headers.map((part) => String(part));
  const at = flat.findIndex((part, index) => index % 2 === 0 && part.toLowerCase() === OVERRIDE);
  return { method, url: `${origin}${path}`, override: at === -1 ? null : flat[at + 1] };
}

function fromHttp(request: ClientRequest): SentRequest {
  const { method, protocol, host, path } = request;
  const override = request.getHeader(OVERRIDE);
  // a request to a proxy has the whole URL for its path
  const whole = /^https?:\/\//i.test(path);
  const authority = String(request.getHeader('host') ?? host);
  return { method, url: whole ? path : `${protocol}//${authority}${path}`, override };
}

const fromFetch = ({ method, url, headers }: Request): SentRequest => ({
  method,
  url,
  override: headers.get(OVERRIDE),
});

/** A mock below `fetch` (an agent of undici) sends nothing that the channel would tell. */
function watchFetch(see: (request: SentRequest) => void): void {
  const original = globalThis.fetch;
  if (typeof original !== 'function') return;
  const watched = new Proxy(original, {
    apply(target, self, args: Parameters<typeof fetch>) {
      quietly(() => see(readArguments(args)));
      return Reflect.apply(target, self, args);
    },
  });
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'fetch');
  Object.defineProperty(globalThis, 'fetch', {
    configurable: true,
    writable: true,
    enumerable: descriptor?.enumerable ?? true,
    value: watched,
  });
}

/** Reads what is given without using it up: makes no `Request` of a body, asks no text of a strange object. */
function readArguments([input, init]: Parameters<typeof fetch>): SentRequest {
  const given = typeof input === 'object' && 'method' in input ? input : null;
  if (!given && typeof input !== 'string' && !(input instanceof URL)) throw new Error('no request');
  const headers = init?.headers === undefined ? given?.headers : readable(init.headers);
  return {
    method: init?.method ?? given?.method ?? 'GET',
    url: new URL(given ? given.url : String(input)).href,
    override: headers?.get(OVERRIDE) ?? null,
  };
}

/** An iterator can be read once. */
const readable = (headers: NonNullable<RequestInit['headers']>): Headers | null =>
  Array.isArray(headers) || headers instanceof Headers || !(Symbol.iterator in headers)
    ? new Headers(headers)
    : null;
