// Guards: which ways through the code an alternative holds on. Alternatives that no single way gives together are never combined.

/** Something that goes one of several ways: a branch, a choice, the item of a loop or table, the `return` of a call. */
export interface Decision {
  /** Every way is taken, one after the other: the items of a loop. */
  readonly each: boolean;
  readonly id: number;
  /** Callers leave out arguments of this function. */
  readonly defaultsOf?: object;
}

/** A decision and the ways that it may have gone: one bit each. */
export interface Atom {
  readonly decision: Decision;
  readonly ways: number;
}

/** On which ways an alternative holds; atoms in the order of their decisions. */
export interface Guard {
  readonly atoms: readonly Atom[];
  /** It combines what the code decides independently: no single run need go all of these ways. */
  readonly isMixed: boolean;
  /** The code says no more than that it may be so: a field that is assigned to somewhere. */
  readonly isLoose: boolean;
}

/** More decisions than this are not kept together. */
const MAX_ATOMS = 6;
/** The ways of a decision are bits of a number. */
export const MAX_WAYS = 31;

/** What holds on one way of a decision. */
export const guardOf = (decision: Decision, ways: number): Guard => ({
  atoms: [{ decision, ways }],
  isMixed: false,
  isLoose: false,
});

/** Where both hold; `false` where nothing goes both ways. */
export function both(a: Guard | null, b: Guard | null): Guard | null | false {
  if (!a || !b || a === b) return a ?? b;
  // most often one says all that the other does
  if (entails(b, a)) return b;
  if (entails(a, b)) return a;
  const atoms = new Map(a.atoms.map((atom) => [atom.decision, atom.ways]));
  let shared = 0;
  for (const { decision, ways } of b.atoms) {
    const other = atoms.get(decision);
    if (other === undefined) atoms.set(decision, ways);
    else {
      if ((other & ways) === 0) return false;
      atoms.set(decision, other & ways);
      shared++;
    }
  }
  const independent = shared < a.atoms.length && shared < b.atoms.length;
  return {
    atoms: sorted(atoms),
    isMixed: a.isMixed || b.isMixed || independent,
    isLoose: a.isLoose || b.isLoose,
  };
}

/** Whether a guard says all that another one does. */
const entails = (guard: Guard, other: Guard): boolean =>
  (guard.isMixed || !other.isMixed) &&
  (guard.isLoose || !other.isLoose) &&
  other.atoms.every(({ decision, ways }) =>
    guard.atoms.some(
      (own) => own.decision === decision && own.ways !== 0 && (own.ways & ~ways) === 0,
    ),
  );

/** Where an inner decision is reached only on the ways of an outer one: one way through the code, and no combination. */
export function within(
  outer: Guard | null | false,
  inner: Guard | null | false,
): Guard | null | false {
  if (outer === false || inner === false) return false;
  const guard = both(outer, inner);
  return guard && { ...guard, isMixed: (outer?.isMixed || inner?.isMixed) ?? false };
}

/** What holds where nothing more than that it may is known. */
export const loosely = (guard: Guard | null): Guard => ({
  atoms: guard?.atoms ?? [],
  isMixed: guard?.isMixed ?? false,
  isLoose: true,
});

/** The other ways of a single decision; `null` where there are several decisions. */
export function opposite({ atoms: [only, second] }: Guard): Guard | null {
  if (!only || second) return null;
  return guardOf(only.decision, ~only.ways & ALL_WAYS);
}

/** All ways that a decision may have. */
export const ALL_WAYS = 0x7fff_ffff;

/** Where one of them holds. */
export function either(a: Guard | null, b: Guard | null): Guard | null {
  if (!a || !b || a === b) return a && b;
  const atoms = new Map<Decision, number>();
  const others = new Map(b.atoms.map((atom) => [atom.decision, atom.ways]));
  for (const { decision, ways } of a.atoms) {
    const other = others.get(decision);
    if (other !== undefined) atoms.set(decision, ways | other);
  }
  const isLoose = a.isLoose && b.isLoose;
  if (atoms.size === 0 && !isLoose) return null;
  return { atoms: sorted(atoms), isMixed: a.isMixed && b.isMixed, isLoose };
}

const sorted = (atoms: ReadonlyMap<Decision, number>): Atom[] =>
  [...atoms]
    .map(([decision, ways]) => ({ decision, ways }))
    .sort((a, b) => a.decision.id - b.decision.id)
    .slice(0, MAX_ATOMS);

/** Whether two guards are the same. */
export function sameGuard(a: Guard | null | undefined, b: Guard | null | undefined): boolean {
  if (a === b || (!a && !b)) return true;
  if (!a || !b || a.isMixed !== b.isMixed || a.isLoose !== b.isLoose) return false;
  if (a.atoms.length !== b.atoms.length) return false;
  return a.atoms.every(({ decision, ways }, index) => {
    const other = b.atoms[index]!;
    return other.decision === decision && other.ways === ways;
  });
}

/** A text that is the same for guards that are the same. */
export const guardKey = ({ atoms, isMixed, isLoose }: Guard): string =>
  `${isMixed ? '+' : ''}${isLoose ? '?' : ''}${atoms.map(({ decision, ways }) => `${decision.id}:${ways}`).join()}`;
