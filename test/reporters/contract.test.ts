// What every reporter must hold, whichever it is: the same bytes for the same report, and no text of a stranger acts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { reporters } from '../../src/reporters/index.js';
import { formatsOfFindings, formatsWithoutCounts } from './kinds-of-formats.js';
import { HOSTILE, poison } from './poison.js';
import { findSteering, readers } from './readers.js';
import { emptyReport, fineReport, richReports } from './rich-report.js';

const FLAGS = { color: false, all: true, quiet: false, verbose: true };
const rich = richReports();
const cases: readonly (readonly [string, readonly Report[]])[] = [
  ['all at once', rich],
  ['one app', rich.slice(0, 1)],
  ['an audit', rich.slice(1, 2)],
  ['a list of calls', rich.slice(2, 3)],
  ['a list of what is not accounted for', rich.slice(3, 4)],
  ['a lint', rich.slice(4, 5)],
  ['nothing', [emptyReport()]],
  ['fine', [fineReport()]],
];

describe.each(reporters.map((reporter) => [reporter.id, reporter] as const))(
  '%s',
  (id, reporter) => {
    const render = (reports: readonly Report[], flags = FLAGS) => reporter.render(reports, flags);
    const read = readers[id] ?? ((text: string) => text.length);

    it.each(cases)('writes %s as its format has it, twice the same', (_, reports) => {
      const text = render(reports);
      expect(findSteering(text)).toBeNull();
      expect(text === '' || text.endsWith('\n')).toBe(true);
      expect(() => read(text)).not.toThrow();
      expect(render(structuredCopy(reports))).toBe(text);
      for (const flags of [
        { ...FLAGS, all: false },
        { ...FLAGS, verbose: false, quiet: true },
      ])
        expect(() => read(render(reports, flags))).not.toThrow();
    });

    it.each(Object.keys(HOSTILE))('shows %s, and does nothing', (name) => {
      const text = render(poison(rich, HOSTILE[name]!));
      expect(findSteering(text)).toBeNull();
      const shape = read(text);
      // lines and lengths of a text may differ, what a program reads may not
      if (id in readers) expect(shape).toEqual(read(render(poison(rich, 'x'))));
    });

    it('shows any text, and does nothing', () => {
      const pieces = fc.constantFrom(
        ...Object.values(HOSTILE).flatMap((text) => text.split(/(?<=\W)/)),
      );
      const texts = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.array(pieces, { maxLength: 5 }).map((some) => some.join('')),
      );
      fc.assert(
        fc.property(texts, (hostile) => {
          const text = render(poison(rich.slice(0, 2), hostile));
          expect(findSteering(text)).toBeNull();
          read(text);
        }),
        { numRuns: 60, seed: 20261123 },
      );
    });
  },
);

/** The same facts as other objects. */
const structuredCopy = (reports: readonly Report[]) => poison(reports, '');

it('each format that can count says how many findings are suppressed', () => {
  const [report] = rich;
  const silent = formatsWithoutCounts();
  for (const { id, render } of reporters.filter((r) => !silent.has(r.id)))
    expect([id, render([report!], { ...FLAGS, verbose: false, all: false })]).toEqual([
      id,
      expect.stringMatching(/suppressed|ignored|"accepted"/),
    ]);
});

it('the kinds of formats are found out right', () => {
  const some = ['text', 'json', 'oneline', 'sarif', 'github', 'markdown', 'gitlab', 'plan', 'html'];
  const ofFindings = formatsOfFindings();
  const withoutCounts = formatsWithoutCounts();
  expect(some.filter((id) => ofFindings.has(id))).toEqual(['sarif', 'github', 'gitlab']);
  expect(some.filter((id) => withoutCounts.has(id))).toEqual(['oneline', 'plan']);
});
