// What a call says of its method and of its URL, each in alternatives -> the requests that it sends: those that belong together.

import { distinct, valueKey } from '../values/alternatives.js';
import { both, type Decision, either, type Guard, within } from '../values/guards.js';
import { pathOf, textOf } from '../values/substitute.js';
import { isParameter, type Value } from '../values/value.js';
import type { Sending } from './request.js';
import { methodText } from './request-arguments.js';

/** A method, or what stands for one that is not known. */
type Method = string | Value;

interface Combination {
  readonly method: Method;
  readonly url: Value;
  readonly when: Guard | null;
}

/**
 * Combines methods and URLs that hold on the same ways through the code.
 * @param methods texts are methods, what is absent is the method that is sent where nothing is said
 * @param fallback that method; `null` where there is none
 * @param here the way through the code that the call stands on
 */
export function combined(
  methods: readonly Value[],
  fallback: string | null,
  urls: readonly Value[],
  here: Guard | null,
): Sending[] {
  const all = urls.flatMap((url) =>
    methods.flatMap((value): Combination[] => {
      const when = both(url.when ?? null, value.when ?? null);
      if (when === false || within(here, when) === false) return [];
      const method = value.kind === 'absent' ? fallback : (methodText(value) ?? value);
      return [{ method: method ?? value, url, when }];
    }),
  );
  const sure = certainOnes(all);
  const byUrl = new Map<Value, [sure: Combination[], possible: Combination[]]>();
  for (const one of all) {
    const lists = byUrl.get(one.url) ?? [[], []];
    byUrl.set(one.url, lists);
    lists[sure.has(one) ? 0 : 1].push(one);
  }
  return [...byUrl].flatMap(([url, [certain, possible]]) => [
    ...sendings(url, certain, false),
    ...sendings(url, possible, true),
  ]);
}

/** Requests to the same URL by methods that are known, as one request by one of them. */
export function merged(sendings: readonly Sending[]): Sending[] {
  const found = new Map<unknown, Sending>();
  for (const sent of sendings) {
    const key = sent.methods.length > 0 ? `${sent.possible} ${String(valueKey(sent.url))}` : sent;
    const known = found.get(key);
    const methods = [...new Set([...(known?.methods ?? []), ...sent.methods])];
    found.set(key, known ? { ...known, methods } : sent);
  }
  return [...found.values()];
}

/** The methods that are known as one request, each that is not known as another. */
function sendings(url: Value, all: readonly Combination[], possible: boolean): Sending[] {
  const known = all.flatMap(({ method }) => (typeof method === 'string' ? [method] : []));
  const open = distinct(all.flatMap(({ method }) => (typeof method === 'string' ? [] : [method])));
  const when = (isKnown: boolean) =>
    all
      .filter(({ method }) => (typeof method === 'string') === isKnown)
      .map((one) => one.when)
      .reduce(either);
  const of = { url, possible };
  return [
    ...(known.length > 0
      ? [{ ...of, when: when(true), methods: [...new Set(known)], methodHoles: [] }]
      : []),
    ...(open.length > 0
      ? [{ ...of, when: when(false), methods: [], methodHoles: open.filter(isParameter) }]
      : []),
  ];
}

/**
 * The combinations that some run surely sends: those that at most one decision leads to. What is the same whichever way
 * a decision goes does not depend on it, and a loop goes all of its ways.
 */
function certainOnes(all: readonly Combination[]): Set<Combination> {
  const ways = new Map<Decision, number>();
  for (const { when } of all)
    for (const { decision, ways: own } of when?.atoms ?? [])
      ways.set(decision, (ways.get(decision) ?? 0) | own);
  const alike = new Map<string, Combination[]>();
  for (const one of all) {
    const key = keyOf(one);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  const sure = new Set<Combination>();
  for (const group of alike.values()) {
    const when = group.map((one) => one.when).reduce(either);
    const deciding = when?.atoms.filter(
      ({ decision, ways: own }) => !decision.each && own !== ways.get(decision),
    );
    const isOne = !when?.isMixed || deciding!.length < 2;
    if (isOne && !when?.isLoose) for (const one of group) sure.add(one);
  }
  return sure;
}

/** What is the same for combinations that reach the same route. */
function keyOf({ method, url }: Combination): string {
  const path = pathOf(textOf(url) ?? '{}').replace(/[?#].*$/s, '');
  return `${typeof method === 'string' ? method : '?'} ${path}`;
}
