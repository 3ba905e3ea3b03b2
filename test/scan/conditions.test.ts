// Branches and choices in every language -> the conditions under which each of their arms is taken.
import { expect, it } from 'vitest';
import { conditionsIn } from './conditions-in.js';

/** How a language writes a function with parameters `send`, `kind` and `opts` that does one of several things. */
interface Dialect {
  readonly file: string;
  readonly wrap: (body: string) => string;
  readonly set: (value: string) => string;
  readonly name: (own: string) => string;
  /** `opts.send`, or what comes nearest to it. */
  readonly member: string;
  readonly not: (test: string) => string;
  readonly is: (name: string, value: string) => string;
  readonly isNot: (name: string, value: string) => string;
  readonly holds: (name: string) => string;
  /** A test that nobody knows how it turns out. */
  readonly other: string;
  readonly ifElse: (...arms: readonly (readonly [test: string | null, body: string])[]) => string;
  /** A switch over `kind`; `null` for the default. */
  readonly choose: (...arms: readonly (readonly [value: string | null, body: string])[]) => string;
  readonly ternary: ((test: string, then: string, otherwise: string) => string) | null;
}

const braces = (open = '(', close = ')') => ({
  name: (own: string) => own,
  member: 'opts.send',
  not: (test: string) => `!${open}${test}${close}`,
  is: (own: string, value: string) => `${own} == "${value}"`,
  isNot: (own: string, value: string) => `${own} != "${value}"`,
  holds: (own: string) => own,
  other: 'f(1)',
  ifElse: (...arms: readonly (readonly [string | null, string])[]) =>
    arms.map(([test, body]) => (test ? `if (${test}) { ${body} }` : `{ ${body} }`)).join(' else '),
  choose: (...arms: readonly (readonly [string | null, string])[]) =>
    `switch (kind) { ${arms.map(([value, body]) => (value ? `case "${value}": ${body} break;` : `default: ${body} break;`)).join(' ')} }`,
  ternary: (test: string, then: string, otherwise: string) =>
    `u = ${test} ? "${then}" : "${otherwise}";`,
  set: (value: string) => `u = "${value}";`,
});

const lines = {
  other: 'f(1)',
  name: (own: string) => own,
  is: (own: string, value: string) => `${own} == "${value}"`,
  isNot: (own: string, value: string) => `${own} != "${value}"`,
  holds: (own: string) => own,
  set: (value: string) => `u = "${value}"\n`,
};

const indent = (body: string): string => body.replace(/^(?=.)/gm, '  ');

const DIALECTS: Readonly<Record<string, Dialect>> = {
  JavaScript: {
    ...braces(),
    file: 'a.js',
    wrap: (body) => `function g(send, kind, opts) { let u; ${body} }`,
    is: (own, value) => `${own} === '${value}'`,
  },
  TypeScript: {
    ...braces(),
    file: 'a.ts',
    wrap: (body) => `function g(send: boolean, kind: string, opts: O) { let u: string; ${body} }`,
    isNot: (own, value) => `${own} !== '${value}'`,
  },
  Java: {
    ...braces(),
    file: 'A.java',
    wrap: (body) => `class A { void g(boolean send, String kind, O opts) { String u; ${body} } }`,
    is: (own, value) => `"${value}".equals(${own})`,
    isNot: (own, value) => `!${own}.equals("${value}")`,
  },
  Kotlin: {
    ...braces(),
    file: 'A.kt',
    wrap: (body) => `fun g(send: Boolean, kind: String, opts: O) { var u: String; ${body} }`,
    choose: (...arms) =>
      `when (kind) { ${arms.map(([value, body]) => `${value ? `"${value}"` : 'else'} -> { ${body} }`).join('; ')} }`,
    ternary: (test, then, otherwise) => `u = if (${test}) "${then}" else "${otherwise}"`,
  },
  'C#': {
    ...braces(),
    file: 'A.cs',
    wrap: (body) => `class A { void G(bool send, string kind, O opts) { string u; ${body} } }`,
    isNot: (own, value) => `${own} is not "${value}"`,
  },
  PHP: {
    ...braces(),
    file: 'a.php',
    wrap: (body) => `<?php function g($send, $kind, $opts) { ${body} }`,
    set: (value) => `$u = '${value}';`,
    name: (own) => `$${own}`,
    member: "$opts['send']",
    is: (own, value) => `'${value}' === ${own}`,
    choose: (...arms) =>
      braces()
        .choose(...arms.map(([value, body]) => [value, body] as const))
        .replace('(kind)', '($kind)'),
    ternary: (test, then, otherwise) => `$u = ${test} ? '${then}' : '${otherwise}';`,
  },
  Go: {
    ...lines,
    file: 'a.go',
    wrap: (body) => `package a\nfunc g(send bool, kind string, opts O) {\n${body}\n}`,
    member: 'opts.send',
    not: (test) => `!(${test})`,
    ifElse: (...arms) =>
      `${arms.map(([test, body]) => (test ? `if ${test} {\n${body}}` : `{\n${body}}`)).join(' else ')}\n`,
    choose: (...arms) =>
      `switch kind {\n${arms.map(([value, body]) => (value ? `case "${value}":\n${body}` : `default:\n${body}`)).join('')}}\n`,
    ternary: null,
  },
  Python: {
    ...lines,
    file: 'a.py',
    wrap: (body) => `def g(send, kind, opts):\n${indent(body)}`,
    member: "opts['send']",
    not: (test) => `not (${test})`,
    ifElse: (...arms) =>
      arms
        .map(
          ([test, body], index) =>
            `${test ? `${index > 0 ? 'el' : ''}if ${test}` : 'else'}:\n${indent(body)}`,
        )
        .join(''),
    choose: (...arms) =>
      `match kind:\n${indent(arms.map(([value, body]) => `case ${value ? `"${value}"` : '_'}:\n${indent(body)}`).join(''))}`,
    ternary: (test, then, otherwise) => `u = "${then}" if ${test} else "${otherwise}"\n`,
  },
  Ruby: {
    ...lines,
    file: 'a.rb',
    wrap: (body) => `def g(send, kind, opts)\n${body}\nnil\nend\n`,
    member: 'opts[:send]',
    not: (test) => `!(${test})`,
    ifElse: (...arms) =>
      `${arms.map(([test, body], index) => `${test ? `${index > 0 ? 'els' : ''}if ${test}` : 'else'}\n${body}`).join('')}end\n`,
    choose: (...arms) =>
      `case kind\n${arms.map(([value, body]) => `${value ? `when "${value}"` : 'else'}\n${body}`).join('')}end\n`,
    ternary: (test, then, otherwise) => `u = ${test} ? "${then}" : "${otherwise}"\n`,
  },
  shell: {
    ...lines,
    file: 'a.sh',
    wrap: (body) => `g() {\n${body}}\n`,
    set: (value) => `u=${value}\n`,
    name: (own) => `"$${own}"`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source
    member: '"${opts[send]}"',
    not: (test) => `! ${test}`,
    is: (own, value) => `[ ${own} = ${value} ]`,
    isNot: (own, value) => `[[ ${own} != "${value}" ]]`,
    holds: (own) => `[ -n ${own} ]`,
    other: 'f 1',
    ifElse: (...arms) =>
      `${arms.map(([test, body], index) => (test ? `${index > 0 ? 'el' : ''}if ${test}; then\n${body}` : `else\n${body}`)).join('')}fi\n`,
    choose: (...arms) =>
      `case "$kind" in\n${arms.map(([value, body]) => `${value ?? '*'})\n${body};;\n`).join('')}esac\n`,
    ternary: null,
  },
  PowerShell: {
    ...braces(),
    file: 'a.ps1',
    wrap: (body) => `function g($send, $kind, $opts) {\n${body}\n}`,
    set: (value) => `$u = '${value}'\n`,
    name: (own) => `$${own}`,
    member: '$opts.send',
    not: (test) => `-not (${test})`,
    is: (own, value) => `${own} -eq '${value}'`,
    isNot: (own, value) => `${own} -ne '${value}'`,
    other: '(f 1)',
    ifElse: (...arms) =>
      arms
        .map(
          ([test, body], index) =>
            `${test ? `${index > 0 ? 'else' : ''}if (${test})` : 'else'} { ${body} }`,
        )
        .join(' '),
    choose: (...arms) =>
      `switch ($kind) {\n${arms.map(([value, body]) => `${value ? `'${value}'` : 'default'} { ${body} }\n`).join('')}}`,
    ternary: (test, then, otherwise) => `$u = ${test} ? '${then}' : '${otherwise}'\n`,
  },
};

type Program = (d: Dialect) => string;

const PROGRAMS: readonly (readonly [what: string, program: Program, conditions: string])[] = [
  [
    'a name and its else',
    (d) => d.ifElse([d.holds(d.name('send')), d.set('a')], [null, d.set('b')]),
    'send / !send',
  ],
  [
    'a name without an else',
    (d) => d.ifElse([d.holds(d.name('send')), d.set('a')]),
    'send / else !send',
  ],
  [
    'a negation',
    (d) => d.ifElse([d.not(d.holds(d.name('send'))), d.set('a')], [null, d.set('b')]),
    '!send / send',
  ],
  ['a member', (d) => d.ifElse([d.holds(d.member), d.set('a')]), 'opts.send / else !opts.send'],
  [
    'a literal',
    (d) => d.ifElse([d.is(d.name('kind'), 'x'), d.set('a')], [null, d.set('b')]),
    'kind == x / kind != x',
  ],
  [
    'anything but a literal',
    (d) => d.ifElse([d.isNot(d.name('kind'), 'x'), d.set('a')]),
    'kind != x / else kind == x',
  ],
  [
    'a chain about several things',
    (d) =>
      d.ifElse(
        [d.holds(d.name('send')), d.set('a')],
        [d.is(d.name('kind'), 'x'), d.set('b')],
        [null, d.set('c')],
      ),
    'send / kind == x & !send / !send & kind != x',
  ],
  [
    'a chain about one thing',
    (d) =>
      d.ifElse(
        [d.is(d.name('kind'), 'x'), d.set('a')],
        [d.is(d.name('kind'), 'y'), d.set('b')],
        [null, d.set('c')],
      ),
    'kind == x / kind == y / kind != x|y',
  ],
  [
    'a test of which nothing is known',
    (d) =>
      d.ifElse([d.other, d.set('a')], [d.holds(d.name('send')), d.set('b')], [null, d.set('c')]),
    '- / send / !send',
  ],
  [
    'a switch with a default',
    (d) => d.choose(['x', d.set('a')], ['y', d.set('b')], [null, d.set('c')]),
    'kind == x / kind == y / kind != x|y',
  ],
  [
    'a switch without one',
    (d) => d.choose(['x', d.set('a')], ['y', d.set('b')]),
    'kind == x / kind == y / else kind != x|y',
  ],
  [
    'a choice of values',
    (d) => d.ternary?.(d.holds(d.name('send')), 'a', 'b') ?? '',
    'send / !send',
  ],
  [
    'a choice by a negated member',
    (d) => d.ternary?.(d.not(d.holds(d.member)), 'a', 'b') ?? '',
    '!opts.send / opts.send',
  ],
];

const rows = Object.entries(DIALECTS).flatMap(([language, dialect]) =>
  PROGRAMS.flatMap(([what, program, conditions]) => {
    const body = program(dialect);
    return body === '' ? [] : [[language, what, dialect, body, conditions] as const];
  }),
);

it.each(rows)('%s: %s', async (_, __, { file, wrap }, body, conditions) => {
  expect(await conditionsIn(file, wrap(body))).toEqual([conditions]);
});
