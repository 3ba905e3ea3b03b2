// A value -> the same value with a text of an attacker in every string, except in those that only code can set.

/** Texts that do something where they are not escaped. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'terminal escapes': '\u001b[31mred\u001b[0m\u009b1m\u0007',
  'a terminal link': '\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\',
  HTML: '</summary></details><script>alert(1)</script><img src=x onerror=alert(1)><!-- permlint -->',
  'a Markdown link':
    '[click](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example>',
  'a bare link': ' https://evil.example www.evil.example evil@evil.example ',
  'Markdown blocks':
    '\n\n# Title\n\n- item\n\n1. item\n\n> quote\n\n```\nfence\n---\n| a | b |\n|---|---|\n',
  'Markdown spans': ' **bold** _it_ ~~gone~~ `code` ``a`b`` `open \\| | \\` $x$ :smile: ',
  references:
    ' @octocat @org/team #123 GH-123 octo/repo#1 0123456789abcdef0123456789abcdef01234567 ',
  'a workflow command':
    '\n::error::x\r::set-output name=a::b\n  ::stop-commands::t\n##[error]x ##vso[task.x]',
  'escapes of a workflow command': '%0A::set-output name=a::b%0D%25,file=b:c,::x',
  XML: ']]><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;&#0;<a b="c\'d',
  'bidi characters': '\u202egnp.exe\u2066\u200b\ufeff\u2028\u2029\u0085',
  'NUL and others': '\0\u0001\u000b\u000c\u001f\u007f\ufffe\uffff',
  'halves of characters': '\ud800 \udfff',
  prototypes: '__proto__ constructor toString',
  'links of SARIF': '[click](1) {0} {{0}} [a](https://evil.example)',
};

/** Values that code chooses, not an input. */
const CLOSED = new Set(
  'kind severity check mode certainty source label id status truth missing granted unknown assumed says impact denies risk security'.split(
    ' ',
  ),
);

/** Puts a text before and behind each string, the same for the same one; what is one object stays one. */
export function poison<T>(value: T, text: string): T {
  const done = new Map<unknown, unknown>();
  const visit = (old: unknown, key: string): unknown => {
    if (typeof old === 'string') return CLOSED.has(key) || CLOSED.has(old) ? old : spoil(old, text);
    if (typeof old !== 'object' || old === null) return old;
    if (done.has(old)) return done.get(old);
    if (old instanceof Map) {
      const map = new Map();
      done.set(old, map);
      for (const [k, v] of old) map.set(visit(k, ''), visit(v, ''));
      return map;
    }
    if (old instanceof Set) return new Set([...old].map((v) => visit(v, '')));
    const copy: Record<string, unknown> | unknown[] = Array.isArray(old) ? [] : {};
    done.set(old, copy);
    for (const [k, v] of Object.entries(old)) Object.assign(copy, { [k]: visit(v, k) });
    return copy;
  };
  return visit(value, '') as T;
}

/** A place without a file stays one: only the command line makes it. */
const spoil = (old: string, text: string): string =>
  old.startsWith('<') || old.startsWith('permlint:') ? `${old}${text}` : `${text}${old}${text}`;
