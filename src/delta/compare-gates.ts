// What judges an app, before and after a change -> what of it changed: a change must not weaken its own gate unseen.
import type { Matrix } from '../model/model.js';
import type { PreflightInput } from '../preflight.js';
import { compareMatrices } from './compare-matrices.js';

/** One part of the gate, and the lines that were added and removed. */
export interface GatePart {
  readonly part: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What judges an app. */
export interface Gate {
  readonly input: PreflightInput;
  /** The inputs, as they are named. */
  readonly calls: readonly string[];
  readonly clients: readonly string[];
}

/** Compares, part by part, in a fixed order; `null`: there is nothing on that side. */
export function compareGates(before: Gate | null, after: Gate | null): GatePart[] {
  const part = (name: string, of: (gate: Gate) => readonly string[]): GatePart => {
    const [old, now] = [before ? of(before) : [], after ? of(after) : []];
    return { part: name, added: without(now, old), removed: without(old, now) };
  };
  return [
    part('grants', grantsOf),
    before && after
      ? matrixPart(before.input.matrices, after.input.matrices)
      : // all rows of a pack would say less
        part('matrix', ({ input }) => input.matrices.map(({ file }) => file)),
    part('severity', ({ input }) =>
      [...(input.severity ?? [])].map(([check, severity]) => `${check}: ${severity}`),
    ),
    part('ignores', ignoresOf),
    part('baseline', ({ input }) =>
      (input.accepted?.baseline?.entries ?? []).map(({ fingerprint, severity }) =>
        [fingerprint.replace(/\t+/g, ' '), ...(severity === 'error' ? [] : [severity])].join(' '),
      ),
    ),
    part('calls', ({ calls }) => calls),
    part('clients', ({ clients }) => clients),
    part('servers', ({ input }) =>
      (input.servers ?? []).map(({ host, basePath }) => `${host}${basePath}`),
    ),
  ];
}

const grantsOf = ({ input: { grants } }: Gate): string[] =>
  grants === null
    ? ['not known']
    : [
        ...new Set(
          grants.grants.map(({ scheme, name }) => (scheme === null ? name : `${scheme} ${name}`)),
        ),
      ];

const ignoresOf = ({ input }: Gate): string[] =>
  (input.accepted?.ignores ?? []).map(({ checks, about, location, reason, until, settles }) => {
    const what = [settles ? 'elsewhere' : `ignore[${checks.join(', ')}]`, ...about].join(' ');
    const why = reason === null ? 'no reason' : JSON.stringify(reason);
    return `${location.file}  ${what} ${why}${until === null ? '' : `, until ${until}`}`;
  });

function matrixPart(old: readonly Matrix[], now: readonly Matrix[]): GatePart {
  const { added, removed, changed, permissions, others } = compareMatrices(old, now);
  const row = ({ method, path, requires }: (typeof added)[number]) =>
    `${method} ${path}: ${requires}`;
  const rows = changed.flatMap(({ method, path, changes }) =>
    changes.map(({ of, old: was, new: is }) => ({
      was: `${method} ${path}: ${of} ${was}`,
      is: `${method} ${path}: ${of} ${is}`,
    })),
  );
  const includes = permissions.changed.map(({ name, old: was, new: is }) => ({
    was: `${name}: includes ${was}`,
    is: `${name}: includes ${is}`,
  }));
  const both = [...rows, ...includes];
  return {
    part: 'matrix',
    added: [...added.map(row), ...both.map(({ is }) => is), ...permissions.added, ...others.added],
    removed: [
      ...removed.map(row),
      ...both.map(({ was }) => was),
      ...permissions.removed,
      ...others.removed,
    ],
  };
}

/** What one list has more often than the other. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return some.filter((text) => {
    const at = left.indexOf(text);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
