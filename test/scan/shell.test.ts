// Shell scripts, lowered: source -> the IR, as test/scan/print.ts shows it.
import { describe, expect, it } from 'vitest';
import { shell } from '../../src/scan/frontend/languages/shell/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const lowered = async (source: string) =>
  printStatements((await lowerText(source, shell, '.sh')).body).join('\n');

describe('words', () => {
  it.each([
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      'curl -X POST "$BASE/x/${id}?a=b" -H \'Auth: x\' -d @file',
      'curl("-X", "POST", join(BASE, "/x/", id, "?a=b"), "-H", "Auth: x", "-d", "@file")',
    ],
    [
      'curl "$A"\'/x\'/$B/foo\\ bar http://x/y?a=1\\&b=2 a"b"c',
      'curl(join(A, "/x/", B, "/foo bar"), "http://x/y?a=1&b=2", "abc")',
    ],
    [
      'curl "say \\"$a\\" \\$b $c $d" $\'a\\x41\\n\' "$" a$',
      'curl(join("say \\"", a, "\\" $b ", c, " ", d), "aA\\n", "$", "a$")',
    ],
    ['curl {a,b} *.txt ~/x $? $# 10', 'curl("{a,b}", "*.txt", "~/x", ?, #, "10")'],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      'curl "${args[@]}" "$@" ${list[*]} "${a[0]}" "${m[key]}" "${m[$k]}"',
      'curl(...args, ...@, ...list, a.0, m.key, m[k])',
    ],
    [
      `curl "a
b"`,
      'curl("a\\nb")',
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('expansions', () => {
  it.each([
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      'P="${A:-/x}${B-$C/y}${D:=z w}${E:-}"',
      'P = join(oneOf(A, "/x"), oneOf(B, join(C, "/y")), oneOf(D, "z w"), E)',
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      'P="${A:?need it}${B:+?q=$B}"',
      'P = join(A, oneOf("", join("?q=", B)))',
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      'P="${A%/}/x${B#/}${C%%.*}"',
      'P = join(A.rstrip("/"), "/x", B.lstrip("/"), ?())',
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      'P="${A^^}${B,,}${C/a/b}${D//a/}${E//[x]/}${F:0:3}${#G}${!H}"',
      'P = join(A.upper(), B.lower(), C.replace("a", "b"), D.replace("a", ""), ?(), ?(), ?(), ?())',
    ],
    [
      'P=$((n + 1)) Q=$(( $(f) + 1 ))',
      `P = ?()
Q = ?(f())`,
    ],
    [
      'P=$(f a)/x; Q="`g b`"; R=$(curl -s "$U" | jq -r .id); S=$(a; b "/x")',
      `P = join(f("a"), "/x")
Q = g("b")
R = ?(curl("-s", U), jq("-r", ".id"))
a()
S = b("/x")`,
    ],
    [
      `P=$(echo "/x/$a" b); Q=$(printf "/y/%s" "$b"); R=$(cat <<EOF
/z/$c
EOF
); S=$(< file)`,
      `P = join("/x/", a, " ", "b")
Q = sprintf("/y/%s", b)
R = join("/z/", c)
S = ?()`,
    ],
    [
      'P=$(a || echo /x); Q=$(cd d && pwd)',
      `P = oneOf(a(), "/x")
cd("d")
Q = pwd()`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('assignments', () => {
  it.each([
    [
      'A=/x; B=; C+="/y"; D[0]=/z; E[$k]=/q',
      `A = "/x"
B = ""
C += "/y"
D.0 = "/z"
E[k] = "/q"`,
    ],
    [
      'export A=/x B; readonly C=/y; local d="$1" e; declare -A M=([a]=/x ["b c"]=/y)',
      `A = "/x"
C = "/y"
d = 1
M = {"a": "/x", "b c": "/y"}`,
    ],
    [
      'ARGS=(-X "POST" $B); ARGS+=(-d x)',
      `ARGS = ["-X", "POST", B]
ARGS += ["-d", "x"]`,
    ],
    [
      'A=1 curl "$A"; B=$(f) g',
      `curl(A)
f()
g()`,
    ],
    ["A='/x'/$B/y", 'A = join("/x/", B, "/y")'],
    [
      `A=1 B=2
curl "$A"
export C=/x/$D`,
      `A = "1"
B = "2"
curl(A)
C = join("/x/", D)`,
    ],
    [
      'unset A; read -r B c; [ -z "$D" ] && D=/x',
      `A = ?()
B = ?()
c = ?()
branch
  D = "/x"`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('commands', () => {
  it.each([
    [
      '/usr/bin/curl x; $CURL y; "$bin/tool" z; ./run.sh w',
      `curl("x")
eval(CURL, "y")
eval(join(bin, "/tool"), "z")
./run.sh("w")`,
    ],
    [
      'sudo -E curl x; time curl y; timeout 30 curl z; env A=1 curl w; ids | xargs -n1 -I{} curl "v/{}"',
      `curl("x")
curl("y")
curl("z")
curl("w")
ids()
curl("v/{}")`,
    ],
    [
      'a | b -x | c &',
      `a()
b("-x")
c()`,
    ],
    [
      'a "$(b "$(c)")"; diff <(d) <(e)',
      `a(b(c()))
d()
e()
diff(?(), ?())`,
    ],
    [
      'curl -d @- "$U" <<EOF\n{"a": "$b",\n "c": "\\$d"}\nEOF',
      'curl("-d", "@-", U, <<=join("{\\"a\\": \\"", b, "\\",\\n \\"c\\": \\"$d\\"}\\n"))',
    ],
    [
      `curl -d @- x <<'EOF'
raw $a
EOF`,
      'curl("-d", "@-", "x", <<="raw $a\\n")',
    ],
    [
      `cat <<-EOF | curl -d @- "$U"
	x $a
	EOF`,
      'cat(<<=join("x ", a, "\\n"))\ncurl("-d", "@-", U)',
    ],
    [
      'curl --json @- x <<< "{$a}"; curl y > out 2>&1',
      `curl("--json", "@-", "x", <<=join("{", a, "}"))
curl("y")`,
    ],
    [
      '! a; (b; c); { d; }; [[ -n $(e) ]]; test -n "$(f)"; ((x++))',
      `a()
b()
c()
d()
?(e())
test("-n", f())`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('statements', () => {
  it.each([
    [
      'if a; [ -z "$b" ]; then c; elif d; then e; else f; fi',
      `a()
d()
branch
  c()
or
  e()
or
  f()`,
    ],
    [
      'case "$m" in get|list) a;; $(b)) c;; *) d;; esac',
      `b()
branch
  a()
or
  c()
or
  d()`,
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      'for x in a "$b" $(c); do curl "$x"; done; for y in "${l[@]}"; do d; done; for z; do e; done',
      `loop x of ["a", b, c()]
  curl(x)
loop y of l
  d()
loop z of @
  e()`,
    ],
    [
      'for ((i = 0; i < 3; i++)); do a; done',
      `i = "0"
loop  of 
  a()`,
    ],
    [
      'while read -r id; do curl "x/$id"; done < <(a); until b; do c; done',
      `a()
loop  of 
  id = ?()
  curl(join("x/", id))
loop  of 
  b()
  c()`,
    ],
    [
      'a && b || c && d',
      `a()
branch
  b()
branch
  c()
  d()`,
    ],
    [
      'A=/x && curl "$A" || exit 1',
      `A = "/x"
branch
  curl(A)
branch
  exit("1")`,
    ],
    [
      'select x in a b; do c; done',
      `loop x of ["a", "b"]
  c()`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('functions', () => {
  it.each([
    [
      'rc() { local method=$1 path="$2"; curl -X "$method" "$BASE$path"; }',
      `function rc(1, 2)
  method = 1
  path = 2
  return curl("-X", method, join(BASE, path))`,
    ],
    [
      'rc() { local path=$1; shift; curl "$BASE$path" "$@"; }',
      `function rc(1, ...@)
  path = 1
  return curl(join(BASE, path), ...@1)`,
    ],
    [
      'function url { echo "$BASE/x/$1"; }',
      `function url(1)
  return join(BASE, "/x/", 1)`,
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      'url() { printf "%s/x/%s" "$BASE" "${1:-~}"; }',
      `function url(1 = "~")
  return sprintf("%s/x/%s", BASE, 1)`,
    ],
    [
      'url() { if a; then echo /x; return; fi; echo "log" >&2; echo /y; }',
      `function url()
  a()
  branch
    return "/x"
  ?()
  return "/y"`,
    ],
    [
      'url() { case $1 in a) echo /x;; *) b; echo /y;; esac; }',
      `function url(1)
  branch
    return "/x"
  or
    b()
    return "/y"`,
    ],
    [
      'f() { echo log; curl "$2"; return 0; }',
      `function f(1, 2)
  echo("log")
  return curl(2)`,
    ],
    [
      `f() ( cat <<EOF
/x/$1
EOF
)`,
      `function f(1)
  return join("/x/", 1)`,
    ],
    [
      'f() { while [ $# -gt 0 ]; do case $1 in -x) X=$2; shift;; esac; shift; done; curl "$1"; }',
      `function f()
  loop  of 
    branch
      X = ?()
  return curl(?())`,
    ],
    [
      'f() { shift 2; curl "$1" "$2"; }',
      `function f(1, 2, 3, 4)
  return curl(3, 4)`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

it('knows what a script takes from others', async () => {
  const source = `. ./lib.sh; source "$(dirname "$0")/env.sh"; source "$DIR/a.sh"; . "$A/$B/c.sh"; . $D`;
  const { package: name, imports, exports } = await lowerText(source, shell, '.sh');
  expect([name, exports]).toEqual([null, null]);
  expect(imports.map(({ local, from, name }) => `${local} of ${from}: ${name}`)).toEqual([
    '* of ./lib.sh: *',
    '* of ./env.sh: *',
    '* of ./a.sh: *',
  ]);
});

it('says where a command stands', async () => {
  const { body } = await lowerText('a &&\n  curl "/x"', shell, '.sh');
  expect(body[1]).toMatchObject({ bodies: [[{ value: { at: { line: 2, column: 3 } } }]] });
});
