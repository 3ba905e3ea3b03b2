// Branches, early exits and loops in every language -> the calls that a run may send, and no others.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const B = 'https://api.test/api';

/** How a language writes a function that may send one of several requests; `u` is the variable of the URL. */
interface Dialect {
  readonly file: string;
  readonly wrap: (body: string) => string;
  readonly set: (path: string) => string;
  readonly send: string;
  readonly ifElse: (then: string, otherwise: string) => string;
  readonly when: (then: string) => string;
  /** Cases for 1 and 2, and what is done for all others; `null` for no default. */
  readonly choose: (one: string, two: string, others: string | null) => string;
  readonly returns: string;
  readonly throws: string;
  readonly loop: (body: string) => string;
  readonly breaks: string;
}

const braces = (stop: string) => ({
  ifElse: (a: string, b: string) => `if (p) { ${a} } else { ${b} }`,
  when: (a: string) => `if (p) { ${a} }`,
  choose: (a: string, b: string, c: string | null) =>
    `switch (n) { case 1: ${a} break; case 2: ${b} break; ${c === null ? '' : `default: ${c} break;`} }`,
  returns: 'return;',
  throws: `throw ${stop};`,
  loop: (a: string) => `while (p) { ${a} }`,
  breaks: 'break;',
});

const DIALECTS: Readonly<Record<string, Dialect>> = {
  JavaScript: {
    ...braces('new Error()'),
    file: 'a.js',
    wrap: (body) => `function f(p, n) { let u; ${body} }`,
    set: (path) => `u = '${B}${path}';`,
    send: 'fetch(u);',
  },
  Java: {
    ...braces('new E()'),
    file: 'A.java',
    wrap: (body) => `class A { void f(boolean p, int n) { String u; ${body} } }`,
    set: (path) => `u = "${B}${path}";`,
    send: 'rest.getForObject(u, String.class);',
  },
  Kotlin: {
    ...braces('E()'),
    file: 'A.kt',
    wrap: (body) => `fun f(p: Boolean, n: Int) { var u: String; ${body} }`,
    set: (path) => `u = "${B}${path}";`,
    send: 'RestTemplate().getForObject<String>(u);',
    choose: (a, b, c) =>
      `when (n) { 1 -> { ${a} }; 2 -> { ${b} }${c === null ? '' : `; else -> { ${c} }`} };`,
    ifElse: (a, b) => `if (p) { ${a} } else { ${b} };`,
    when: (a) => `if (p) { ${a} };`,
    loop: (a) => `while (p) { ${a} };`,
  },
  'C#': {
    ...braces('new E()'),
    file: 'A.cs',
    wrap: (body) => `class A { void F(bool p, int n) { string u; ${body} } }`,
    set: (path) => `u = "${B}${path}";`,
    send: 'new HttpClient().GetAsync(u);',
  },
  PHP: {
    ...braces('new E()'),
    file: 'a.php',
    wrap: (body) => `<?php function f($p, $n) { ${body.replace(/\b(p|n)\)/g, '$$$1)')} }`,
    set: (path) => `$u = '${B}${path}';`,
    send: 'file_get_contents($u);',
  },
  Go: {
    file: 'a.go',
    wrap: (body) =>
      `package a\nimport "net/http"\nfunc f(p bool, n int) {\nvar u string\n${body}\n}`,
    set: (path) => `u = "${B}${path}"\n`,
    send: 'http.Get(u)\n',
    ifElse: (a, b) => `if p {\n${a}} else {\n${b}}\n`,
    when: (a) => `if p {\n${a}}\n`,
    choose: (a, b, c) =>
      `switch n {\ncase 1:\n${a}case 2:\n${b}${c === null ? '' : `default:\n${c}`}}\n`,
    returns: 'return\n',
    throws: 'panic("x")\n',
    loop: (a) => `for p {\n${a}}\n`,
    breaks: 'break\n',
  },
  Python: {
    file: 'a.py',
    wrap: (body) => `import requests\ndef f(p, n):\n${indent(body)}`,
    set: (path) => `u = '${B}${path}'\n`,
    send: 'requests.get(u)\n',
    ifElse: (a, b) => `if p:\n${indent(a)}else:\n${indent(b)}`,
    when: (a) => `if p:\n${indent(a)}`,
    choose: (a, b, c) =>
      `match n:\n${indent(`case 1:\n${indent(a)}case 2:\n${indent(b)}${c === null ? '' : `case _:\n${indent(c)}`}`)}`,
    returns: 'return\n',
    throws: 'raise E()\n',
    loop: (a) => `while p:\n${indent(a)}`,
    breaks: 'break\n',
  },
  Ruby: {
    file: 'a.rb',
    wrap: (body) => `def f(p, n)\n${body}end\n`,
    set: (path) => `u = '${B}${path}'\n`,
    send: 'HTTParty.get(u)\n',
    ifElse: (a, b) => `if p\n${a}else\n${b}end\n`,
    when: (a) => `if p\n${a}end\n`,
    choose: (a, b, c) => `case n\nwhen 1\n${a}when 2\n${b}${c === null ? '' : `else\n${c}`}end\n`,
    returns: 'return\n',
    throws: "raise 'x'\n",
    loop: (a) => `while p\n${a}end\n`,
    breaks: 'break\n',
  },
  shell: {
    file: 'a.sh',
    wrap: (body) => `f() {\n${body}}\nf\n`,
    set: (path) => `u=${B}${path}\n`,
    send: 'curl "$u"\n',
    ifElse: (a, b) => `if [ "$P" ]; then\n${a}else\n${b}fi\n`,
    when: (a) => `if [ "$P" ]; then\n${a}fi\n`,
    choose: (a, b, c) =>
      `case "$N" in\n1)\n${a};;\n2)\n${b};;\n${c === null ? '' : `*)\n${c};;\n`}esac\n`,
    returns: 'return\n',
    throws: 'exit 1\n',
    loop: (a) => `while [ "$P" ]; do\n${a}done\n`,
    breaks: 'break\n',
  },
  PowerShell: {
    file: 'a.ps1',
    wrap: (body) => `function f($p, $n) {\n${body}}\n`,
    set: (path) => `$u = '${B}${path}'\n`,
    send: 'Invoke-RestMethod $u\n',
    ifElse: (a, b) => `if ($p) {\n${a}} else {\n${b}}\n`,
    when: (a) => `if ($p) {\n${a}}\n`,
    choose: (a, b, c) =>
      `switch ($n) {\n1 {\n${a}}\n2 {\n${b}}\n${c === null ? '' : `default {\n${c}}\n`}}\n`,
    returns: 'return\n',
    throws: "throw 'x'\n",
    loop: (a) => `while ($p) {\n${a}}\n`,
    breaks: 'break\n',
  },
};

function indent(body: string): string {
  return body.replace(/^(?=.)/gm, '  ');
}

type Program = (d: Dialect) => string;

const PROGRAMS: readonly (readonly [what: string, program: Program, paths: string])[] = [
  [
    'one of two arms runs',
    (d) => d.set('/0') + d.ifElse(d.set('/1'), d.set('/2')) + d.send,
    '/1 /2',
  ],
  ['an arm may not run', (d) => d.set('/0') + d.when(d.set('/1')) + d.send, '/0 /1'],
  [
    'an arm leaves a value alone',
    (d) => d.set('/0') + d.ifElse(d.set('/1'), d.send) + d.send,
    '/0 /0 /1',
  ],
  [
    'a later value replaces one in the same arm',
    (d) => d.set('/0') + d.ifElse(d.set('/1') + d.set('/2'), d.set('/3')) + d.send,
    '/2 /3',
  ],
  [
    'a switch with a default',
    (d) => d.set('/0') + d.choose(d.set('/1'), d.set('/2'), d.set('/3')) + d.send,
    '/1 /2 /3',
  ],
  [
    'a switch without one',
    (d) => d.set('/0') + d.choose(d.set('/1'), d.set('/2'), null) + d.send,
    '/0 /1 /2',
  ],
  ['an early return', (d) => d.set('/0') + d.when(d.set('/1') + d.returns) + d.send, '/0'],
  ['an early throw', (d) => d.set('/0') + d.when(d.set('/1') + d.throws) + d.send, '/0'],
  [
    'an arm that sends and returns',
    (d) => d.set('/0') + d.when(d.set('/1') + d.send + d.returns) + d.send,
    '/0 /1',
  ],
  [
    'a default that throws',
    (d) => d.set('/0') + d.choose(d.set('/1'), d.set('/2'), d.throws) + d.send,
    '/1 /2',
  ],
  ['an else that returns', (d) => d.set('/0') + d.ifElse(d.set('/1'), d.returns) + d.send, '/1'],
  ['a loop that may not run', (d) => d.set('/0') + d.loop(d.set('/1')) + d.send, '/0 /1'],
  [
    'a loop that sends what the turn before has set',
    (d) => d.set('/0') + d.loop(d.send + d.set('/1')),
    '/0 /1',
  ],
  [
    'a loop that is left with a value',
    (d) => d.set('/0') + d.loop(d.when(d.set('/1') + d.breaks) + d.set('/2')) + d.send,
    '/0 /1 /2',
  ],
];

const rows = Object.entries(DIALECTS).flatMap(([language, dialect]) =>
  PROGRAMS.map(([what, program, paths]) => [language, what, dialect, program, paths] as const),
);

it.each(rows)('%s: %s', async (_, __, dialect, program, paths) => {
  const found = await findIn({ [dialect.file]: dialect.wrap(program(dialect)) });
  const sent = found.map((call) => call.replace(/^\S+ \S+ \/api/, '')).sort();
  expect(sent.join(' ')).toBe(paths);
});
