// The lines of a recording -> the calls to the hosts of interest, and how many went elsewhere.
import { effectiveMethods } from '../calls/stated.js';
import { type Call, COMMAND_LINE } from '../model/model.js';
import { parseTarget, withoutMarkers } from '../paths/target.js';
import { readLine } from './seen-request.js';

/** What a recording holds. */
export interface Recording {
  readonly calls: readonly Call[];
  /** How many requests went to each of the hosts, those of no interest included. */
  readonly hosts: ReadonlyMap<string, number>;
}

/** @param lines each with how often it was written */
export function toCalls(lines: ReadonlyMap<string, number>): Recording {
  const hosts = new Map<string, number>();
  const calls: Call[] = [];
  for (const [line, count] of lines) {
    const seen = readLine(line);
    if (!seen) continue;
    hosts.set(seen.host, (hosts.get(seen.host) ?? 0) + count);
    if (seen.path === null) continue;
    // the scheme has no part in matching; this one keeps the port
    const target = parseTarget(withoutMarkers(`${schemeOf(seen.host)}://${seen.host}${seen.path}`));
    if (typeof target === 'string') continue;
    const { host, segments, open, methodOverride } = target;
    calls.push({
      host,
      segments,
      open,
      count,
      methods: effectiveMethods([seen.method], methodOverride),
      stated: false,
      personal: true,
      api: null,
      // bodies are not looked at, so what a subscription asks for is not known
      events: null,
      transport: null,
      source: 'record',
      locations: [{ file: COMMAND_LINE, line: 1, column: 1 }],
    });
  }
  return { calls, hosts };
}

const schemeOf = (host: string): string => (host.endsWith(':443') ? 'http' : 'https');
