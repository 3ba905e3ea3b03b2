// The refusal of a matrix + a permission -> the answer that the API will give, and that in a few words.
import type { Refusal } from '../model/refusal.js';

/** Fills the template; `null` where the matrix describes no refusal. */
export function predictRefusal(refusal: Refusal | null, permission: string): Refusal | null {
  if (!refusal) return null;
  return { status: refusal.status, body: fill(refusal.body, permission) };
}

function fill(value: unknown, permission: string): unknown {
  if (typeof value === 'string') return value.replaceAll('{permission}', permission);
  if (Array.isArray(value)) return value.map((item) => fill(item, permission));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, fill(item, permission)]),
  );
}

/** The status, then the codes of the body (its words without spaces), the innermost first. */
export function summariseRefusal({ status, body }: Refusal): string {
  const words = codes(body, 0).sort((a, b) => b.depth - a.depth);
  const permission = words.filter(({ key }) => /permission|scope/i.test(key)).map((w) => w.text);
  const others = words.map(({ text }) => text).filter((text) => !permission.includes(text));
  const named = [...new Set(permission)].map((name) => `[${name}]`);
  return [String(status), ...new Set(others), ...named].join(' ');
}

function codes(
  value: unknown,
  depth: number,
  key = '',
): { text: string; key: string; depth: number }[] {
  if (typeof value === 'string') return /^\S+$/.test(value) ? [{ text: value, key, depth }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([k, item]) =>
    codes(item, depth + 1, Array.isArray(value) ? key : k),
  );
}
