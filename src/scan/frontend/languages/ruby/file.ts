// A Ruby file -> its imports, its heredocs and the names of its methods, known before its statements are lowered.

import type { Import } from '../../../ir.js';
import { childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';

/** `require 'a'`, `require_relative 'a'`, `load 'a.rb'` and `autoload :A, 'a'`. */
export function readImport(node: Node): Import | null {
  if (node.type !== 'call' || node.childForFieldName('receiver')) return null;
  const method = node.childForFieldName('method')?.text ?? '';
  const args = childrenOf(node.childForFieldName('arguments'));
  const path = args.at(-1);
  if (path?.type !== 'string' || childrenOf(path).some(({ type }) => type !== 'string_content'))
    return null;
  const from = childrenOf(path)
    .map((part) => part.text)
    .join('');
  if (method === 'autoload' && args.length === 2) {
    const own = symbolText(args[0]!) ?? '';
    return { local: own, from, name: own };
  }
  if (method === 'require_relative')
    return { local: '*', from: /^\.{0,2}\//.test(from) ? from : `./${from}`, name: '*' };
  // `load` takes the name of a file as it is: what has no ending is given to a method of the app
  const isLoaded = method === 'load' && /^(?!\w+:\/\/).*\.[a-z]+$/.test(from);
  return method === 'require' || isLoaded ? { local: '*', from, name: '*' } : null;
}

/** The text of `:a` and `'a'`; `null` where it is not a constant. */
export function symbolText(node: Node): string | null {
  if (node.type === 'simple_symbol') return node.text.slice(1);
  const parts = childrenOf(node);
  const isText = node.type === 'string' || node.type === 'delimited_symbol';
  return isText && parts.length === 1 && parts[0]!.type === 'string_content'
    ? parts[0]!.text
    : null;
}

/** The bodies of heredocs stand behind their line, in the order of the beginnings. */
export function readHeredocs(root: Node): Map<number, Node> {
  const found = new Map<number, Node>();
  const open: Node[] = [];
  for (const node of root.descendantsOfType(['heredoc_beginning', 'heredoc_body'])) {
    if (node?.type === 'heredoc_beginning') open.push(node);
    else if (node && open.length > 0) found.set(open.shift()!.id, node);
  }
  return found;
}

/** The names of all methods, of any class. */
export const readDefined = (root: Node): Set<string> =>
  new Set(
    root
      .descendantsOfType(['method', 'singleton_method'])
      .map((node) => node?.childForFieldName('name')?.text ?? ''),
  );

/** The symbols that a call like `attr_reader :a` or `Struct.new(:a)` declares. */
export function readAttributes(node: Node): string[] {
  const method = node.childForFieldName('method')?.text ?? '';
  const receiver = node.childForFieldName('receiver')?.text ?? '';
  const declares = receiver
    ? /^(Struct\.new|Data\.define)$/.test(`${receiver}.${method}`)
    : /^(c?attr|mattr|class_attribute)(_reader|_accessor|_writer)?$/.test(method);
  if (node.type !== 'call' || !declares) return [];
  return childrenOf(node.childForFieldName('arguments')).flatMap((arg) => {
    const own = symbolText(arg);
    return own !== null && /^[a-z_]\w*$/.test(own) ? [own] : [];
  });
}

/** What the whole file imports. */
export const readImports = (root: Node): Import[] =>
  root.descendantsOfType('call').flatMap((node) => (node && readImport(node)) ?? []);

/** The names of the words that say who may call a method. */
const VISIBILITY = /^(private|protected|public|module_function|private_class_method)$/;

/** `private`, and `private ...`: what it says of a method is not read. */
export const isVisibility = (node: Node): boolean =>
  node.type === 'call'
    ? !node.childForFieldName('receiver') &&
      VISIBILITY.test(node.childForFieldName('method')?.text ?? '')
    : node.type === 'identifier' && VISIBILITY.test(node.text);
