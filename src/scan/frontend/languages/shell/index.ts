// Shell scripts -> the IR: files and their imports.
import type { Node } from 'web-tree-sitter';
import { Salvage } from '../../error-recovery.js';
import { Hoisting } from '../../hoisting.js';
import { childrenOf, unknown } from '../../ir-builders.js';
import { COMMON_TRAITS, defineLanguage, type Lowered } from '../../language.js';
import { namesByPath } from '../../mentions.js';
import type { ShellContext } from './context.js';
import { mentionsOf } from './mentions.js';
import { lowerOutput } from './output.js';
import { lowerStatement } from './statements.js';
import { lowerPart } from './words.js';

/** What calls something. */
const CALLS = ['command'];

/** Lowers shell scripts: a command is a call of its name with one argument a word. */
export const shell = defineLanguage({
  id: 'shell',
  summary: 'shell scripts (sh, bash, zsh, ksh)',
  extensions: { '.sh': 'bash', '.bash': 'bash', '.zsh': 'bash', '.ksh': 'bash' },
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
  const frame = new Hoisting();
  const salvage = new Salvage();
  const context: ShellContext = {
    ...{ frame, imports: [], positions: null, nesting: 0 },
    expression: (node) => {
      if (node.isMissing) return unknown(node);
      salvage.see(node);
      return frame.deeper(
        () => lowerPart(context, node),
        () => unknown(node),
      );
    },
    statements: (nodes) =>
      nodes.flatMap((node) => {
        salvage.see(node);
        return frame.deeper(
          () => frame.collect(() => lowerStatement(context, node)),
          () => [],
        );
      }),
    output: (nodes, node) => lowerOutput(context, nodes, node),
  };
  const found = context.statements(childrenOf(root));
  const body = [...found, ...context.statements(salvage.missed(root))];
  return { package: null, imports: context.imports, exports: null, body };
}
