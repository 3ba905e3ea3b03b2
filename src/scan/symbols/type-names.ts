// A type as a language writes it -> the name of the class that it is, if it is one.
import { words } from '../name-tables.js';

/** Types of plain values: what is declared as one may still be a text. */
const PLAIN = new Set(
  words(`String Object Integer Long Short Double Float Boolean Number Any Void URL URI Uri List Map Set Dict Array
    Optional Promise Task Callable Function Json CharSequence Dictionary IEnumerable
    HttpMethod Record Date DateTime Type T K V`),
);

/** What says more of a type of Python: `Annotated[Client, Depends(client)]`, `Optional["Client"]`. */
const WRAPPED = /^(?:\w+\.)?(?:Annotated|Optional|Final|ClassVar)\[\s*["']?([\w.]+)/;

/** The name of the class, without the package, type arguments and signs around it; `null` for plain values. */
export function className(type: string): { simple: string; full: string } | null {
  const inner = WRAPPED.exec(type)?.[1] ?? type;
  const [full = ''] = inner.replace(/^[*&?]+|[?[\]]+$/g, '').split(/[<[|]/);
  const simple = full
    .split(/[.\\:]/)
    .at(-1)!
    .trim();
  return /^[A-Z]/.test(simple) && !PLAIN.has(simple) ? { simple, full } : null;
}

/** The name of the value whose type it is: `typeof fetch`; `null` for any other type. */
export const valueName = (type: string): string | null =>
  /^typeof\s+(?:globalThis\.|window\.)?([A-Za-z_$]\w*)$/.exec(type.trim())?.[1] ?? null;

/** A base as written -> its last name. */
export const simpleName = (base: string): string =>
  base
    .split(/[<(]/)[0]!
    .split(/[.\\:]/)
    .at(-1)!
    .trim();
