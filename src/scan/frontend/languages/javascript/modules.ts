// What a file of JavaScript takes from others and gives to them: import, export, require, module.exports.

import { type Expression, isSynthetic, type Statement, syntheticName } from '../../../ir.js';
import { childrenOf, name } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import type { Context } from './context.js';
import { keyText, stringText } from './texts.js';

/** `module.exports = ...` and `exports.a = ...` */
export function commonJs(target: Expression, value: Expression, context: Context): void {
  if (target.kind !== 'member') return;
  const { of, name: key } = target;
  const isModule = (e: Expression) =>
    e.kind === 'member' && e.name === 'exports' && e.of.kind === 'name' && e.of.name === 'module';
  if (isModule(target)) exportWhole(value, context);
  else if (isModule(of) || (of.kind === 'name' && of.name === 'exports'))
    context.modules.exports.set(key, value);
}

/** A value that is all that a file gives; the entries of an object are given by name as well. */
function exportWhole(value: Expression, { modules }: Context): void {
  modules.exports.set('default', value);
  if (value.kind !== 'object') return;
  for (const entry of value.entries)
    if (entry.key?.kind === 'text') modules.exports.set(entry.key.text, entry.value);
}

/** `const a = require('x')` and `const a = require('x').b` are imports too. */
export function requireCall(local: string, value: Node, { modules }: Context): void {
  const required = requiredBy(value);
  if (required) modules.imports.push({ local, from: required.from, name: required.name });
}

/** `const { a } = require('x')` is an import of a name. */
export function destructuredRequire(
  value: Expression,
  key: string,
  local: string,
  { modules }: Context,
): void {
  if (value.kind !== 'call' || value.callee.kind !== 'name' || value.callee.name !== 'require')
    return;
  const [from] = value.args;
  if (from?.value.kind === 'text')
    modules.imports.push({ local, from: from.value.text, name: key });
}

/** `import a, { b as c } from 'x'`, `import * as d from 'x'` and `import e = require('x')` */
export function lowerImport(node: Node, { modules }: Context): void {
  const clauses = childrenOf(node);
  const required = clauses.find(({ type }) => type === 'import_require_clause');
  const source = (required ?? node).childForFieldName('source');
  if (!source) return;
  const from = stringText(source);
  const take = (local: string, imported: string | null) =>
    modules.imports.push({ local, from, name: imported });
  if (required) take(childrenOf(required)[0]?.text ?? '', null);
  const clause = clauses.find(({ type }) => type === 'import_clause') ?? null;
  for (const part of childrenOf(clause))
    if (part.type === 'identifier') take(part.text, null);
    else if (part.type === 'namespace_import') take(childrenOf(part)[0]?.text ?? '', null);
    else
      for (const specifier of childrenOf(part)) {
        const imported = specifier.childForFieldName('name')?.text ?? '';
        const local = specifier.childForFieldName('alias')?.text ?? imported;
        take(local, imported === 'default' ? null : imported);
      }
}

/** `export` before a declaration, a value or names. */
export function lowerExport(node: Node, context: Context): Statement[] {
  const { walker, modules } = context;
  const has = (token: string) => node.children.some((child) => child?.type === token);
  const declaration = node.childForFieldName('declaration');
  const value = node.childForFieldName('value') ?? (has('=') ? childrenOf(node).at(-1) : null);
  if (value) {
    const exported = walker.expression(value);
    if (has('=')) exportWhole(exported, context);
    else modules.exports.set('default', exported);
    return doing(exported, node);
  }
  if (declaration) {
    const statements = walker.statement(declaration);
    for (const declared of statements.flatMap(declaredBy))
      modules.exports.set(has('default') ? 'default' : declared, name(declared, declaration));
    return statements;
  }
  exportNames(node, context);
  return [];
}

/** `export { a as b }`, `export { a } from 'x'`, `export * from 'x'` and `export * as a from 'x'` */
function exportNames(node: Node, { modules }: Context): void {
  const source = node.childForFieldName('source');
  const from = source && stringText(source);
  const parts = childrenOf(node);
  const clause = parts.find(({ type }) => type === 'export_clause');
  const whole = parts.find(({ type }) => type === 'namespace_export');
  for (const specifier of childrenOf(clause ?? null)) {
    const key = specifier.childForFieldName('name');
    const own = key ? keyText(key) : '';
    const alias = specifier.childForFieldName('alias');
    const local = from === null ? own : syntheticName(own);
    if (from !== null) modules.imports.push({ local, from, name: own === 'default' ? null : own });
    modules.exports.set(alias ? keyText(alias) : own, name(local, specifier));
  }
  if (from === null || clause) return;
  const key = whole && childrenOf(whole)[0];
  if (key) {
    const local = syntheticName(`* ${keyText(key)}`);
    modules.imports.push({ local, from, name: null });
    modules.exports.set(keyText(key), name(local, key));
  } else modules.imports.push({ local: '*', from, name: '*' });
}

/** The names that a declaration declares; what its expressions hoist is not exported. */
function declaredBy(statement: Statement): string[] {
  if (statement.kind === 'function')
    return statement.function.name ? [statement.function.name] : [];
  if (statement.kind === 'class')
    return isSynthetic(statement.class.name) ? [] : [statement.class.name];
  const declares = statement.kind === 'assign' && statement.declares === true;
  return declares && statement.target.kind === 'name' ? [statement.target.name] : [];
}

function requiredBy(node: Node): { from: string; name: string | null } | null {
  if (node.type === 'member_expression') {
    const [of, property] = [node.childForFieldName('object'), node.childForFieldName('property')];
    const inner = of && requiredBy(of);
    const key = property?.text ?? '';
    return inner && inner.name === null ? { ...inner, name: key === 'default' ? null : key } : null;
  }
  if (node.type !== 'call_expression' || node.childForFieldName('function')?.text !== 'require')
    return null;
  const [from] = childrenOf(node.childForFieldName('arguments'));
  return from?.type === 'string' ? { from: stringText(from), name: null } : null;
}
