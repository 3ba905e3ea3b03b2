// String literals of PHP, heredocs included -> texts and joins.

import type { Expression } from '../../../ir.js';
import { access, text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerQuoted, unescapeText } from '../../string-literals.js';
import { type PhpContext, plainName } from './context.js';

/** Lowers a literal of any kind. */
export function lowerString(context: PhpContext, node: Node): Expression {
  switch (node.type) {
    case 'string':
      return text(
        node.text.replace(/^b?'|'$/gi, '').replace(/\\(['\\])/g, (_, escaped: string) => escaped),
        node,
      );
    case 'heredoc':
    case 'nowdoc':
      return heredoc(context, node);
    default:
      return interpolated(context, node, node, (raw) => unescapeText(raw, '$"'), {
        from: node.startIndex + (/^b?["`]/i.exec(node.text)?.[0].length ?? 0),
        to: /["`]$/.test(node.text) ? node.endIndex - 1 : node.endIndex,
      });
  }
}

/** The body without the indentation of its end. */
function heredoc(context: PhpContext, node: Node): Expression {
  const start = node.childForFieldName('identifier');
  const end = node.childForFieldName('end_tag');
  const body = node.childForFieldName('value');
  if (!start || !body) return text('', node);
  const whole = node.text;
  const first = whole.indexOf('\n', start.endIndex - node.startIndex) + 1;
  const stop = end ? end.startIndex - node.startIndex : whole.length;
  const last = Math.max(whole.lastIndexOf('\n', stop - 1), first);
  const indent = /^[ \t]*/.exec(whole.slice(last + 1, stop))![0].length;
  const margin = new RegExp(`(^|\\n)[ \\t]{0,${Math.min(indent, 200)}}`, 'g');
  const inner = { from: node.startIndex + first, to: node.startIndex + last };
  let isFirst = true;
  const plain = (raw: string): string => {
    const cut = raw.replace(margin, (found, line: string) =>
      line === '' && !isFirst ? found : line,
    );
    isFirst = false;
    return node.type === 'nowdoc' ? cut : unescapeText(cut, '$"');
  };
  if (node.type === 'nowdoc') return text(plain(whole.slice(first, last)), node);
  return interpolated(context, node, body, plain, inner);
}

function interpolated(
  context: PhpContext,
  node: Node,
  holder: Node,
  plain: (raw: string) => string,
  { from, to }: { from: number; to: number },
): Expression {
  const source = {
    text: node.text.slice(from - node.startIndex, to - node.startIndex),
    from,
    to,
  };
  return lowerQuoted(holder, source, {
    isText: ({ type }) => /^(string_content|escape_sequence|nowdoc_string)$/.test(type),
    plain,
    expression: (code) => embedded(context, code, holder),
  });
}

/** In `"$a[key]"` the key is a text; in `"{$a[KEY]}"` a constant. */
function embedded(context: PhpContext, node: Node, holder: Node): Expression {
  const [of, key] = node.namedChildren;
  const bare = node.previousSibling?.type !== '{' && node.type === 'subscript_expression';
  return bare && of && key?.type === 'name'
    ? access(context.walker.expression(of, holder), text(plainName(key), key), node)
    : context.walker.expression(node, holder);
}
