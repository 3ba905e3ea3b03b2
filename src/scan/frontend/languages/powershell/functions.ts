// Functions and script blocks of PowerShell -> their parameters and bodies; what a body outputs is returned.
import { type FunctionSyntax, isSynthetic, type Parameter, type Statement } from '../../../ir.js';
import { assign, childrenOf, firstThere, name, placeOf, text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerBody, statementsIn } from './bodies.js';
import { newItem, PIPED, type PowerShellContext, RETURNED, within } from './context.js';
import { variableName } from './names.js';
import { namesOfType } from './types.js';

const plain = (own: string, more: Partial<Parameter> = {}): Parameter => ({
  name: own,
  default: null,
  type: null,
  rest: false,
  annotations: [],
  ...more,
});

/** What one parameter says of itself. */
interface Declared {
  readonly parameter: Parameter;
  readonly position: number | null;
  readonly isSwitch: boolean;
}

const typeOf = (node: Node): string | null => {
  const attributes = childrenOf(node).find(({ type }) => type === 'attribute_list');
  const types = childrenOf(attributes ?? null).filter(
    (one) => childrenOf(one)[0]?.type === 'type_literal',
  );
  const written = types.at(-1)?.text;
  return written ? (namesOfType(written).at(-1) ?? null) : null;
};

/** Whether a parameter takes no value. */
export const isSwitchParameter = (node: Node): boolean =>
  /^(switch|switchparameter)$/i.test(typeOf(node) ?? '');

/** The parameters of a function in the order in which arguments without a name are for them. */
function parametersOf(context: PowerShellContext, listed: readonly Node[]): Parameter[] {
  const declared = listed.map((node) => declaredBy(context, node));
  const rank = ({ position, isSwitch }: Declared) => (isSwitch ? 1e6 : (position ?? 1e3));
  return declared
    .map((one, index) => ({ one, index }))
    .sort((a, b) => rank(a.one) - rank(b.one) || a.index - b.index)
    .map(({ one }) => one.parameter);
}

function declaredBy(context: PowerShellContext, node: Node): Declared {
  const { walker } = context;
  const attributes = childrenOf(node).find(({ type }) => type === 'attribute_list');
  if (attributes) walker.hoist(...walker.effect(attributes));
  const own = childrenOf(node).find(({ type }) => type === 'variable');
  const written = childrenOf(node).find(({ type }) => type === 'script_parameter_default');
  const said = attributes?.text ?? '';
  const isPiped = /\bValueFromPipeline\b(?!\s*=\s*\$false)/i.test(said);
  const value = written ? walker.maybe(childrenOf(written)[0] ?? written) : null;
  const piped = isPiped ? name(PIPED, node) : null;
  // a switch that nobody gives is off
  const unset = isSwitchParameter(node) ? text('false', node) : null;
  const position = /\bPosition\s*=\s*(\d+)/i.exec(said)?.[1];
  const isRest = /\bValueFromRemainingArguments\b/i.test(said);
  return {
    parameter: plain(variableName(own?.text.trim() ?? ''), {
      default: piped && value ? firstThere([piped, value], node) : (piped ?? value ?? unset),
      type: own ? classOf(node) : null,
      rest: isRest,
    }),
    position: position === undefined ? null : Number(position),
    isSwitch: isSwitchParameter(node),
  };
}

/** The type of a parameter, where it is no kind of value. */
function classOf(node: Node): string | null {
  const type = typeOf(node);
  const isValue =
    type === null ||
    /^(string|int\d*|long|bool(ean)?|switch|switchparameter|object|psobject|pscustomobject|hashtable|ordered|array|uri|guid|double|decimal|datetime|scriptblock|char|byte|securestring|pscredential|timespan|regex|version|xml|float|single|uint\d*)$/i.test(
      type,
    );
  return isValue ? null : type;
}

/** `function Get-Log($a) { ... }`, `filter f { ... }` */
export function lowerFunction(context: PowerShellContext, node: Node): FunctionSyntax {
  const children = childrenOf(node);
  const own = children.find(({ type }) => type === 'function_name')?.text.trim() ?? '';
  const head = children.filter(({ type }) => type === 'function_parameter_declaration');
  const body = children.filter(({ type }) => type !== 'function_name');
  return lowerSignature(context, node, own.replace(/^\w+:/, '').toLowerCase(), head, body, null);
}

/** `{ param($a) ... }`; one that uses `$_` takes it where nothing else is taken. */
export function lowerBlock(
  context: PowerShellContext,
  node: Node,
  takesItem = usesItem(node),
): FunctionSyntax {
  return lowerSignature(
    context,
    node,
    null,
    [],
    childrenOf(node),
    takesItem ? newItem(context) : null,
  );
}

const usesItem = (node: Node): boolean => /\$(_|PSItem)\b/i.test(node.text);

function lowerSignature(
  context: PowerShellContext,
  node: Node,
  own: string | null,
  head: readonly Node[],
  inner: readonly Node[],
  item: string | null,
): FunctionSyntax {
  const { walker } = context;
  const nodes = inner.flatMap((one) =>
    /^(script_block|script_block_body|statement_list)$/.test(one.type) ? statementsOf(one) : [one],
  );
  // before `process` on the same line the grammar takes it for an error
  const holder = nodes.find((one) => one.type === 'param_block' || isErrorAround(one));
  const block = holder?.isError ? childrenOf(holder)[0] : holder;
  const listed = [...head, ...(block ? [block] : [])]
    .flatMap((one) => childrenOf(one))
    .filter(({ type }) => type === 'parameter_list')
    .flatMap(childrenOf)
    .filter(({ type }) => type === 'script_parameter');
  const isNamed = own !== null;
  const piped = isNamed && /\$(_|PSItem|input)\b|ValueFromPipeline\b/i.test(node.text);
  let parameters: Parameter[] = [];
  const surroundings = {
    output: RETURNED,
    isLast: true,
    returns: 'function',
    leaves: 'nothing',
    item: item ?? (isNamed ? PIPED : context.item),
  } as const;
  const body = walker.deeper(
    () =>
      within(context, surroundings, () =>
        walker.around((): Statement[] => {
          parameters = parametersOf(context, listed);
          if (item) parameters = [...parameters, plain(item)];
          if (piped) parameters = [...parameters, plain(PIPED)];
          if (/\$args\b|@args\b/i.test(node.text) && listed.length === 0)
            parameters = [
              ...parameters.filter((one) => one.name === PIPED),
              plain('args', { rest: true }),
            ];
          const own = nodes.filter((one) => one !== holder && !head.includes(one));
          return [...boundIn(node, parameters), ...lowerBlocks(context, own)];
        }),
      ),
    () => [],
  );
  return { name: own, parameters, body, annotations: [], at: placeOf(node) };
}

const isErrorAround = (node: Node): boolean => {
  const [only, more] = node.isError ? childrenOf(node) : [];
  return only?.type === 'param_block' && !more;
};

/** `$PSBoundParameters`: what the function was given, by name. */
function boundIn(node: Node, parameters: readonly Parameter[]): Statement[] {
  if (!/[$@]PSBoundParameters\b/i.test(node.text)) return [];
  const given = parameters.filter((one) => !isSynthetic(one.name) && !one.rest);
  const entries = given.map((one) => ({ key: text(one.name, node), value: name(one.name, node) }));
  const at = placeOf(node);
  return [assign(name('psboundparameters', node), { kind: 'object', entries, at }, node)];
}

const statementsOf = (node: Node): Node[] =>
  childrenOf(node).flatMap((child) =>
    /^(statement_list|script_block|script_block_body|named_block_list)$/.test(child.type)
      ? statementsOf(child)
      : [child],
  );

/** The statements of a body, or those of its blocks in the order in which they run. */
function lowerBlocks(context: PowerShellContext, nodes: readonly Node[]): Statement[] {
  const own = nodes.flatMap((node) =>
    node.type === 'named_block'
      ? childrenOf(node)
          .filter(({ type }) => type !== 'block_name')
          .flatMap(statementsIn)
      : [node],
  );
  return lowerBody(context, own);
}
