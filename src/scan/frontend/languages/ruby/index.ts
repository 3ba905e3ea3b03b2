// A parsed Ruby file -> its lowered form: heredocs and imports before anything else, then the statements.

import { call, childrenOf, name, unknown } from '../../ir-builders.js';
import { COMMON_TRAITS, defineLanguage, type Lowered } from '../../language.js';
import { mentionedClasses, nameOf, namesByDeclarations } from '../../mentions.js';
import type { Node } from '../../node.js';
import { Walker } from '../../walker.js';
import { lowerBody } from './bodies.js';
import type { RubyContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { readDefined, readHeredocs, readImports } from './file.js';
import { Locals } from './locals.js';
import { lowerStatement } from './statements.js';

/**
 * What calls something. A bare word and `yield` do so too, but their types are also those of a parameter and of a
 * keyword alone.
 */
const CALLS = ['call', 'super', 'subshell'];

/** Lowers Ruby; a file that is required gives every name at its top. */
export const ruby = defineLanguage({
  id: 'ruby',
  summary: 'Ruby',
  extensions: {
    '.rb': 'ruby',
    '.rake': 'ruby',
    '.ru': 'ruby',
    '.thor': 'ruby',
    '.jbuilder': 'ruby',
    '.gemspec': 'ruby',
  },
  fileNames: /^(Rakefile|Capfile|Guardfile|Fastfile|Dangerfile|Thorfile|Vagrantfile)$/,
  interpreters: /^ruby[\d.]*$/,
  comments: ['#'],
  calls: CALLS,
  manifest: null,
  minified: false,
  traits: {
    ...COMMON_TRAITS,
    assignsOuter: 'closures',
    autoloads: true,
    partialClasses: true,
    endings: ['', '.rb'],
  },
  mentions: mentionedClasses,
  names: namesOf,
  lower: lowerFile,
});

function lowerFile(root: Node): Lowered {
  const locals = new Locals();
  const walker = new Walker(root, CALLS, {
    expression: (node) => lowerExpression(context, node),
    statement: (node) => lowerStatement(context, node, null),
  });
  const context: RubyContext = {
    walker,
    locals,
    heredocs: readHeredocs(root),
    defined: readDefined(root),
    method: null,
    inClass: false,
    jump: null,
    statement: (node, tail) => walker.statement(node, () => lowerStatement(context, node, tail)),
    body: (node, tail) => lowerBody(context, node, tail),
    word: (node) => {
      const own = node.text;
      if (locals.has(own)) return name(own, node);
      if (/^__\w+__$/.test(own)) return unknown(node);
      return call(name(own, node), [], node);
    },
  };
  return {
    package: null,
    imports: readImports(root),
    exports: null,
    body: walker.file(childrenOf(root)),
  };
}

/** A file by its path, its name, and the class that its name is of: `call_log` is CallLog. */
function namesOf(path: string, text: string): string[] {
  const words = nameOf(path).replace(/(^|_)([a-z])/g, (_, __, letter) => letter.toUpperCase());
  return [...namesByDeclarations(path, text), `~${words}`];
}
