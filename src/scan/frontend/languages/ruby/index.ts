// A Ruby file, parsed -> its lowered form: heredocs and imports before anything else, then the statements.
import type { Node } from 'web-tree-sitter';
import { Hoisting } from '../../hoisting.js';
import { call, name, unknown } from '../../ir-builders.js';
import { defineLanguage, type Lowered } from '../../language.js';
import { lowerBody } from './bodies.js';
import type { RubyContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { readHeredocs, readImports } from './file.js';
import { Locals } from './locals.js';
import { lowerStatement } from './statements.js';

/** What calls something. */
const CALLS = ['call'];

/** Lowers Ruby; a file that is required gives every name at its top. */
export const ruby = defineLanguage({
  id: 'ruby',
  summary: 'Ruby',
  extensions: { '.rb': 'ruby' },
  comments: ['#'],
  calls: CALLS,
  lower: lowerFile,
});

function lowerFile(root: Node): Lowered {
  const [frame, locals] = [new Hoisting(), new Locals()];
  const context: RubyContext = {
    ...{
      inClass: false,
      inClosure: false,
      frame,
      locals,
      heredocs: readHeredocs(root),
      method: null,
    },
    expression: (node, parent) =>
      !node || node.isMissing
        ? unknown(node ?? parent)
        : frame.deeper(
            () => lowerExpression(context, node),
            () => unknown(node),
          ),
    statement: (node, tail) =>
      frame.deeper(
        () => frame.collect(() => lowerStatement(context, node, tail)),
        () => [],
      ),
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
    body: context.body(root, null),
  };
}
