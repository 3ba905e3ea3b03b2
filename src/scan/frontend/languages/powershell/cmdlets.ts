// The commands of PowerShell that put values together or run a closure -> what they are in the IR.
import type { Argument, Expression } from '../../../ir.js';
import { argument, assign, call, member, name, placeOf, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { setVariable } from './assignments.js';
import type { PowerShellContext } from './context.js';
import { commandName, variableName } from './names.js';
import { typeNamed } from './types.js';

/** A command with its arguments. */
export interface Cmdlet {
  readonly own: string;
  readonly args: readonly Argument[];
  /** What the stage before it gives. */
  readonly given: Expression | null;
  readonly node: Node;
}

/** Give what they are given, all of it or some. */
const PASSES = /^(sort-object|tee-object|get-unique|select-object|where-object)$/;
/** Make something of what they are given as a whole. */
const WHOLE = new Set(
  `
    convertto-json convertfrom-json convertto-xml convertto-html convertto-csv convertfrom-csv
    convertto-securestring convertfrom-securestring out-null out-string out-file out-host
    out-default out-gridview export-csv export-clixml format-table format-list format-wide
    write-output write-host write-verbose write-debug write-error write-warning write-information
    measure-object group-object set-content add-content set-clipboard get-member add-member
    select-string compare-object invoke-restmethod invoke-webrequest set-variable new-variable`
    .trim()
    .split(/\s+/),
);

/** Whether a command takes what the stage before it gives as a whole. */
export const takesWhole = (own: string): boolean => PASSES.test(own) || WHOLE.has(own);

/** What an argument is: by its name, or by its place among those without one. */
function given({ args }: Cmdlet, names: RegExp, position: number): Expression | undefined {
  const named = args.find((one) => one.name !== null && names.test(one.name));
  return (named ?? args.filter((one) => one.name === null && !one.spread)[position])?.value;
}

/** Lowers a command of PowerShell itself; `null` for any other. */
export function lowerCmdlet(context: PowerShellContext, cmdlet: Cmdlet): Expression | null {
  const { own, args, node } = cmdlet;
  const { walker } = context;
  const only = (value: Expression | undefined, used: readonly (Expression | undefined)[]) => {
    for (const one of args) if (!used.includes(one.value)) walker.hoistEffect(one.value);
    return value ?? unknown(node);
  };
  if (PASSES.test(own) && cmdlet.given) return only(cmdlet.given, []);
  if (WHOLE.has(own) && cmdlet.given && !/^(invoke|set|new|write)-/.test(own))
    return call(name(own, node), [argument(cmdlet.given), ...args], node);
  switch (own) {
    case 'write-output': {
      const value = cmdlet.given ?? given(cmdlet, /^inputobject$/, 0);
      return only(value, [value]);
    }
    case 'new-object':
      return newObject(context, cmdlet);
    case 'join-path':
    case 'join-string': {
      if (own === 'join-string') return null;
      const [parent, child] = [given(cmdlet, /^path$/, 0), given(cmdlet, /^childpath$/, 1)];
      if (!parent || !child) return null;
      const callee = member(name('path', node), 'join', node);
      return call(callee, [argument(parent), argument(child)], node);
    }
    case 'set-variable':
    case 'new-variable': {
      const to = given(cmdlet, /^name$/, 0);
      const value = cmdlet.given ?? given(cmdlet, /^value$/, 1);
      if (!to) return null;
      walker.hoist(...setVariable(to, value ?? unknown(node), node));
      return only(undefined, [to, value]);
    }
    case 'get-variable': {
      const from = given(cmdlet, /^name$/, 0);
      if (from?.kind !== 'text') return null;
      const value = name(variableName(from.text), node);
      const isWhole = args.some((one) => one.name?.startsWith('valueo'));
      return isWhole
        ? value
        : { kind: 'object', entries: [{ key: text('value', node), value }], at: placeOf(node) };
    }
    case 'set-alias':
    case 'new-alias': {
      const [to, of] = [given(cmdlet, /^name$/, 0), given(cmdlet, /^(value|definition)$/, 1)];
      if (to?.kind !== 'text' || of?.kind !== 'text') return null;
      const named = (value: string) => name(commandName(value), node);
      walker.hoist(assign(named(to.text), named(of.text), node));
      return unknown(node);
    }
    case 'get-command': {
      const of = given(cmdlet, /^name$/, 0);
      return of?.kind === 'text' ? name(commandName(of.text), node) : null;
    }
    case 'invoke-command':
    case 'start-job':
    case 'start-threadjob': {
      const block = given(cmdlet, /^s/, 0);
      const list = given(cmdlet, /^arg/, 1);
      if (!block || args.some(({ spread }) => spread)) return null;
      const own = list?.kind === 'list' ? list.items.map((one) => argument(one)) : [];
      const rest = list && list.kind !== 'list' ? [argument(list)] : own;
      for (const one of args)
        if (one.value !== block && one.value !== list) walker.hoistEffect(one.value);
      return call(block, rest, node);
    }
    default:
      return null;
  }
}

/** `New-Object Net.WebClient -ArgumentList a -Property @{ b = c }` */
function newObject(context: PowerShellContext, cmdlet: Cmdlet): Expression | null {
  const { args, node } = cmdlet;
  const type = given(cmdlet, /^t/, 0);
  if (type?.kind !== 'text') return null;
  const list = given(cmdlet, /^a/, 1);
  const set = given(cmdlet, /^p/, 9);
  for (const { value } of args)
    if (![type, list, set].includes(value)) context.walker.hoistEffect(value);
  if (/(^|\.)(ps(custom)?object|hashtable)$/i.test(type.text))
    return set ?? { kind: 'object', entries: [], at: placeOf(node) };
  if (/(List|ArrayList)(\[|$)/i.test(type.text.trim()) || /\blist\[/i.test(type.text))
    return { kind: 'list', items: [], at: placeOf(node) };
  const items = list?.kind === 'list' ? list.items : list ? [list] : [];
  const made: Expression = {
    kind: 'new',
    type: typeNamed(type.text, node),
    args: items.map((one) => argument(one)),
    at: placeOf(node),
  };
  if (set?.kind !== 'object') return made;
  const held = context.walker.hold();
  context.walker.hoist(assign(name(held, node), made, node));
  for (const { key, value } of set.entries)
    if (key?.kind === 'text')
      context.walker.hoist(assign(member(name(held, node), key.text, node), value, node));
    else context.walker.hoistEffect(value);
  return name(held, node);
}
