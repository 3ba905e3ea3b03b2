// Bodies in the order of a text -> the same, those joined that say one thing twice: a message and its body.
import type { Sign } from './seen-refusal.js';

/** The signs that one answer gave. */
export interface Body {
  /** With the object that each stands in. */
  readonly signs: { readonly sign: Sign; readonly object: number }[];
  /** Stands in plain text, in no object. */
  readonly loose: boolean;
  /** The outermost object around it; 0 for none. */
  readonly root: number;
  readonly firstLine: number;
  lastLine: number;
  readonly firstOrder: number;
  lastOrder: number;
}

/** Lines between a message and the body that it announces, a stack trace between them. */
const ANNOUNCED = 15;
/** Lines between the parts of a message in plain text, or from a body to the message after it. */
const NEAR = 3;
/** Signs of a body that may still be joined; more are no message. */
const MOST = 16;

/** Joins what stands in plain text to what stands beside it, where it says no other thing. */
export function joinLoose(bodies: readonly Body[]): Body[] {
  const joined: Body[] = [];
  for (const body of bodies) {
    const last = joined.at(-1);
    if (last && mayJoin(last, body)) joined[joined.length - 1] = join(last, body);
    else joined.push(body);
  }
  return joined;
}

function mayJoin(first: Body, second: Body): boolean {
  if (!first.loose && !second.loose) return false;
  if (first.signs.length + second.signs.length > MOST) return false;
  const lines = second.firstLine - first.lastLine;
  if (lines > (first.loose && !second.loose ? ANNOUNCED : NEAR)) return false;
  if (namesOf(first) !== '' && namesOf(second) !== '' && !shareName(first, second)) return false;
  if (codesDiffer(first, second)) return false;
  if (!second.loose) return true;
  // of two in plain text each brings what the other has not; on one line they are one
  if (lines === 0) return !repeats(first, second);
  return !repeats(first, second) && (isCodeAlone(first) || isCodeAlone(second));
}

const join = (first: Body, second: Body): Body => ({
  ...first,
  signs: [...first.signs, ...second.signs],
  // what follows a joined body is its own
  loose: first.loose && second.loose,
  root: first.root || second.root,
  lastLine: second.lastLine,
  lastOrder: second.lastOrder,
});

const names = ({ signs }: Body): string[] =>
  signs.flatMap(({ sign }) => ('permissions' in sign ? sign.permissions.flat() : []));

const namesOf = (body: Body): string => names(body)[0] ?? '';

const shareName = (first: Body, second: Body): boolean => {
  const known = new Set(names(first));
  return names(second).some((name) => known.has(name));
};

const codes = ({ signs }: Body): string[] =>
  signs.flatMap(({ sign }) => (sign.kind === 'code' ? [sign.code] : []));

const isCodeAlone = ({ signs }: Body): boolean => signs.every(({ sign }) => sign.kind === 'code');

/** Whether a wording or a code stands in both: then they are two refusals of a kind. */
function repeats(first: Body, second: Body): boolean {
  const both = (kind: Sign['kind']) =>
    [first, second].every(({ signs }) => signs.some(({ sign }) => sign.kind === kind));
  const known = new Set(codes(first));
  return both('wording') || codes(second).some((code) => known.has(code));
}

/** Whether both have codes, and none in common. */
function codesDiffer(first: Body, second: Body): boolean {
  const known = new Set(codes(first));
  const others = codes(second);
  return known.size > 0 && others.length > 0 && !others.some((code) => known.has(code));
}
