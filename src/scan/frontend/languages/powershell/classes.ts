// Classes and enums of PowerShell -> their fields and methods.
import type { ClassSyntax, Field, FunctionSyntax, Parameter, Statement } from '../../../ir.js';
import { childrenOf, placeOf, text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerBody, statementsIn } from './bodies.js';
import { type PowerShellContext, within } from './context.js';
import { foldName, variableName } from './names.js';
import { namesOfType } from './types.js';

/** `class A : B { ... }` */
export function lowerClass(context: PowerShellContext, node: Node): ClassSyntax {
  const children = childrenOf(node);
  const [own, ...bases] = children.filter(
    ({ type }) => type === 'simple_name' || type === 'type_spec',
  );
  const called = foldName(own?.text.trim() ?? '');
  const fields: Field[] = [];
  const methods: FunctionSyntax[] = [];
  for (const child of children) {
    if (child.type === 'class_property_definition') fields.push(fieldOf(context, child));
    else if (child.type === 'class_method_definition')
      methods.push(methodOf(context, child, called));
  }
  return {
    name: called,
    bases: bases.map((base) => namesOfType(base.text).join('.')),
    fields,
    methods,
    classes: [],
    annotations: [],
    at: placeOf(own ?? node),
  };
}

/** `enum A { B; C = 1 }`: what it lists are texts. */
export function lowerEnum({ walker }: PowerShellContext, node: Node): ClassSyntax {
  const children = childrenOf(node);
  const own = children.find(({ type }) => type === 'simple_name');
  const fields = children
    .filter(({ type }) => type === 'enum_member')
    .map((member): Field => {
      const [key, ...rest] = childrenOf(member);
      for (const one of rest) walker.hoist(...walker.effect(one));
      const written = key?.text.trim() ?? '';
      return {
        name: written.toLowerCase(),
        value: text(written, member),
        type: null,
        at: placeOf(member),
      };
    });
  return {
    name: foldName(own?.text.trim() ?? ''),
    bases: [],
    fields,
    methods: [],
    classes: [],
    annotations: [],
    at: placeOf(own ?? node),
  };
}

function fieldOf({ walker }: PowerShellContext, node: Node): Field {
  const children = childrenOf(node);
  const own = children.find(({ type }) => type === 'variable');
  const type = children.find((one) => one.type === 'type_literal');
  const behind = own ? children.slice(children.indexOf(own) + 1) : [];
  const value = behind.find((one) => !one.isError);
  return {
    name: variableName(own?.text.trim() ?? ''),
    value: value ? walker.expression(value, node) : null,
    type: type ? namesOfType(type.text).join('.') || null : null,
    at: placeOf(node),
  };
}

function methodOf(context: PowerShellContext, node: Node, ofClass: string): FunctionSyntax {
  const { walker } = context;
  const children = childrenOf(node);
  const own = foldName(children.find(({ type }) => type === 'simple_name')?.text.trim() ?? '');
  const listed = children
    .filter(({ type }) => type === 'class_method_parameter_list')
    .flatMap(childrenOf)
    .filter(({ type }) => type === 'class_method_parameter');
  const parameters = listed.map((one): Parameter => {
    const type = childrenOf(one).find((part) => part.type === 'type_literal');
    const variable = childrenOf(one).find((part) => part.type === 'variable');
    return {
      name: variableName(variable?.text.trim() ?? ''),
      default: null,
      type: type ? classNamed(type.text) : null,
      rest: false,
      annotations: [],
    };
  });
  const body = walker.deeper(
    () =>
      within(
        context,
        { output: null, isLast: false, returns: 'function', leaves: 'nothing', item: null },
        () =>
          walker.around((): Statement[] => [
            ...children.filter(({ isError }) => isError).flatMap((one) => walker.statement(one)),
            ...children
              .filter(({ type }) => type === 'script_block')
              .flatMap((one) => lowerBody(context, statementsIn(one))),
          ]),
      ),
    () => [],
  );
  const isConstructor = own === ofClass;
  return {
    name: isConstructor ? 'constructor' : own,
    parameters,
    body,
    annotations: [],
    at: placeOf(node),
  };
}

/** Types of values are no classes. */
const classNamed = (written: string): string | null => {
  const names = namesOfType(written);
  const last = names.at(-1) ?? '';
  return /^(String|int\d*|object|bool|hashtable|pscustomobject|psobject|array|void|Uri)$/.test(last)
    ? null
    : names.join('.');
};
