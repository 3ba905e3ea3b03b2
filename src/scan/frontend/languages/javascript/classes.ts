// Classes, enums and namespaces of JavaScript and TypeScript -> the IR.

import {
  type ClassSyntax,
  type Expression,
  type Field,
  type FunctionSyntax,
  STATIC_BLOCK,
  type Statement,
} from '../../../ir.js';
import { sortMembers } from '../../class-members.js';
import { childrenOf, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import { lowerCut } from './broken.js';
import { type Context, emptyModules } from './context.js';
import { decoratorsIn, decoratorsOf, lowerFunction } from './functions.js';
import { isAccessor, memberName, setterOf } from './keys.js';

interface Members {
  readonly fields: Field[];
  readonly methods: FunctionSyntax[];
  /** Static blocks, and what members do where the class is declared. */
  readonly loose: Statement[];
}

/** Lowers a class; one that is an expression may be called by the name that it is given here. */
export function lowerClass(
  node: Node,
  context: Context,
  own = node.childForFieldName('name')?.text ?? '',
): ClassSyntax {
  const around = node.parent?.type === 'export_statement' ? node.parent : null;
  const annotations = [around, node].flatMap((one) => (one ? decoratorsOf(one, context) : []));
  const bases = basesOf(node, context);
  return lowerMembers(node, { own, bases, annotations }, context, (part, members, marks) =>
    lowerMember(part, members, marks, context),
  );
}

/** What a class extends and implements; what works out a base runs before the class. */
function basesOf(node: Node, { walker }: Context): string[] {
  const heritage = childrenOf(node).find(({ type }) => type === 'class_heritage') ?? null;
  const extended = (part: Node): string[] => {
    const value = walker.expression(part);
    walker.hoist(...doing(value, part));
    // a mixin gives a class that extends what it is called with
    const given =
      value.kind === 'call' ? value.args.flatMap((one) => spelled(one.value) ?? []) : [];
    return [...given, spelled(value) ?? part.text];
  };
  return childrenOf(heritage).flatMap((part) => {
    if (part.type === 'implements_clause') return childrenOf(part).map(({ text }) => text);
    return (part.type === 'extends_clause' ? childrenOf(part) : [part])
      .filter(({ type, isError }) => type !== 'type_arguments' && !isError)
      .flatMap(extended);
  });
}

/** `a.b.c` of names. */
function spelled(expression: Expression): string | null {
  if (expression.kind === 'name') return expression.name;
  const of = expression.kind === 'member' ? spelled(expression.of) : null;
  return of === null || expression.kind !== 'member' ? null : `${of}.${expression.name}`;
}

/** Lowers the parts of a body; `marks` are the decorators that stand before a part. */
function lowerMembers(
  node: Node,
  head: { own: string; bases: readonly string[]; annotations: readonly Expression[] },
  { walker }: Context,
  lower: (part: Node, members: Members, marks: readonly Node[]) => void,
): ClassSyntax {
  const members: Members = { fields: [], methods: [], loose: [] };
  let marks: Node[] = [];
  for (const part of childrenOf(node.childForFieldName('body'))) {
    if (part.type === 'decorator') {
      marks.push(part);
      continue;
    }
    const before = marks;
    const hoisted = walker.around(() => {
      lower(part, members, before);
      return [];
    });
    members.loose.push(...hoisted);
    marks = [];
  }
  const at = placeOf(node);
  const classes = members.loose.flatMap((one) => (one.kind === 'class' ? [one.class] : []));
  const body = members.loose.filter(({ kind }) => kind !== 'class');
  const block = { name: STATIC_BLOCK, parameters: [], body, annotations: [], at };
  return {
    name: head.own,
    bases: head.bases,
    fields: members.fields,
    methods: body.length > 0 ? [...members.methods, block] : members.methods,
    classes,
    annotations: head.annotations,
    at,
  };
}

function lowerMember(node: Node, members: Members, marks: readonly Node[], context: Context): void {
  const { fields, methods, loose } = members;
  const annotations = marks.flatMap((mark) => decoratorsIn(mark, context));
  switch (node.type) {
    case 'method_definition': {
      const key = node.childForFieldName('name');
      const own = key ? memberName(key, context) : '';
      const method = lowerFunction(node, context);
      // a getter is read like a field
      const read = isAccessor(node, 'get') ? [name('property', node)] : [];
      methods.push({
        ...method,
        name: isAccessor(node, 'set') ? setterOf(own) : own,
        annotations: [...annotations, ...method.annotations, ...read],
      });
      fields.push(...parameterProperties(node));
      return;
    }
    case 'field_definition':
    case 'public_field_definition': {
      const key = node.childForFieldName('name') ?? node.childForFieldName('property');
      // a field keeps no annotations: what their arguments do is kept beside it
      for (const mark of [...annotations, ...decoratorsOf(node, context)])
        if (mark.kind === 'call')
          loose.push(...mark.args.flatMap(({ value }) => doing(value, node)));
      if (key) lowerField(node, memberName(key, context), members, context);
      return;
    }
    case 'class_static_block':
      loose.push(...lowerFunction(node, context).body);
      return;
    case 'method_signature':
      // in a body that is not closed it may be a call
      if (node.parent?.hasError && !node.childForFieldName('return_type'))
        loose.push(...lowerCut(node, context));
      return;
    case 'abstract_method_signature':
    case 'index_signature':
      return;
    default:
      loose.push(...context.walker.statement(node));
  }
}

/** A field whose value is a function is a method. */
function lowerField(
  node: Node,
  own: string,
  { fields, methods }: Members,
  { walker }: Context,
): void {
  const written = node.childForFieldName('value');
  const value = written && walker.expression(written);
  const type = node.childForFieldName('type')?.namedChild(0)?.text ?? null;
  if (value?.kind === 'lambda') methods.push({ ...value.function, name: own });
  else fields.push({ name: own, value, type, at: placeOf(node) });
}

/** `constructor(private http: Http)` declares a field. */
function parameterProperties(method: Node): Field[] {
  if (method.childForFieldName('name')?.text !== 'constructor') return [];
  return childrenOf(method.childForFieldName('parameters')).flatMap((parameter): Field[] => {
    const declares = parameter.children.some(
      (child) => child && /^(accessibility_modifier|override_modifier|readonly)$/.test(child.type),
    );
    const own = parameter.childForFieldName('pattern');
    if (!declares || !own) return [];
    const type = parameter.childForFieldName('type')?.namedChild(0)?.text ?? null;
    return [{ name: own.text, value: name(own.text, own), type, at: placeOf(parameter) }];
  });
}

/** An enum is a class whose members are fields. */
export function lowerEnum(node: Node, context: Context): ClassSyntax {
  const own = node.childForFieldName('name')?.text ?? '';
  const head = { own, bases: [], annotations: [] };
  return lowerMembers(node, head, context, (part, members) => {
    if (part.isError) {
      members.loose.push(...context.walker.statement(part));
      return;
    }
    const key = part.childForFieldName('name') ?? part;
    const written = part.childForFieldName('value');
    const [named, value] = [
      memberName(key, context),
      written && context.walker.expression(written),
    ];
    members.fields.push({ name: named, value, type: null, at: placeOf(part) });
  });
}

/** `namespace A.B { export const c = 1 }`: a class of static members, in a class for each name before the last. */
export function lowerNamespace(node: Node, context: Context): ClassSyntax {
  const at = placeOf(node);
  const outer = context.modules;
  // what it imports and exports is its own
  context.modules = emptyModules();
  const body = context.walker.statements(childrenOf(node.childForFieldName('body')));
  context.modules = outer;
  const written = node.childForFieldName('name');
  const path =
    written?.type === 'nested_identifier' ? written.text.split('.') : [written?.text ?? ''];
  const named = (index: number): ClassSyntax => {
    const members =
      index === path.length - 1
        ? sortMembers(body, at)
        : { fields: [], methods: [], classes: [named(index + 1)] };
    return { name: path[index]!.trim(), bases: [], ...members, annotations: [], at };
  };
  return named(0);
}
