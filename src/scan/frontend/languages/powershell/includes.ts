// `. ./lib.ps1`, `Import-Module ./api.psm1`, `using module ./api.psm1` -> imports.
import { childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { nameIn } from './command-words.js';
import type { PowerShellContext } from './context.js';

/** A path of a script as it is written, in whatever quotes and behind whatever folder. */
const PATH = /((?:[\\/])?(?:\.{1,2}[\\/])*[\w.-]+(?:[\\/][\w.-]+)*\.ps[md]?1)["')\s]*$/i;
/** What stands for the folder of the script itself. */
const HERE = /\$\{?PSScriptRoot\}?|\$MyInvocation|\$PSCommandPath|\$here\b/i;

/** Notes the file that a command reads; whether that is all that it does. */
export function includeFile(context: PowerShellContext, node: Node): boolean {
  const isDot = childrenOf(node)[0]?.text.trim() === '.' && node.text.trim().startsWith('.');
  if (!isDot && nameIn(node) !== 'import-module') return false;
  if (isDot) return included(context, node.text.trim().slice(1));
  included(context, node.text);
  return false;
}

/** Notes the path at the end of what is written; whether there is one. */
export function included(context: PowerShellContext, written: string): boolean {
  const beside = HERE.test(written);
  const path = PATH.exec(written.replace(HERE, '').trim())?.[1]?.replaceAll('\\', '/');
  if (path === undefined) return false;
  const from = beside ? `./${path.replace(/^\/+/, '')}` : path;
  context.imports.push({ local: '*', from, name: '*' });
  return true;
}
