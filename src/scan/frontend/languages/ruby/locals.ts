// A bare word of Ruby -> whether it is a local variable there, or else a call.

interface Scope {
  readonly names: Set<string>;
  /** A block sees what is around it; a method does not. */
  readonly isOpen: boolean;
  /** The parameters that a block without any takes by using them: `_1`, `it`. */
  readonly implicit: Set<string> | null;
}

/** Keeps the scopes around the place that is being lowered. */
export class Locals {
  private readonly scopes: Scope[] = [{ names: new Set(), isOpen: false, implicit: null }];

  /** Lowers the inside of a method or block; gives the implicit parameters too. */
  inside<T>(
    kind: 'method' | 'block' | 'bare block',
    lower: () => T,
  ): { value: T; implicit: string[] } {
    const implicit = kind === 'bare block' ? new Set<string>() : null;
    this.scopes.push({ names: new Set(), isOpen: kind !== 'method', implicit });
    try {
      const value = lower();
      return { value, implicit: [...(implicit ?? [])].sort() };
    } finally {
      this.scopes.pop();
    }
  }

  add(name: string): void {
    this.scopes.at(-1)?.names.add(name);
  }

  has(name: string): boolean {
    for (let index = this.scopes.length - 1; index >= 0; index--) {
      const scope = this.scopes[index]!;
      if (scope.names.has(name)) return true;
      if (!scope.isOpen) break;
    }
    const implicit = /^(_[1-9]|it)$/.test(name) ? this.scopes.at(-1)?.implicit : null;
    implicit?.add(name);
    return implicit !== null && implicit !== undefined;
  }
}
