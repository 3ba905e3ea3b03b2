// A Python class -> its bases, fields, methods and classes; what a dataclass is given becomes its constructor.

import type { ClassSyntax, Expression, Field, FunctionSyntax, Statement } from '../../../ir.js';
import { sortMembers } from '../../class-members.js';
import { assign, childrenOf, member, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { PythonContext } from './context.js';
import { partsOf } from './effects.js';

/** Lowers a class. */
export function lowerClass(
  context: PythonContext,
  node: Node,
  annotations: readonly Expression[],
): ClassSyntax {
  const at = placeOf(node);
  const outer = context.inClass;
  context.inClass = true;
  const body = childrenOf(node.childForFieldName('body'));
  const sorted = sortMembers(context.walker.statements(body), at);
  context.inClass = outer;
  const bases = partsOf(node.childForFieldName('superclasses'))
    .filter(({ type }) => !/^keyword_argument$|_splat$/.test(type))
    // `Generic[T]` is Generic
    .map((base) => (base.childForFieldName('value') ?? base).text);
  const properties = sorted.methods.flatMap((method) => propertyOf(method));
  const methods = sorted.methods
    .filter((method) => propertyOf(method).length === 0)
    .map((method) => (isSetter(method) ? { ...method, name: `${method.name}=` } : method));
  const typed = body.flatMap(declaredBy);
  const made =
    isRecord(annotations, bases) && !methods.some((method) => method.name === 'constructor')
      ? [constructorOf(body, sorted.fields, node)]
      : [];
  const taken = new Set(made.flatMap(({ parameters }) => parameters.map((one) => one.name)));
  // the value of a field that the constructor takes is that of its parameter
  const own = sorted.fields.map((field) =>
    taken.has(field.name) ? { ...field, value: null } : field,
  );
  const fields = [...own, ...typed, ...properties];
  return {
    name: node.childForFieldName('name')?.text ?? '',
    bases,
    fields,
    methods: [...made, ...methods],
    classes: sorted.classes,
    annotations,
    at,
  };
}

/** `x: int` without a value. */
function declaredBy(node: Node): Field[] {
  const inner = childrenOf(node)[0];
  if (node.type !== 'expression_statement' || inner?.type !== 'assignment') return [];
  const [left, type] = [inner.childForFieldName('left'), inner.childForFieldName('type')];
  if (inner.childForFieldName('right') || left?.type !== 'identifier' || !type) return [];
  return [{ name: left.text, value: null, type: type.text, at: placeOf(node) }];
}

/** A property is read as a field: its value is what the method gives. */
function propertyOf(method: FunctionSyntax): Field[] {
  const others = method.annotations.filter((one) => !isProperty(one));
  if (others.length === method.annotations.length || method.name === null) return [];
  const [only] = method.body;
  const { at } = method;
  const plain = others.length === 0 && method.parameters.length === 0 && method.body.length === 1;
  const function_ = { ...method, name: null, annotations: others };
  const value: Expression =
    plain && only?.kind === 'return' && only.value
      ? only.value
      : { kind: 'call', callee: { kind: 'lambda', function: function_, at }, args: [], at };
  return [{ name: method.name, value, type: null, at }];
}

const isProperty = (one: Expression) =>
  (one.kind === 'name' || one.kind === 'member') && /^(cached_?)?property$/.test(one.name);

const isSetter = ({ annotations }: FunctionSyntax) =>
  annotations.some((one) => one.kind === 'member' && one.name === 'setter');

/** Its constructor takes its fields. */
const isRecord = (annotations: readonly Expression[], bases: readonly string[]) =>
  bases.some((base) => /^(\w+\.)?(NamedTuple|BaseModel|BaseSettings)$/.test(base)) ||
  annotations.some((one) => {
    const named = one.kind === 'call' || one.kind === 'new' ? calleeOf(one) : one;
    return (named.kind === 'name' || named.kind === 'member') && named.name === 'dataclass';
  });

const calleeOf = (one: Extract<Expression, { kind: 'call' | 'new' }>) =>
  one.kind === 'call' ? one.callee : one.type;

function constructorOf(
  body: readonly Node[],
  fields: readonly Field[],
  node: Node,
): FunctionSyntax {
  const values = new Map(fields.map((field) => [field.name, field.value]));
  const taken = body.flatMap((statement) => {
    const inner = childrenOf(statement)[0];
    const left = inner?.type === 'assignment' ? inner.childForFieldName('left') : null;
    const type = inner?.childForFieldName('type');
    return left?.type === 'identifier' && type ? [{ left, type: type.text }] : [];
  });
  const self: Expression = { kind: 'self', at: placeOf(node) };
  return {
    name: 'constructor',
    parameters: taken.map(({ left, type }) => ({
      name: left.text,
      type,
      rest: false,
      annotations: [],
      default: values.get(left.text) ?? null,
    })),
    body: taken.map(
      ({ left }): Statement => assign(member(self, left.text, left), name(left.text, left), left),
    ),
    annotations: [],
    at: placeOf(node),
  };
}
