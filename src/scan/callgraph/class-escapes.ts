// A method or constructor -> whether its class, or an object of it, gets to something that is not in the tree and may call it.
import type { ClassScope, Scope } from '../symbols/scope.js';
import type { CallGraph, Escape } from './uses-of-functions.js';
import { ValueFlow } from './value-flow.js';

/** Follows classes and their objects. */
export class ClassEscapes {
  private readonly known = new Map<ClassScope, Escape | null>();

  constructor(private readonly graph: CallGraph) {}

  /** Where the class of a method gets out of sight. */
  of({ class: cls, function: syntax, file }: Scope): Escape | null {
    if (!cls || !syntax?.name || file.traits.typed) return null;
    const known = this.known.get(cls);
    if (known !== undefined) return known;
    this.known.set(cls, null);
    const found = this.find(cls);
    this.known.set(cls, found);
    return found;
  }

  private find(cls: ClassScope): Escape | null {
    const flow = new ValueFlow(this.graph, (v) => v.kind === 'class' && v.class === cls);
    flow.run([], [cls.syntax.name]);
    if (flow.escapes.first) return flow.escapes.first;
    const objects = new ValueFlow(this.graph, (v) => v.kind === 'instance' && v.class === cls);
    const { references } = this.graph;
    const made = [...flow.calls.values()].map(({ site: { expression, point } }) => ({
      expression,
      point,
      use: references.useOf(expression),
    }));
    objects.run(made, []);
    return objects.escapes.first;
  }
}
