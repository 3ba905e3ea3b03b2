// The places where a value gets out of sight, each once, in the order of finding.
import type { Expression } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import type { Prefix } from './argument-lists.js';
import type { Escape } from './uses-of-functions.js';

/** Gathers them. */
export class Escapes {
  private readonly found = new Map<Expression | null, Escape>();

  /**
   * @param site `null` where it is no call
   * @param prefix the arguments that are bound to it
   */
  add(site: Site | null, prefix: Prefix = []): void {
    const key = site?.expression ?? null;
    const known = this.found.get(key);
    if (prefix.length > 0) this.found.set(key, known ?? { site, prefix });
    else if (!known || known.prefix) this.found.set(key, { site });
  }

  /** The first; `null` where there is none. */
  get first(): Escape | null {
    const [first = null] = this.found.values();
    return first;
  }

  get all(): readonly Escape[] {
    return [...this.found.values()];
  }
}
