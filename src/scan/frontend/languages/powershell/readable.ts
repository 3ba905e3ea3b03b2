// The text of a script -> the same script, line by line, in words that the grammar knows.
import { closing, masked } from './masked.js';

/** A piece that is written otherwise. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** Finds what is to be written otherwise in code without its strings and comments. */
type Rule = (code: string, text: string) => Edit[];

/** So far a bracket or the other half of an operator is looked for. */
const MANY = 2000;

const insert = (at: number, by: string): Edit => ({ from: at, to: at, by });

/** Edits where a pattern fits; a group may be said to be what is replaced. */
const rule =
  (pattern: RegExp, edits: (match: RegExpExecArray, code: string, text: string) => Edit[]): Rule =>
  (code, text) =>
    [...code.matchAll(pattern)].flatMap((match) => edits(match, code, text));

/** `param(...) a` on one line: what stands behind it is a statement of its own. */
const PARAMS = rule(/\bparam\s*\(/gi, ({ index, 0: head }, code) => {
  const end = closing(code, index + head.length - 1);
  const next =
    end === -1
      ? null
      : /^[ \t]*(?=[^\s;}\x7f])(?!(begin|process|end|clean|dynamicparam)\b)/i.exec(
          code.slice(end + 1, end + 200),
        );
  return next ? [insert(end + 1, ';')] : [];
});

/** `switch` with several clauses on one line. */
const SWITCHES = rule(/\bswitch\b[^({\n]*\(/gi, ({ index, 0: head }, code) => {
  const open = code.indexOf('{', closing(code, index + head.length - 1));
  const end = open === -1 ? -1 : closing(code, open);
  const edits: Edit[] = [];
  for (let at = open + 1; at > 0 && at < end; at++) {
    if (code[at] !== '{') continue;
    at = closing(code, at);
    if (at === -1) break;
    // a block may be what is tested
    if (/^[ \t]*(?=[^\s;{}])/.test(code.slice(at + 1, at + 200))) edits.push(insert(at + 1, ';'));
  }
  return edits;
});

const OPERATOR =
  /(^|[=+*/%,([{|;&!-]|\b(return|in|throw|if|exit)|-(c|i)?(eq|ne|[gl][te]|not|and|or|x?or|is(not)?|as|f|(not)?(like|match|contains|in)|replace|split|join|b(and|or|xor|not)|sh[lr]))$/i;

/** `irm $base/a/$id`: a word with variables that is more than one of them. */
const WORDS: Rule = (code) => {
  const edits: Edit[] = [];
  for (const match of code.matchAll(
    /(?<=(\S+)[ \t`\x7f]+)(?=[\w$/.~\\])[^\s;|(){}'",<>=\x7f@&[\]]*\$/g,
  )) {
    if (OPERATOR.test(match[1] ?? '')) continue;
    const [from, end] = [match.index, endOfWord(code, match.index)];
    const word = code.slice(from, end);
    if (/[\x7f"'{}]/.test(word.replace(/\$\([^()]*\)|\$\{[^}\n]*\}/g, ''))) continue;
    const own = /^\$(?:\{[^}\n]*\}|[\w:]*\w)(?:\.\w+)*/.exec(word)?.[0] ?? '';
    // a variable alone, a member, an item, a call
    if (own === word || /^[([]/.test(word.slice(own.length)) || word === '$') continue;
    const isMember = own.includes('.') && /^[\\/]/.test(word.slice(own.length));
    edits.push(insert(from, isMember ? '"$(' : '"'), insert(end, '"'));
    if (isMember) edits.push(insert(from + own.length, ')'));
  }
  return edits;
};

function endOfWord(code: string, from: number): number {
  for (let at = from; at < code.length; at++) {
    if (code[at] === '$' && /[({]/.test(code[at + 1] ?? '')) {
      const end = closing(code, at + 1);
      if (end === -1) return at;
      at = end;
    } else if (/[\s;|(){},<>&]/.test(code[at]!)) return at;
  }
  return code.length;
}

function endOfStatement(code: string, from: number): number {
  for (let at = from; at < code.length; at++) {
    const letter = code[at]!;
    if ('([{'.includes(letter)) {
      at = closing(code, at);
      if (at === -1) break;
    } else if (/[;)\]}\n]/.test(letter)) return at;
  }
  return code.length;
}

/** `A($b) : base($b) { ... }`: the call stands in the body. */
const BASES = rule(/:\s*base\s*(?=\()/gi, ({ index, 0: head }, code, text) => {
  const end = closing(code, index + head.length);
  const open = end === -1 ? null : /^\s*\{/.exec(code.slice(end + 1, end + 200));
  if (!open) return [];
  const args = text.slice(index + head.length, end + 1);
  const brace = end + 1 + open[0].length;
  const lines = (from: number, to: number) => text.slice(from, to).replace(/[^\n]/g, '');
  return [
    { from: index, to: end + 1, by: '' },
    insert(brace, ` [__base]::new${args.replaceAll('\n', ' ')}; ${lines(index, end + 1)}`),
  ];
});

/** `select id, name`: words that are parted by commas. */
const LISTS: Rule = (code) => {
  const found = [...code.matchAll(/(?<![\w$.:@#"'\x7f[\]-])[A-Za-z_*][\w.*-]*(?![\w("'\x7f[:=])/g)];
  return found.flatMap(({ index, 0: word }) => {
    const end = index + word.length;
    const isBefore = /^[ \t]*,/.test(code.slice(end, end + 40)) && /\s$/.test(code.slice(0, index));
    const isBehind = /,\s*$/.test(code.slice(Math.max(0, index - 200), index));
    if (!(isBefore || isBehind) || isInBrackets(code, index)) return [];
    return [insert(index, "'"), insert(end, "'")];
  });
};

/** Whether the innermost bracket around an offset is one of a type, an attribute or parentheses behind a name. */
function isInBrackets(code: string, at: number): boolean {
  let depth = 0;
  for (let back = at - 1; back >= 0 && at - back < MANY; back--) {
    const letter = code[back]!;
    if (')]}'.includes(letter)) depth++;
    else if ('([{'.includes(letter) && depth-- === 0)
      return (
        letter === '[' || (letter === '(' && /[\w]$/.test(code.slice(Math.max(0, back - 1), back)))
      );
  }
  return false;
}

/** `a ? b : c` as operators that the grammar has, and nobody uses so. */
const TERNARIES = rule(/(?<=[\w)\]"'}][ \t]*)\s\?(?=\s)/g, ({ index }, code) => {
  let depth = 0;
  for (let at = index + 2; at < Math.min(code.length, index + MANY); at++) {
    const letter = code[at]!;
    if ('([{'.includes(letter)) depth++;
    else if (')]}'.includes(letter) && depth-- === 0) return [];
    else if (letter === ';' && depth === 0) return [];
    else if (
      letter === ':' &&
      depth === 0 &&
      code[at + 1] !== ':' &&
      code[at - 1] !== ':' &&
      /[\s)"'\]]/.test(code[at - 1]!)
    )
      return [
        { from: index, to: index + 2, by: ' -and' },
        { from: at, to: at + 1, by: ' -xor ' },
      ];
  }
  return [];
});

const RULES: readonly Rule[] = [
  PARAMS,
  SWITCHES,
  WORDS,
  BASES,
  LISTS,
  TERNARIES,
  // `$a ??= b`
  rule(/(\$[\w.:]+)\s*\?\?=/g, ({ index, 0: whole, 1: own = '' }, code) => {
    const start = index + whole.length;
    return [
      { from: index + own.length, to: start, by: ` = ${own} -xor $(` },
      insert(endOfStatement(code, start), ')'),
    ];
  }),
  rule(/\?\?(?!=)/g, ({ index }) => [{ from: index, to: index + 2, by: ' -xor ' }]),
  rule(/(?<=[\w})\]])\?(?=[.[]\w)/g, ({ index }) => [{ from: index, to: index + 1, by: '' }]),
  // `./run.ps1 -A b`
  rule(/(?<=(?:^|[;{|(=])[ \t]*)(?=\.{1,2}[\\/][\w.\\/-]+)/gm, ({ index }) => [
    insert(index, '& '),
  ]),
  // `[List[string]]::new()`
  rule(/(?<=\[[\w.]+)\[[\w., []*\]*(?=\](?:::|\s*\$|\s*@))/g, ({ index, 0: inner }) => [
    { from: index, to: index + inner.length, by: '' },
  ]),
  // `Microsoft.PowerShell.Utility\Select-Object`
  rule(/(?<![\w\\/.$-])[\w.]+\\(?=[A-Za-z]+-[A-Za-z])/g, ({ index, 0: whole }) => [
    { from: index, to: index + whole.length, by: '' },
  ]),
  rule(/(?<=-Object)(?=\{)/gi, ({ index }) => [insert(index, ' ')]),
  // `% id`
  rule(
    /(?<=\|\s*)(?:%|foreach-object|foreach)[ \t]+(?:-membername[ \t]+)?(["']?)([A-Za-z_]\w*)\1(?![\w-])/gi,
    ({ index, 0: whole, 2: key = '' }) => [
      { from: index, to: index + whole.length, by: `% { $_.${key} }` },
    ],
  ),
  // the grammar takes the name of the method for a keyword
  rule(/(?<=\.)foreach(?=\s*\()/gi, ({ index }) => [
    { from: index, to: index + 7, by: 'for_each' },
  ]),
];

/** Writes a script in words that the grammar knows; every line stays where it is. */
export function readable(text: string): string {
  const code = masked(text);
  const edits = RULES.flatMap((find) => find(code, text)).sort(
    (a, b) => a.from - b.from || a.to - b.to,
  );
  let out = '';
  let at = 0;
  for (const { from, to, by } of edits) {
    // two rules for one piece: the first one counts
    if (from < at) continue;
    out += text.slice(at, from) + by;
    at = to;
  }
  return out + text.slice(at);
}
