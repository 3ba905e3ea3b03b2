// The formats -> which of them list calls, and which have room for a count. It is found out, so a new format needs no entry.
import { callSources } from '../../src/calls/index.js';
import { reporters } from '../../src/reporters/index.js';
import { permlint } from '../run.js';
import { emptyReport } from './rich-report.js';

const CALL = 'GET /restapi/v1.0/account/~/call-log';
const FLAGS = { color: false, all: true, quiet: false, verbose: true };

/** The formats that say what is found, and do not list the calls where nothing is judged. */
export const formatsOfFindings = (): Set<string> =>
  new Set(
    reporters
      .map(({ id }) => id)
      .filter((id) => !permlint(['calls', CALL, '-f', id]).out.includes('call-log')),
  );

/**
 * The formats that have no room for a count: they write nothing at all of a run in which nothing is found, or what they
 * write is read again as calls.
 */
export const formatsWithoutCounts = (): Set<string> =>
  new Set(
    reporters
      .filter(({ render }) => {
        const text = render([emptyReport()], FLAGS);
        return text.trim() === '' || isInput(text);
      })
      .map(({ id }) => id),
  );

const isInput = (text: string): boolean =>
  callSources.some(
    ({ recognises, read }) => recognises(text) && read(text, 'x').findings.length === 0,
  );
