// Nodes of C# -> what all rules ask of them: operands, names, declared types, whether they are statements.
import type { Node } from '../../node.js';

/** The children that are expressions: `this` and `base` are no named ones. */
export const operandsIn = (node: Node | null): Node[] =>
  (node?.children.filter(
    (child) =>
      child !== null &&
      (child.type === 'this' ||
        child.type === 'base' ||
        (child.isNamed && child.type !== 'comment')),
  ) as Node[] | undefined) ?? [];

/** An identifier without the `@` that lets it be a word of the language. */
export const identifierOf = (node: Node | null): string => node?.text.replace(/^@/, '') ?? '';

/** A declared type as written; `var` says none. */
export const typeOf = (node: Node | null): string | null =>
  node && node.type !== 'implicit_type' ? node.text : null;

/** What stands behind the `=` of a declaration. */
export function assignedIn(node: Node): Node | null {
  const equals = node.children.findIndex((part) => part?.type === '=');
  return equals === -1 ? null : (node.children[equals + 1] ?? null);
}

/** A statement, a declaration, or what holds them; an error may hold them, too. */
export const isStatement = ({ type }: Node): boolean =>
  /_(statement|declaration|body|section)$|^(block|ERROR|declaration_list|accessor_list)$|^(enum_member_declaration_list|catch_clause|catch_filter_clause|finally_clause)$|^preproc_(if|elif|else)$/.test(
    type,
  );
