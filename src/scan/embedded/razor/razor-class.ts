// What stands in a page of Razor -> the class of C# that it is.
import type { Piece } from '../form.js';
import { glue, piece } from '../pieces.js';

/** The parts of a class, in the order of the page. */
export class RazorClass {
  private readonly usings: Piece[] = [];
  private readonly base: Piece[] = [];
  readonly members: Piece[] = [];
  /** What runs when the page is shown. */
  readonly statements: Piece[] = [];

  /** A directive of one line: its name, and what stands behind it. */
  directive(name: string, from: number, to: number): void {
    if (to <= from) return;
    const line = (before: string, after: string): Piece[] => [
      glue(from, before),
      piece(from, to),
      glue(to, after),
    ];
    if (name === 'using') this.usings.push(...line('using ', ';\n'));
    if (name === 'namespace') this.usings.push(...line('namespace ', ';\n'));
    if (name === 'inject') this.members.push(...line('[Inject] public ', ' { get; set; }\n'));
    if (name === 'model') this.members.push(...line('public ', ' Model { get; set; }\n'));
    if (name === 'inherits' && this.base.length === 0) this.base.push(...line(' : ', ''));
  }

  /** The class as a whole; nothing where it does nothing. */
  pieces(name: string): Piece[] {
    const { usings, base, members, statements } = this;
    const [first] = [...members.slice(0, 1), ...statements.slice(0, 1)];
    if (!first) return [];
    const end = Math.max(members.at(-1)?.to ?? 0, statements.at(-1)?.to ?? 0);
    return [
      ...usings,
      glue(first.from, `public partial class ${name}`),
      ...base,
      glue(first.from, ' {\n'),
      ...members,
      glue(statements[0]?.from ?? end, '\nasync Task Execute() {\n'),
      ...statements,
      glue(end, '\n}\n}\n'),
    ];
  }
}
