// The places where a value gets out of sight, each once, in the order of finding.
import type { Expression } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import type { Escape } from './uses-of-functions.js';

/** Gathers them. */
export class Escapes {
  private readonly found = new Map<Expression | null, Escape>();

  /** @param site `null` where it is no call */
  add(site: Site | null): void {
    const key = site?.expression ?? null;
    if (!this.found.has(key)) this.found.set(key, { site });
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
