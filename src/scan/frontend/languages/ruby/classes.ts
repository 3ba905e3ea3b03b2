// A Ruby class or module -> its bases, fields, methods and classes.

import type { ClassSyntax, Expression, FunctionSyntax, Place, Statement } from '../../../ir.js';
import { sortMembers } from '../../class-members.js';
import { assign, childrenOf, member, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerClauses } from './bodies.js';
import { argumentEffects } from './calls.js';
import { asPart, errorsOf, firstOf, jumping, type RubyContext } from './context.js';
import { isVisibility, readAttributes } from './file.js';
import { plainParameter } from './functions.js';

/** `class A::B < C` and `module A`; `A::B` is a class within a class. */
export function lowerClass(context: RubyContext, node: Node): ClassSyntax {
  const { walker } = context;
  const own = node.childForFieldName('name');
  const names = (own?.text ?? '').replace(/\s/g, '').split('::');
  const base = firstOf(node.childForFieldName('superclass'));
  for (const one of [own?.childForFieldName('scope'), base])
    if (one) walker.hoist(...walker.effect(one));
  const body = lowerBody(context, node, node.childForFieldName('body'));
  const inner: ClassSyntax = {
    ...body,
    name: names.at(-1) ?? '',
    bases: base ? [base.text, ...body.bases] : body.bases,
  };
  return names
    .filter(Boolean)
    .slice(0, -1)
    .slice(-10)
    .reduceRight((within, outer) => ({ ...empty(outer, within.at), classes: [within] }), inner);
}

const empty = (name: string, at: Place): ClassSyntax => ({
  name,
  bases: [],
  fields: [],
  methods: [],
  classes: [],
  annotations: [],
  at,
});

/** `A = Struct.new(:a) do ... end` and `A = Class.new(B) do ... end`. */
export function lowerMadeClass(context: RubyContext, own: string, value: Node): ClassSyntax | null {
  if (value.type !== 'call') return null;
  const receiver = value.childForFieldName('receiver')?.text;
  const method = value.childForFieldName('method')?.text;
  const isMade = /^((Struct|Class|Module)\.new|Data\.define)$/.test(`${receiver}.${method}`);
  return isMade
    ? asPart(
        context.walker,
        value,
        () => madeClass(context, own, value, receiver === 'Class'),
        empty(own, placeOf(value)),
      )
    : null;
}

function madeClass(context: RubyContext, own: string, value: Node, hasBase: boolean): ClassSyntax {
  const { walker } = context;
  const [listed, block] = [value.childForFieldName('arguments'), value.childForFieldName('block')];
  walker.hoist(...argumentEffects(context, listed));
  for (const one of childrenOf(block?.childForFieldName('parameters') ?? null)) {
    const fallback = one.childForFieldName('value');
    if (fallback) walker.mayDo(fallback);
  }
  const inner = lowerBody(context, value, block?.childForFieldName('body') ?? null);
  const fields = readAttributes(value);
  const base = firstOf(listed);
  const bases = hasBase && base ? [base.text] : [];
  const isGiven = fields.length > 0 && !inner.methods.some((one) => one.name === 'constructor');
  const given = isGiven
    ? [constructorOf(fields, value), ...fields.map((one) => readerOf(one, value))]
    : [];
  return {
    ...inner,
    name: own,
    bases: [...bases, ...inner.bases],
    methods: [...given, ...inner.methods],
  };
}

function lowerBody(context: RubyContext, node: Node, body: Node | null): ClassSyntax {
  const at = placeOf(node);
  const bases: string[] = [];
  const readers: FunctionSyntax[] = [];
  const lowerMember = (part: Node): Statement[] => {
    for (const own of attributesOf(part)) readers.push(readerOf(own, part));
    const mixed = mixinsOf(part);
    if (!mixed) return context.statement(part, null);
    bases.push(...mixed);
    const listed = part.childForFieldName('arguments');
    return context.walker.statement(part, () => argumentEffects(context, listed));
  };
  const outer = context.inClass;
  context.inClass = true;
  const { value: statements } = jumping(context, null, () =>
    context.locals.inside('method', () => [
      ...errorsOf(node).flatMap(lowerMember),
      ...lowerClauses(context, body, null, (parts) => parts.flatMap(lowerMember)),
    ]),
  );
  context.inClass = outer;
  const sorted = sortMembers(statements, at);
  const defined = new Set(sorted.methods.map((method) => method.name));
  const methods = [...readers.filter((one) => !defined.has(one.name)), ...sorted.methods];
  return { ...empty('', at), ...sorted, bases, methods };
}

/** `attr_reader :a`, `private attr_reader :a` */
const attributesOf = (node: Node): string[] => [
  ...readAttributes(node),
  ...(isVisibility(node)
    ? childrenOf(node.childForFieldName('arguments')).flatMap(readAttributes)
    : []),
];

/** `attr_reader :a` is `def a = @a`. */
function readerOf(own: string, node: Node): FunctionSyntax {
  const at = placeOf(node);
  const value = member({ kind: 'self', at }, `@${own}`, node);
  const body: Statement[] = [{ kind: 'return', value, at }];
  return { name: own, parameters: [], body, annotations: [], at };
}

/** The names of `include A, B`; an empty list for `extend self`; `null` for a call that is no mixin. */
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
    parameters: fields.map(plainParameter),
    body: fields.map((own) => assign(member(self, `@${own}`, node), name(own, node), node)),
    annotations: [],
    at: placeOf(node),
  };
}
