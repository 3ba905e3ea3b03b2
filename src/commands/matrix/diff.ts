// permlint matrix diff: compares two matrices, and what they mean for the calls of an app.
import { compareMatrices } from '../../delta/compare-matrices.js';
import { findImpact } from '../../delta/find-impact.js';
import {
  type AppImpact,
  showDeltaJson,
  showDeltaMarkdown,
  showDeltaText,
} from '../../delta/show-delta.js';
import { fitGrants } from '../../grants/fit-grants.js';
import { loadMatrices } from '../../matrix/index.js';
import { mergeMatrices } from '../../matrix/merge.js';
import { COMMAND_LINE, type Matrix } from '../../model/model.js';
import type { Finding, GrantSet, Report } from '../../model/report.js';
import { type PreflightInput, preflight } from '../../preflight.js';
import { printable } from '../../text/printable.js';
import { defineCommand, oneOf } from '../command.js';
import { loadRuns, type RunOptions } from '../load-run.js';
import { addInputOptions } from '../options.js';

const FORMATS = {
  text: showDeltaText,
  markdown: showDeltaMarkdown,
  json: showDeltaJson,
} as const;

/** Compares matrices. */
export const diff = defineCommand({
  id: 'diff',
  summary: 'compare two matrices, and what they mean for calls',
  examples: [['permlint matrix diff old.yaml new.yaml', 'which rows changed, for whom']],
  define(command, host, end) {
    command
      .argument('<old>', 'rule pack or matrix file')
      .argument('<new>', 'rule pack or matrix file')
      .argument('[calls...]', 'the calls of the project, where there is no config');
    addInputOptions(command)
      .option('-g, --grants <list|file|->', 'what the app holds')
      .option('-f, --format <name>', Object.keys(FORMATS).join(', '), 'text');
    type Options = RunOptions & { readonly format: string };
    command.action((old: string, now: string, words: string[], options: Options) => {
      const formats = Object.keys(FORMATS) as (keyof typeof FORMATS)[];
      const render = FORMATS[oneOf('--format', options.format, formats)];
      const before = loadMatrices([{ text: old, location: ARGUMENT }], host.files);
      const after = loadMatrices([{ text: now, location: ARGUMENT }], host.files);
      const runs = loadRuns(words, { ...options, matrix: [now] }, host, [], 'calls may be none');
      const changes = compareMatrices(before.matrices, after.matrices);
      const impacts = runs.flatMap(({ input }) => impactOf(input, before.matrices));
      const all = [...before.matrices, ...after.matrices];
      const faults = [
        ...[before, after, ...runs.map(({ input }) => input)].flatMap((o) => o.findings ?? []),
        ...runs.flatMap(({ input }) => fitTo(all, input.grants).findings),
      ];
      // with one side lost, all of the other would read as new or gone
      const both = before.matrices.length > 0 && after.matrices.length > 0;
      if (both) host.print(printable(render({ changes, impacts })));
      const complaints = new Set(faults.map(complaintOf));
      for (const complaint of complaints) host.complain(complaint);
      const broken = impacts.some(({ breaks }) => breaks.length > 0);
      end(faults.length > 0 ? 2 : broken ? 1 : 0);
    });
  },
});

const ARGUMENT = { file: COMMAND_LINE, line: 1, column: 1 };

const complaintOf = ({ location: { file, line, column }, check, message }: Finding): string =>
  `${file}:${line}:${column}  error[${check}]: ${message}\n`;

function impactOf(input: PreflightInput, old: readonly Matrix[]): AppImpact[] {
  if (input.calls.length === 0) return [];
  const grants = input.grants ?? requiredGrants(preflight({ ...input, matrices: old }));
  const [before, after] = [old, input.matrices].map((matrices) =>
    // a scheme may have come or gone
    preflight({ ...input, matrices, grants: fitTo(matrices, grants).value }),
  ) as [Report, Report];
  return [{ app: input.app ?? null, assumed: !input.grants, ...findImpact(before, after) }];
}

/** The part of the grants that speaks of schemes of these matrices. */
function fitTo(matrices: readonly Matrix[], grants: GrantSet | null | undefined) {
  if (!grants) return { value: null, findings: [] };
  const { value, findings } = fitGrants(grants, mergeMatrices(matrices));
  return { value: { ...value, incomplete: grants.incomplete ?? false }, findings };
}

/** Where nothing is known of the grants, what the old matrix requires is taken to be granted. */
function requiredGrants({ required, apis }: Report): GrantSet {
  const schemes = [...new Set(apis.flatMap((api) => api.schemes))];
  const grants = [...required].flatMap(([scheme, names]) =>
    names.map((name) => ({ name, scheme, confirmed: false, location: ARGUMENT })),
  );
  return { grants, schemes, list: null };
}
