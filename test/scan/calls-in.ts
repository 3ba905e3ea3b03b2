// Lowered statements -> the last names of all that they call, wherever it stands.
import type { Statement } from '../../src/scan/ir.js';

/** The names that are called, or made with `new`. */
export function callsIn(body: readonly Statement[]): Set<string> {
  const found = new Set<string>();
  const open: unknown[] = [body];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const node = next as { kind?: string; callee?: { name?: string }; type?: { name?: string } };
    const called = node.kind === 'call' ? node.callee : node.kind === 'new' ? node.type : undefined;
    if (called?.name) found.add(called.name);
    open.push(
      ...Object.values(next).filter((value) => typeof value === 'object' && value !== null),
    );
  }
  return found;
}
