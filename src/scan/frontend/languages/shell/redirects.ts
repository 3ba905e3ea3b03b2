// Redirections of a shell -> the input that heredocs give, and the commands that stand behind a heredoc.
import type { Node } from 'web-tree-sitter';
import type { Argument, Expression, Statement } from '../../../ir.js';
import { childrenOf, literal, text, unknown } from '../../ir-builders.js';
import { lowerQuoted } from '../../string-literals.js';
import { inputArgument, lowerCommand } from './commands.js';
import type { ShellContext } from './context.js';
import { lowerVariable } from './expansions.js';
import { unescapeQuoted } from './words.js';

/** What is read from, what arguments and what commands stand behind. */
export interface Redirected {
  readonly input: readonly Argument[];
  readonly after: readonly Statement[];
}

/** Reads the redirections of a command or statement. */
export function readInput(context: ShellContext, node: Node): Redirected {
  const input: Argument[] = [];
  const after: Statement[] = [];
  for (const redirect of childrenOf(node)) {
    if (redirect.type === 'herestring_redirect') {
      const [word] = childrenOf(redirect);
      if (word) input.push(inputArgument(context.expression(word)));
    } else if (redirect.type === 'heredoc_redirect') {
      input.push(inputArgument(lowerHeredoc(context, redirect)));
      for (const child of childrenOf(redirect)) {
        if (/^heredoc_|_redirect$|^file_descriptor$/.test(child.type)) continue;
        const isWord = /^(word|string|raw_string|concatenation|number|ansi_c_string)$|expansion$/;
        if (isWord.test(child.type))
          input.unshift({ name: null, value: context.expression(child), spread: false });
        else after.push(...context.statements([child]));
      }
    } else if (redirect.type === 'file_redirect')
      for (const target of childrenOf(redirect))
        if (target.type === 'process_substitution') context.expression(target);
  }
  return { input, after };
}

/** A statement with redirections; what `echo` writes to a file is no output of the function around. */
export function lowerRedirected(context: ShellContext, node: Node): Statement[] {
  const body = node.childForFieldName('body');
  const { input, after } = readInput(context, node);
  if (!body) return [...after];
  if (body.type !== 'command') return [...context.statements([body]), ...after];
  const statements = lowerCommand(context, body, input);
  const away = childrenOf(node).some(
    ({ type, text: written }) => type === 'file_redirect' && /^(&|1|\d*)?>(?!&1)/.test(written),
  );
  const own = statements.map((statement): Statement => {
    if (!away || statement.kind !== 'do' || statement.value.kind !== 'call') return statement;
    const { callee, args } = statement.value;
    const writes = callee.kind === 'name' && /^(echo|printf|cat)$/.test(callee.name);
    const parts = args.map(({ value }) => value);
    return writes ? { ...statement, value: unknown(body, parts) } : statement;
  });
  return [...own, ...after];
}

function lowerHeredoc(context: ShellContext, node: Node): Expression {
  const children = childrenOf(node);
  const start = children.find(({ type }) => type === 'heredoc_start');
  const body = children.find(({ type }) => type === 'heredoc_body');
  const end = children.find(({ type }) => type === 'heredoc_end');
  if (!start || !body) return text('', node);
  const whole = node.text;
  const ahead = children.filter((child) => child.endIndex <= body.startIndex);
  const last = Math.max(start.endIndex, ...ahead.map((child) => child.endIndex));
  const from = node.startIndex + whole.indexOf('\n', last - node.startIndex) + 1;
  const to = end?.startIndex ?? node.endIndex;
  const tabs = node.children.some((child) => child?.type === '<<-');
  const cut = (raw: string) => (tabs ? raw.replace(/(^|\n)\t+/g, '$1') : raw);
  const raw = whole.slice(from - node.startIndex, to - node.startIndex);
  if (/['"\\]/.test(start.text)) return text(cut(raw), node);
  if (childrenOf(body).length === 0) return literal(expanded(context, cut(raw), body), node);
  return lowerQuoted(
    body,
    { text: raw, from, to },
    {
      isText: ({ type }) => type === 'heredoc_content',
      plain: (part) => expanded(context, cut(part), body),
      expression: (code) => context.expression(code),
    },
  );
}

/** The grammar leaves `$1` in heredocs as text. */
function expanded(context: ShellContext, raw: string, node: Node): Expression[] {
  const parts: Expression[] = [];
  let end = 0;
  for (const match of raw.matchAll(/\\[\s\S]|\$(?:([A-Za-z_]\w*|\d)|\{(\w+)\})/g)) {
    const variable = match[1] ?? match[2];
    if (variable === undefined) continue;
    parts.push(text(unescapeQuoted(raw.slice(end, match.index)), node));
    parts.push(lowerVariable(context, variable, node));
    end = match.index + match[0].length;
  }
  parts.push(text(unescapeQuoted(raw.slice(end)), node));
  return parts.filter((part) => part.kind !== 'text' || part.text !== '');
}
