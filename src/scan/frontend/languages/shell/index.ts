// Shell scripts -> the IR: files and their imports.

import { childrenOf } from '../../ir-builders.js';
import { COMMON_TRAITS, defineLanguage, type Lowered } from '../../language.js';
import { namesByPath } from '../../mentions.js';
import type { Node } from '../../node.js';
import { Walker } from '../../walker.js';
import type { ShellContext } from './context.js';
import { mentionsOf } from './mentions.js';
import { lowerOutput } from './output.js';
import { expandText, readScript } from './script-text.js';
import { lowerStatement } from './statements.js';
import { lowerPart } from './words.js';

/** What calls something. */
const CALLS = ['command'];

/** Lowers shell scripts: a command is a call of its name with one argument a word. */
export const shell = defineLanguage({
  id: 'shell',
  summary: 'shell scripts (sh, bash, zsh, ksh)',
  extensions: {
    '.sh': 'bash',
    '.bash': 'bash',
    '.zsh': 'bash',
    '.ksh': 'bash',
    '.command': 'bash',
  },
  interpreters: /^(ba|z|da|k|a)?sh$/,
  comments: ['#'],
  calls: CALLS,
  manifest: null,
  minified: false,
  traits: { ...COMMON_TRAITS, imports: 'scripts', absentIsEmpty: true, commands: true },
  mentions: mentionsOf,
  names: namesByPath,
  lower: lowerFile,
});

function lowerFile(root: Node): Lowered {
  const context: ShellContext = {
    walker: new Walker(root, CALLS, {
      expression: (node) => lowerPart(context, node),
      statement: (node) => lowerStatement(context, node),
    }),
    imports: [],
    positions: null,
    nesting: 0,
    leavable: 'nothing',
    output: (nodes, node) => lowerOutput(context, nodes, node),
    script: (text, node) => readScript(context, text, node),
    expand: (raw, node, escapes) => expandText(context, raw, node, escapes),
  };
  const body = context.walker.file(root.isError ? [root] : childrenOf(root));
  return { package: null, imports: context.imports, exports: null, body };
}
