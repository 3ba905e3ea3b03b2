// The whole verdict again, straight from the definitions and without cleverness: every unknown segment is tried
// with every value that matters. Slow; agrees with nothing in src but the words.

export type Tree = string | { allOf: Tree[] } | { anyOf: Tree[] } | { unknown: string[] };
export interface Row {
  method: string;
  path: string[];
  requires: Tree;
}
export interface Planned {
  method: string;
  path: (string | null)[];
  open: boolean;
  /** No run need make it. */
  possible?: true;
}
export interface Case {
  rows: Row[];
  includes: Record<string, { name: string; verified: boolean }[]>;
  calls: Planned[];
  grants: string[];
}
export interface Opinion {
  missing: string[];
  excess: string[];
  withheld: string[];
  fine: boolean;
}

const FRESH = 'zzz';
const VALUES = ['a', 'b', FRESH];
const METHODS = ['GET', 'POST', 'PUT'];

/** What the server would do: of the rows that fit a concrete path and method, the most specific. */
function serve(rows: Row[], method: string, path: string[]): Row | undefined {
  const fits = (row: Row) =>
    row.path.length === path.length && row.path.every((s, i) => s === '{}' || s === path[i]);
  const rank = (row: Row) =>
    row.path.map((s) => (s === '{}' ? '1' : '0')).join('') + (row.method === 'ANY' ? '1' : '0');
  const able = rows.filter((row) => [method, 'ANY'].includes(row.method) && fits(row));
  return able.sort((x, y) => (rank(x) < rank(y) ? -1 : 1))[0];
}

const product = (parts: string[][]): string[][] =>
  parts.reduce<string[][]>((all, part) => all.flatMap((p) => part.map((v) => [...p, v])), [[]]);
const concrete = ({ path, open }: Planned): string[][] => {
  const tails = open ? [[], ...[1, 2, 3].flatMap((n) => product(Array(n).fill(VALUES)))] : [[]];
  return product(path.map((s) => (s === null ? VALUES : [s]))).flatMap((p) =>
    tails.map((tail) => [...p, ...tail]),
  );
};
/** What stands in a tree; a name that may be needed at most has a question mark. */
function names(tree: Tree): string[] {
  if (typeof tree === 'string') return [tree];
  if ('unknown' in tree) return tree.unknown.map((name) => `?${name}`);
  return ('allOf' in tree ? tree.allOf : tree.anyOf).flatMap(names);
}
function holds(tree: Tree, has: (name: string) => boolean): boolean {
  if (typeof tree === 'string') return has(tree);
  if ('unknown' in tree) return has('unknown') || tree.unknown.every(has);
  return 'allOf' in tree
    ? tree.allOf.every((t) => holds(t, has))
    : tree.anyOf.some((t) => holds(t, has));
}

/** The literals of the beginning that a row and a call share, a word; `null` where none is shared. */
function begins({ path }: Row, call: Planned): string | null {
  let literals = '';
  for (const [i, own] of path.entries()) {
    const asked = call.path[i];
    if (asked === undefined || (own !== '{}' && asked !== null && own !== asked))
      return i === 0 ? null : literals;
    if (own === asked) literals += own;
  }
  return literals;
}

/** Whether a row has all that the call shares with the row that begins most like it, in that order. */
function isOfPart(row: Row, call: Planned, rows: Row[]): boolean {
  const shared = rows.flatMap((other) => begins(other, call) ?? []);
  const most = Math.max(...shared.map((literals) => literals.length));
  if (most === 0) return begins(row, call) !== null;
  const has = (literals: string) => new RegExp([...literals].join('.*')).test(row.path.join(''));
  return shared.some((literals) => literals.length === most && has(literals));
}

export function secondOpinion({ rows, includes, calls, grants }: Case): Opinion {
  const closure = (name: string, verified: boolean): string[] => [
    name,
    ...(includes[name] ?? [])
      .filter((e) => e.verified || !verified)
      .flatMap((e) => closure(e.name, verified)),
  ];
  const sure = new Set(grants.flatMap((g) => closure(g, true)));
  const all = new Set(grants.flatMap((g) => closure(g, false)));
  const truth = (tree: Tree): string => {
    if (holds(tree, (n) => sure.has(n))) return 'granted';
    if (holds(tree, (n) => all.has(n))) return 'assumed';
    return holds(tree, (n) => n === 'unknown' || all.has(n)) ? 'unknown' : 'missing';
  };
  const judged = calls.map((call) => {
    const methods = call.method === '*' ? METHODS : [call.method];
    const reach = [
      ...new Set(methods.flatMap((m) => concrete(call).flatMap((p) => serve(rows, m, p) ?? []))),
    ];
    const anywhere = METHODS.some((m) => concrete(call).some((p) => serve(rows, m, p)));
    const usuals = methods.map((m) =>
      serve(
        rows,
        m,
        call.path.map((s) => s ?? FRESH),
      ),
    );
    // of a path that one row alone can serve the method need not be known
    const sole = reach.length === 1 && usuals.some((row) => row === reach[0]);
    const usual =
      call.open || (call.method === '*' && !sole) ? undefined : usuals.find((row) => row);
    const unresolved =
      call.open ||
      (call.method === '*' && anywhere && !sole) ||
      (call.path.length > 0 && call.path.every((s) => s === null) && !anywhere);
    const usualOf = (m: string) => {
      const u = serve(
        rows,
        m,
        call.path.map((s) => s ?? FRESH),
      );
      return u
        ? [u]
        : METHODS.includes(m)
          ? concrete(call).flatMap((p) => serve(rows, m, p) ?? [])
          : [];
    };
    const serving = call.open ? reach : [...new Set(methods.flatMap(usualOf))];
    return { call, reach, serving, usual, unresolved };
  });
  const missing = judged.flatMap(({ serving, call }, index) => {
    if (call.possible) return [];
    const needs: Tree = { anyOf: serving.map((row) => row.requires) };
    if (serving.length === 0 || serving.some((row) => truth(row.requires) !== 'missing')) return [];
    const needed = [...new Set(names(needs))].filter((n) => /^[A-Z]/.test(n) && !all.has(n));
    return needed
      .filter((name) => !holds(needs, (n) => n !== name))
      .map((name) => `${index} ${name}`);
  });
  const excess: string[] = [];
  const withheld: string[] = [];
  for (const grant of grants) {
    const stands = (name: string): string[] => [
      name,
      ...(includes[name] ?? [])
        .filter((e) => !grants.includes(e.name))
        .flatMap((e) => stands(e.name)),
    ];
    const uses = ({ requires }: Row) => names(requires).some((n) => stands(grant).includes(n));
    const limits = ({ requires }: Row) =>
      names(requires).some((n) => n[0] === '?' && stands(grant).includes(n.slice(1)));
    const needs = (row: Row) => uses(row) || limits(row);
    const open = (row: Row) => names(row.requires).includes('unknown') || limits(row);
    const may = (row: Row) => uses(row) || open(row);
    const reaching = judged.filter(({ reach, unresolved }) => !unresolved && reach.some(uses));
    if (reaching.some(({ call }) => !call.possible)) continue;
    const akin = ({ call }: (typeof judged)[number]) =>
      !rows.some(needs) || rows.some((row) => may(row) && isOfPart(row, call, rows));
    const doubt = judged.some((j) => {
      if (reaching.includes(j)) return true;
      if (j.unresolved) return j.reach.length === 0 || j.reach.some(may) || !rows.some(needs);
      if (j.reach.length === 0) return akin(j);
      return j.reach.some(open) || (!j.usual && akin(j));
    });
    (doubt ? withheld : excess).push(grant);
  }
  const certain = judged.every(
    ({ usual, unresolved }) => usual && !unresolved && truth(usual.requires) === 'granted',
  );
  return {
    missing: missing.sort(),
    excess: excess.sort(),
    withheld: withheld.sort(),
    fine: certain && calls.length > 0 && excess.length + withheld.length === 0,
  };
}
