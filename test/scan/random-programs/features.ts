// What random programs are made of: the features by name, what each needs, and which a program has.
import { nodesOf, type Program, type Statement } from './tree.js';

export const FEATURES = [
  ...['append', 'concat', 'format', 'ternary', 'method variable', 'same condition', 'and, or'],
  ...['if', 'if else', 'switch', 'switch with default', 'early return', 'throw', 'try'],
  ...['loop', 'break', 'table', 'map of texts', 'dispatch map'],
  ...['options object', 'shared object', 'object parameter', 'changed by a callee'],
  ...['wrapper', 'named like a method', 'text function', 'default parameter', 'flag parameter'],
  ...['alias', 'chosen function', 'callback', 'bound function', 'method reference', 'forEach'],
  ...['lambda', 'closure', 'captured variable'],
  ...[
    'class',
    'overridden text',
    'constructor argument',
    'chosen object',
    'several files',
    'imports by name',
  ],
] as const;
export type Feature = (typeof FEATURES)[number];

/** What a feature is not without. */
export const NEEDS: Partial<Record<Feature, readonly Feature[]>> = {
  'same condition': ['if'],
  'and, or': ['if'],
  'if else': ['if'],
  switch: ['if'],
  'switch with default': ['if', 'switch'],
  'early return': ['if'],
  throw: ['if'],
  try: ['if', 'throw'],
  break: ['if', 'loop', 'append'],
  'map of texts': ['if'],
  'dispatch map': ['if', 'wrapper'],
  'shared object': ['options object', 'wrapper'],
  'object parameter': ['options object'],
  'changed by a callee': ['options object'],
  'named like a method': ['wrapper'],
  'flag parameter': ['if', 'if else'],
  alias: ['wrapper'],
  'chosen function': ['if', 'alias', 'wrapper'],
  callback: ['wrapper'],
  forEach: ['wrapper'],
  'bound function': ['wrapper'],
  'method reference': ['class', 'concat'],
  lambda: ['concat'],
  closure: ['concat', 'lambda'],
  'captured variable': ['concat', 'lambda'],
  class: ['concat'],
  'overridden text': ['class', 'concat'],
  'constructor argument': ['class', 'concat'],
  'chosen object': ['if', 'class', 'concat', 'overridden text'],
  'several files': ['wrapper', 'append'],
};

/** A feature with all that it needs. */
export const withNeeds = (feature: Feature): ReadonlySet<Feature> =>
  new Set([feature, ...(NEEDS[feature] ?? [])]);

const BY_KIND: Readonly<Record<string, Feature>> = {
  append: 'append',
  concat: 'concat',
  format: 'format',
  choose: 'ternary',
  and: 'and, or',
  or: 'and, or',
  if: 'if',
  switch: 'switch',
  throw: 'throw',
  try: 'try',
  loop: 'loop',
  break: 'break',
  continue: 'break',
  walk: 'table',
  map: 'map of texts',
  handlers: 'dispatch map',
  'let object': 'options object',
  object: 'shared object',
  each: 'forEach',
  bound: 'bound function',
  lambda: 'lambda',
  made: 'closure',
  class: 'class',
  result: 'text function',
};

const BY_ROLE: Readonly<Record<string, readonly Feature[]>> = {
  'let verb': ['method variable'],
  'function query': ['wrapper'],
  'function erase': ['wrapper'],
  'function get': ['wrapper', 'named like a method'],
  'function remove': ['wrapper', 'named like a method'],
  'function request': ['wrapper'],
  'run flagged': ['flag parameter'],
  'run withDefault': ['default parameter'],
  'run apply': ['callback'],
  'run sendOptions': ['object parameter'],
  'run change': ['changed by a callee'],
  'class Derived': ['overridden text'],
  'class Endpoint': ['constructor argument'],
};

/** The features that a program has. */
export function featuresOf(program: Program): Set<Feature> {
  const found = new Set<Feature>();
  const inputs = new Set<string>();
  for (const node of nodesOf(program)) {
    const { kind = '', name, input } = node as { kind?: string; name?: string; input?: string };
    const feature = BY_KIND[kind];
    if (feature) found.add(feature);
    for (const one of BY_ROLE[`${kind} ${name}`] ?? []) found.add(one);
    if (input && inputs.has(input)) found.add('same condition');
    if (input) inputs.add(input);
    addShape(node as Statement, found);
  }
  if (program.cuts.length > 0) found.add('several files');
  if (program.importsByName) found.add('imports by name');
  return found;
}

function addShape(node: Statement, found: Set<Feature>): void {
  if (node.kind === 'if') {
    if (node.no.length > 0) found.add('if else');
    const kinds = [...node.yes, ...node.no].map(({ kind }) => kind);
    if (kinds.some((kind) => kind === 'return' || kind === 'give')) found.add('early return');
    if (kinds.includes('assign function')) found.add('chosen function');
    if (kinds.includes('assign instance')) found.add('chosen object');
  }
  if (node.kind === 'switch' && node.fallback) found.add('switch with default');
  if (node.kind !== 'let function' && node.kind !== 'assign function') return;
  if (node.value.kind === 'method') found.add('method reference');
  else if (node.value.kind !== 'lambda') found.add('alias');
  else if (JSON.stringify(node.value.body).includes('"route"')) found.add('captured variable');
}
