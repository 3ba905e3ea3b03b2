// The recordings of fixtures/har are what the real clients send today: a fresh capture equals the files.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { capture, comparable } from '../fixtures/har/capture.mjs';

const committed = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/har/${name}`, import.meta.url), 'utf8'));

describe('a fresh capture', () => {
  let fresh: Record<string, { log: { entries: unknown[] } }>;
  beforeAll(async () => {
    fresh = await capture();
  });

  it.each([
    ['call-log.har', 14],
    ['neighbours.har', 25],
  ])('gives %s, with its %i requests', (name, requests) => {
    expect(fresh[name]?.log.entries).toHaveLength(requests);
    expect(comparable(fresh[name])).toEqual(comparable(committed(name)));
  });
});
