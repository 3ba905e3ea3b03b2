// A check owns its facts: nobody else knows a check by its id, so that a new one takes one file and one line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkHelp, checks } from '../src/checks/index.js';
import { findImpact } from '../src/delta/find-impact.js';
import * as faults from '../src/model/faults.js';
import type { Report } from '../src/model/report.js';
import { reporters } from '../src/reporters/index.js';
import { richReports } from './reporters/rich-report.js';

const root = new URL('..', import.meta.url).pathname;
const ids = checks.map(({ id }) => id);
const filesIn = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));

/** The ids that stand as literals in a text; in code no quotes are double but those of examples. */
const idsIn = (text: string, literal = /['`]([a-z-]+)['`]/g): string[] =>
  [...text.matchAll(literal)].map(([, id = '']) => id).filter(isCheck);
const isCheck = (id: string): boolean => ids.includes(id);

/** Loaders stand above the checks, so the ids of the faults that they find stand above both. */
const FAULTS = 'src/model/faults.ts';
/** An outcome of a call has a kind, and two kinds are called as the checks that look for them. */
const KINDS = ['unknown-route', 'unsupported-method'];
const OUTCOMES = new RegExp(`^.*\\bkind\\b.*'(${KINDS.join('|')})'.*$`, 'gm');

describe('a check', () => {
  it.each(filesIn('src', '.ts').filter((file) => !file.startsWith('src/checks/')))(
    'is not named by %s',
    (file) => {
      const text = readFileSync(join(root, file), 'utf8').replace(OUTCOMES, '');
      expect(file === FAULTS ? [] : idsIn(text)).toEqual([]);
    },
  );

  it.each(filesIn('src/checks', '.ts'))('is not named by another one: %s', (file) => {
    const own = file.replace(/^.*\/|\.ts$/g, '');
    const named = idsIn(readFileSync(join(root, file), 'utf8'));
    expect(named.filter((id) => id !== own)).toEqual([]);
  });

  it.each(filesIn('schema', '.json'))('wants no entry in %s', (file) => {
    const named = idsIn(readFileSync(join(root, file), 'utf8'), /"([a-z-]+)"/g);
    expect(named.filter((id) => !KINDS.includes(id))).toEqual([]);
  });

  it('is there for every fault that loaders name', () => {
    expect(Object.values(faults).filter((id) => !isCheck(id))).toEqual([]);
  });

  it('travels with a report with all that it says of itself', () => {
    for (const [index, { examples: _, run: __, lint: ___, ...facts }] of checks.entries())
      expect(checkHelp[index]).toEqual(facts);
  });
});

/** The same id in other letters, as long as before; twice gives it back. */
const renamed = (id: string): string =>
  id.replace(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97),
  );
const rename = <T extends { readonly check: string }>(one: T): T => ({
  ...one,
  check: renamed(one.check),
});

/** A report of checks that nobody has heard of. */
const strange = (report: Report): Report => ({
  ...report,
  findings: report.findings.map(rename),
  suppressed: report.suppressed.map(({ finding, by }) => ({ finding: rename(finding), by })),
  checks: report.checks.map((check) => ({ ...check, id: renamed(check.id) })),
});

/** A text without the ids, and without what is made of them: hashes, and names of rules in one word. */
const nameless = (text: string): string =>
  text
    .replace(new RegExp([...ids, ...ids.map(renamed)].join('|'), 'g'), 'ID')
    .replace(/"name": "[A-Z][a-z]+[A-Z][a-z]+"/g, 'NAME')
    .replace(/\b[0-9a-f]{16}:\d+/g, 'HASH');

describe('a check that nobody has heard of is shown as one that says the same', () => {
  it.each(reporters.map((reporter) => [reporter.id, reporter] as const))('by %s', (_, reporter) => {
    const options = { color: false, all: false, quiet: false, verbose: true };
    const reports = richReports();
    const [known, unknown] = [reports, reports.map(strange)].map((each) =>
      nameless(reporter.render(each, options)),
    );
    expect(unknown).toBe(known);
  });

  it('by a diff of matrices', () => {
    for (const report of richReports()) {
      const before = { ...report, findings: [] };
      const [known, unknown] = [
        findImpact(before, report),
        findImpact(strange(before), strange(report)),
      ];
      expect(nameless(JSON.stringify(unknown))).toBe(nameless(JSON.stringify(known)));
    }
  });
});
