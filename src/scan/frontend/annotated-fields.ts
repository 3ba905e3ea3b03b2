// The value of a field that something outside of the code may set, by its annotations -> the value, and what may stand for it.
import { type Expression, SETTINGS } from '../ir.js';

/** Annotations that let nothing set a field. */
const IDLE =
  /^(Deprecated|SuppressWarnings|Override|Getter|NonNull|Nonnull|NotNull|Nullable|VisibleForTesting|JsonIgnore|Obsolete|NonSerialized|ThreadStatic)$/;

/**
 * A literal that a field has where nothing sets it: `@Value("${kind}") String kind = "a"`.
 * @param annotations those of the field, as calls
 */
export function orSetOutside(
  name: string,
  value: Expression | null,
  annotations: readonly Expression[],
): Expression | null {
  if (value?.kind !== 'text' || annotations.every(isIdle)) return value;
  const { at } = value;
  const outside: Expression = {
    kind: 'member',
    of: { kind: 'name', name: SETTINGS, at },
    name,
    at,
  };
  return { kind: 'choice', of: [outside, value], first: true, at };
}

function isIdle(annotation: Expression): boolean {
  const callee = annotation.kind === 'call' ? annotation.callee : annotation;
  const isNamed = callee.kind === 'name' || callee.kind === 'member';
  return isNamed && IDLE.test(callee.name);
}
