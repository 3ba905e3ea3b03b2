// A chain that no route of today has -> the request that the rule of generated clients makes of it.
import type { ChainRequest, ChainStep } from './chain.js';
import type { SdkRules } from './rules.js';

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Each link is a literal, each argument a parameter behind it; the last step is the method. */
export function guessRequest(steps: readonly ChainStep[], rules: SdkRules): ChainRequest | null {
  const method = methodOf(steps.at(-1)?.name ?? '', rules);
  if (!method) return null;
  const segments: (string | number)[] = [];
  let key = '';
  for (const [index, { name, argument }] of steps.slice(0, -1).entries()) {
    const literal = literalOf(name, rules);
    key += `/${literal}`;
    segments.push(literal);
    const fallback =
      rules.versions.get(key) ?? rules.optional.get(key) ?? rules.defaults.get(literal);
    if (argument === 'given') segments.push(index);
    else if (argument === 'omitted' && fallback !== undefined) segments.push(fallback);
  }
  return { method, segments };
}

function methodOf(name: string, { collection }: SdkRules): string | null {
  const folded = name.toLowerCase();
  const [method] = [...collection].find(([, other]) => other.toLowerCase() === folded) ?? [];
  return method ?? VERBS.find((verb) => verb.toLowerCase() === folded) ?? null;
}

/** `callLog` -> `call-log`; versions stay whole. */
function literalOf(name: string, { names }: SdkRules): string {
  const [known] = [...names].find(([, spelled]) => spelled === name) ?? [];
  return known ?? name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
