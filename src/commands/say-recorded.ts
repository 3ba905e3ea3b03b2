// What a recording holds -> the sentences that say so, and where nothing was seen, why that may be.
import type { Api } from '../model/model.js';
import type { Report } from '../model/report.js';

/** What there is to say of a recording. */
export interface Recorded {
  /** How many requests went to each host. */
  readonly hosts: ReadonlyMap<string, number>;
  readonly report: Report;
  readonly apis: readonly Api[];
  /** How many Node programs the command was made of. */
  readonly programs: number;
  readonly where: string;
}

/** One line, and a second where no call was written. */
export function sayRecorded({ hosts, report, apis, programs, where }: Recorded): string[] {
  const titles = apis.map(({ title }) => title).join(' and ');
  const all = [...hosts.values()].reduce((sum, n) => sum + n, 0);
  const own = report.matches
    .filter(({ outcomes }) => outcomes.length > 0)
    .reduce((sum, { call }) => sum + call.count, 0);
  const seen = `${count(all, 'call')} to ${count(hosts.size, 'host')}`;
  if (own > 0) return [`${seen}, ${own} of ${titles}: written to ${where}`];
  const none = `a plan without calls is written to ${where}`;
  if (programs === 0)
    return [
      `no Node program was run, and calls of others are not seen: ${none}`,
      'other programs can be recorded by a proxy that writes HAR',
    ];
  if (all === 0)
    return [
      `${count(programs, 'Node program')} made no call that is seen: ${none}`,
      'not seen are HTTP/2, and mocks that take the place of a client or of fetch itself',
    ];
  return [
    `${seen}, none of ${titles}: ${none}`,
    'a host that stands for its own is named by --server URL',
  ];
}

/** `1 call`, `2 calls`. */
export const count = (n: number, noun: string): string => `${n} ${n === 1 ? noun : `${noun}s`}`;
