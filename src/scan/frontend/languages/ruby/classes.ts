// A Ruby class or module -> its bases, fields, methods and classes.
import type { Node } from 'web-tree-sitter';
import type { ClassSyntax, Expression, FunctionSyntax, Statement } from '../../../ir.js';
import { sortMembers } from '../../class-members.js';
import { assign, childrenOf, member, name, placeOf } from '../../ir-builders.js';
import type { RubyContext } from './context.js';
import { readAttributes } from './file.js';

/** `class A::B < C` and `module A`; `A::B` is a class within a class. */
export function lowerClass(context: RubyContext, node: Node): ClassSyntax {
  const names = (node.childForFieldName('name')?.text ?? '').replace(/\s/g, '').split('::');
  const base = childrenOf(node.childForFieldName('superclass'))[0]?.text;
  const own = lowerBody(context, node, childrenOf(node.childForFieldName('body')));
  const inner: ClassSyntax = {
    ...own,
    ...{ name: names.at(-1) ?? '', bases: base ? [base, ...own.bases] : own.bases },
  };
  return names
    .filter(Boolean)
    .slice(0, -1)
    .slice(-10)
    .reduceRight(
      (within, outer) => ({
        ...{ name: outer, bases: [], fields: [], methods: [], classes: [within] },
        ...{ annotations: [], at: within.at },
      }),
      inner,
    );
}

/** `A = Struct.new(:a) do ... end` and `A = Class.new(B) do ... end`. */
export function lowerMadeClass(context: RubyContext, own: string, value: Node): ClassSyntax | null {
  if (value.type !== 'call') return null;
  const receiver = value.childForFieldName('receiver')?.text;
  const method = value.childForFieldName('method')?.text;
  const made = /^((Struct|Class|Module)\.new|Data\.define)$/.test(`${receiver}.${method}`);
  if (!made) return null;
  const body = childrenOf(value.childForFieldName('block')?.childForFieldName('body') ?? null);
  const inner = lowerBody(context, value, body);
  const fields = readAttributes(value);
  const [base] = childrenOf(value.childForFieldName('arguments'));
  const bases = receiver === 'Class' && base ? [base.text] : [];
  const methods =
    fields.length > 0 && !inner.methods.some((one) => one.name === 'constructor')
      ? [
          constructorOf(fields, value),
          ...fields.map((one) => readerOf(one, value)),
          ...inner.methods,
        ]
      : inner.methods;
  return { ...inner, name: own, bases: [...bases, ...inner.bases], methods };
}

function lowerBody(context: RubyContext, node: Node, body: readonly Node[]): ClassSyntax {
  const at = placeOf(node);
  const bases: string[] = [];
  const readers: FunctionSyntax[] = [];
  const outer = context.inClass;
  context.inClass = true;
  const { value: statements } = context.locals.inside('method', () =>
    body.flatMap((part): Statement[] => {
      for (const own of readAttributes(part)) readers.push(readerOf(own, part));
      const mixed = mixinsOf(part);
      bases.push(...(mixed ?? []));
      return mixed ? [] : context.statement(part, null);
    }),
  );
  context.inClass = outer;
  const sorted = sortMembers(statements, at);
  const defined = new Set(sorted.methods.map((method) => method.name));
  const methods = [...readers.filter((one) => !defined.has(one.name)), ...sorted.methods];
  return { ...sorted, name: '', bases, methods, annotations: [], at };
}

/** `attr_reader :a` is `def a = @a`. */
function readerOf(own: string, node: Node): FunctionSyntax {
  const at = placeOf(node);
  const value = member({ kind: 'self', at }, `@${own}`, node);
  const body: Statement[] = [{ kind: 'return', value, at }];
  return { name: own, parameters: [], body, annotations: [], at };
}

/** `include A, B`; none of `extend self`; `null` for what is no mixin. */
function mixinsOf(node: Node): string[] | null {
  const isMixin =
    node.type === 'call' &&
    !node.childForFieldName('receiver') &&
    /^(include|extend|prepend)$/.test(node.childForFieldName('method')?.text ?? '');
  return isMixin
    ? childrenOf(node.childForFieldName('arguments'))
        .filter(({ type }) => type === 'constant' || type === 'scope_resolution')
        .map((one) => one.text)
    : null;
}

function constructorOf(fields: readonly string[], node: Node): FunctionSyntax {
  const self: Expression = { kind: 'self', at: placeOf(node) };
  return {
    name: 'constructor',
    parameters: fields.map((own) => ({
      ...{ name: own, default: null, type: null, rest: false, annotations: [] },
    })),
    body: fields.map((own) => assign(member(self, `@${own}`, node), name(own, node), node)),
    annotations: [],
    at: placeOf(node),
  };
}
