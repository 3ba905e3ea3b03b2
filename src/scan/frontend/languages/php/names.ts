// Namespaces, imports and included files of PHP -> imports of the IR, and names as they are resolved.

import type { Expression, Import } from '../../../ir.js';
import { childrenOf, name } from '../../ir-builders.js';
import type { Node } from '../../node.js';

/** What a file says of names; the first namespace is its package. */
export class Names {
  readonly imports: Import[] = [];
  package: string | null = null;
  private namespace = '';
  private readonly known = new Set<string>();

  enterNamespace(namespace: string): void {
    this.namespace = namespace;
    this.package ??= namespace === '' ? null : namespace;
  }

  /** `use A\B;`, `use A\{B, C as D};`, `use function A\f;` */
  use(node: Node): void {
    const group = node.childForFieldName('body');
    const prefix = childrenOf(node).find(({ type }) => type === 'namespace_name');
    const before = group && prefix ? `${prefix.text}\\` : '';
    for (const clause of childrenOf(group ?? node)) {
      if (clause.type !== 'namespace_use_clause') continue;
      const alias = clause.childForFieldName('alias');
      const own = childrenOf(clause).find((child) => child.id !== alias?.id);
      if (!own) continue;
      const path = `${before}${own.text}`.replace(/^\\/, '');
      const type = clause.childForFieldName('type') ?? node.childForFieldName('type');
      const cut = path.lastIndexOf('\\');
      const last = path.slice(cut + 1);
      const local = alias?.text ?? last;
      if (type && cut !== -1) this.imports.push({ local, from: path.slice(0, cut), name: last });
      else this.imports.push({ local, from: path, name: null });
    }
  }

  /** `require 'x.php'` gives every name of the file; `$a = require 'x.php'` also what it returns. */
  include(node: Node, local: string | null): void {
    const from = pathOf(node.namedChild(0));
    if (!from) return;
    if (local !== null) this.imports.push({ local, from, name: null });
    this.imports.push({ local: '*', from, name: '*' });
  }

  /** A name with backslashes is imported under itself, so that nobody else need know the rules. */
  qualified(node: Node): Expression {
    const written = node.text;
    if (!written.includes('\\')) return name(written, node);
    const local = written.replace(/^\\/, '');
    if (!local.includes('\\')) return name(local, node);
    if (!this.known.has(written)) {
      this.known.add(written);
      this.imports.push({ local, from: this.resolve(written), name: null });
    }
    return { ...name(local, node), at: lastPlace(node) };
  }

  private resolve(written: string): string {
    if (written.startsWith('\\')) return written.slice(1);
    const cut = written.indexOf('\\');
    const [first, rest] = [written.slice(0, cut), written.slice(cut)];
    if (first.toLowerCase() === 'namespace') return `${this.namespace}${rest}`.replace(/^\\/, '');
    const imported = this.imports.find((one) => one.local === first && one.name === null);
    if (imported) return `${imported.from}${rest}`;
    return this.namespace === '' ? written : `${this.namespace}\\${written}`;
  }
}

function lastPlace(node: Node) {
  const { row, column } = (childrenOf(node).at(-1) ?? node).startPosition;
  return { line: row + 1, column: column + 1 };
}

/** The path of an include: beside the file where it begins with `__DIR__`; `null` where it is not constant. */
function pathOf(node: Node | null): string | null {
  if (node?.type === 'parenthesized_expression') return pathOf(node.namedChild(0));
  if (node?.type === 'string' || node?.type === 'encapsed_string') {
    const constant = childrenOf(node).every(({ type }) => type === 'string_content');
    return constant ? node.text.slice(1, -1) : null;
  }
  if (node?.type !== 'binary_expression') return null;
  const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
  const folder = /^(?:__DIR__|dirname\((?:__FILE__|__DIR__)\))$/.exec(left?.text ?? '')?.[0];
  const path = folder && pathOf(right);
  if (!path) return null;
  return `${folder === 'dirname(__DIR__)' ? '..' : '.'}/${path.replace(/^\/+/, '')}`;
}
