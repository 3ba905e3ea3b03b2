// What a JavaScript file takes from others and gives to them: import, export, require, module.exports.
import type { Node } from 'web-tree-sitter';
import type { Expression, Import, Statement } from '../../../ir.js';
import { childrenOf, name, placeOf } from '../../ir-builders.js';
import { Functions } from './functions.js';
import { stringText } from './texts.js';

/** Collects imports and exports while statements are lowered. */
export abstract class Modules extends Functions {
  protected readonly imports: Import[] = [];
  protected readonly exports = new Map<string, Expression>();

  protected abstract statement(node: Node): Statement[];

  /** `module.exports = ...` and `exports.a = ...` */
  protected commonJs(target: Expression, value: Expression): void {
    if (target.kind !== 'member') return;
    const { of, name: key } = target;
    const isModule = (e: Expression) =>
      e.kind === 'member' && e.name === 'exports' && e.of.kind === 'name' && e.of.name === 'module';
    if (isModule(target)) {
      this.exports.set('default', value);
      if (value.kind !== 'object') return;
      for (const entry of value.entries)
        if (entry.key?.kind === 'text') this.exports.set(entry.key.text, entry.value);
    } else if (isModule(of) || (of.kind === 'name' && of.name === 'exports')) {
      this.exports.set(key, value);
    }
  }

  /** `const a = require('x')` and `const a = require('x').b` are imports too. */
  protected requireCall(local: string, value: Node): void {
    const required = requiredBy(value);
    if (required) this.imports.push({ local, from: required.from, name: required.name });
  }

  protected destructuredRequire(value: Expression, key: string, local: string): void {
    if (value.kind !== 'call' || value.callee.kind !== 'name' || value.callee.name !== 'require')
      return;
    const [from] = value.args;
    if (from?.value.kind === 'text') this.imports.push({ local, from: from.value.text, name: key });
  }

  protected importStatement(node: Node): void {
    const source = node.childForFieldName('source');
    if (!source) return;
    const from = stringText(source);
    for (const clause of childrenOf(
      childrenOf(node).find((c) => c.type === 'import_clause') ?? null,
    )) {
      if (clause.type === 'identifier') this.imports.push({ local: clause.text, from, name: null });
      else if (clause.type === 'namespace_import')
        this.imports.push({ local: clause.namedChild(0)?.text ?? '', from, name: null });
      else
        for (const specifier of childrenOf(clause)) {
          const imported = specifier.childForFieldName('name')?.text ?? '';
          const local = specifier.childForFieldName('alias')?.text ?? imported;
          this.imports.push({ local, from, name: imported === 'default' ? null : imported });
        }
    }
  }

  protected exportStatement(node: Node): Statement[] {
    const declaration = node.childForFieldName('declaration');
    const source = node.childForFieldName('source');
    const isDefault = node.children.some((child) => child?.type === 'default');
    const value = node.childForFieldName('value');
    if (value) {
      const exported = this.expression(value);
      this.exports.set('default', exported);
      return [{ kind: 'do', value: exported, at: placeOf(node) }];
    }
    if (declaration) {
      const statements = this.statement(declaration);
      for (const declared of statements.flatMap(declaredBy))
        this.exports.set(isDefault ? 'default' : declared, name(declared, declaration));
      return statements;
    }
    const clause = childrenOf(node).find((child) => child.type === 'export_clause');
    for (const specifier of childrenOf(clause ?? null)) {
      const own = specifier.childForFieldName('name')?.text ?? '';
      const local = source ? ` ${own}` : own;
      if (source)
        this.imports.push({
          ...{ local, from: stringText(source), name: own === 'default' ? null : own },
        });
      this.exports.set(specifier.childForFieldName('alias')?.text ?? own, name(local, specifier));
    }
    if (source && !clause) this.imports.push({ local: '*', from: stringText(source), name: '*' });
    return [];
  }
}

function declaredBy(statement: Statement): string[] {
  if (statement.kind === 'function')
    return statement.function.name ? [statement.function.name] : [];
  if (statement.kind === 'class') return [statement.class.name];
  return statement.kind === 'assign' && statement.target.kind === 'name'
    ? [statement.target.name]
    : [];
}

function requiredBy(node: Node): { from: string; name: string | null } | null {
  if (node.type === 'member_expression') {
    const inner = requiredBy(node.childForFieldName('object')!);
    const key = node.childForFieldName('property')!.text;
    return inner && inner.name === null ? { ...inner, name: key === 'default' ? null : key } : null;
  }
  if (node.type !== 'call_expression' || node.childForFieldName('function')?.text !== 'require')
    return null;
  const [from] = childrenOf(node.childForFieldName('arguments'));
  return from?.type === 'string' ? { from: stringText(from), name: null } : null;
}
