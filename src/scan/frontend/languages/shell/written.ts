// What `echo`, `printf` and `cat` write -> its value.

import type { Expression } from '../../../ir.js';
import { join, text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { constantOf } from './words.js';

/** `$(...)` takes the newlines at the end away. */
export function withoutNewline(value: Expression): Expression {
  const parts = value.kind === 'join' ? value.parts : [value];
  const last = parts.at(-1);
  if (last?.kind !== 'text') return value;
  const cut = { ...last, text: last.text.replace(/\n$/, '') };
  if (value.kind !== 'join') return cut;
  return { ...value, parts: cut.text === '' ? parts.slice(0, -1) : [...parts.slice(0, -1), cut] };
}

/** `echo -n a b` writes `a b`. */
export function echoed(words: readonly { readonly value: Expression }[], node: Node): Expression {
  const values = words.map(({ value }) => value);
  while (/^-[neE]+$/.test(constantOf(values[0]) ?? '')) values.shift();
  return spaced(values, node);
}

/** Words with a space between them. */
export function spaced(values: readonly Expression[], node: Node): Expression {
  const parts = values.flatMap((value, index) =>
    index === 0 ? [value] : [text(' ', node), value],
  );
  return parts.length === 0 ? text('', node) : join(parts, node);
}

/** `printf` as the function that gives what it formats. */
export function printed(value: Expression): Expression {
  if (value.kind !== 'call') return value;
  const args = constantOf(value.args[0]?.value) === '--' ? value.args.slice(1) : value.args;
  return { ...value, callee: { kind: 'name', name: 'sprintf', at: value.at }, args };
}
