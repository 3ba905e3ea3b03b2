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
      `branch
  D = oneOf(D, "z w")
P = join(oneOf(A, "/x"), oneOf(B, join(C, "/y")), D, E)`,
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      'P="${A:?need it}${B:+?q=$B}"',
      `branch
  throw
P = join(A, oneOf("", join("?q=", B)))`,
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
exhaustive branch
  c()
or
  e()
or
  f()`,
    ],
    [
      'case "$m" in get|list) a;; $(b)) c;; *) d;; esac',
      `b()
exhaustive branch
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
branch
  d()`,
    ],
    [
      'A=/x && curl "$A" || exit 1',
      `A = "/x"
branch
  curl(A)
branch
  throw`,
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
  exhaustive branch
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

describe('branches', () => {
  it.each([
    [
      'if a; then b; fi; if a; then b; elif c; then d; fi',
      `a()
branch
  b()
a()
c()
branch
  b()
or
  d()`,
    ],
    [
      'if a; then b; elif x=$(c); then d; else e; fi',
      `a()
branch
  x = c()
exhaustive branch
  b()
or
  d()
or
  e()`,
    ],
    [
      'case $m in a) b;; c|d) e;; esac; case $m in a) b;; (x|*) c;; esac',
      `branch
  b()
or
  e()
exhaustive branch
  b()
or
  c()`,
    ],
    [
      'while a; do case $m in a) b;& c) break;; d) continue;; *) e; esac; done',
      `loop  of 
  a()
  exhaustive falling branch
    b()
  or
    break far
    break
  or
    continue
    break
  or
    e()
    break`,
    ],
    [
      'case $m in a) b;;& *) c;; esac',
      `branch
  b()
branch
  c()`,
    ],
    [
      'a && b && c || d || e',
      `a()
branch
  b()
  c()
branch
  d()
branch
  e()`,
    ],
    [
      'A=$(a || b $(c; d)); B=$(a && b $(c; d))',
      `branch
  c()
A = oneOf(a(), b(d()))
a()
branch
  c()
B = b(d())`,
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      'a "${b:-$(c; d)}" ${e:+$(f; g)}; [[ -n $(h) && $(i; j) ]]; (( k ? $(l; m) : 1 ))',
      `branch
  c()
branch
  f()
a(oneOf(b, d()), oneOf("", g()))
branch
  i()
?(h(), j())
branch
  l()
?(m())`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('leaving', () => {
  it.each([
    [
      '[ -z "$A" ] && exit; a || { b; exit 1; }; exit $(c)',
      `branch
  throw
a()
branch
  b()
  throw
c()
throw`,
    ],
    [
      'f() { [ "$1" ] || return 1; if a; then return; fi; b || exit; c; }',
      `function f(1)
  branch
    return
  a()
  branch
    return
  b()
  branch
    throw
  return c()`,
    ],
    [
      'die() { echo "$1" >&2; exit 1; }; f() { echo x; exit; }; g() { return $(a); }',
      `function die(1)
  ?()
  throw
function f()
  return "x"
function g()
  return a()`,
    ],
    [
      'while a || exit; do b && break; c || continue; done; break',
      `loop  of 
  a()
  branch
    throw
  b()
  branch
    break
  c()
  branch
    continue`,
    ],
    [
      'for x in a b; do while c; do break 2; continue 1; continue $n; done; done',
      `loop x of ["a", "b"]
  loop  of 
    c()
    break far
    continue
    continue far`,
    ],
    [
      '(cd x || exit 1; a); b; { c; exit; } & d',
      `try
  cd("x")
  branch
    throw
  a()
handler
b()
try
  c()
  throw
handler
d()`,
    ],
    [
      'a | while read x; do b || exit 1; break; done; X=$(c || exit 1) || exit 2',
      `a()
try
  loop  of 
    x = ?()
    b()
    branch
      throw
    break
handler
try
  branch
    throw
handler
X = c()
branch
  throw`,
    ],
    [
      'f() ( cd x || exit 1; echo y )',
      `function f()
  cd("x")
  branch
    return
  return "y"`,
    ],
    [
      'f() { (echo a; exit); X=$(echo b; exit 1); }; g() { (echo a; exit); }',
      `function f()
  try
    echo("a")
    throw
  handler
  try
    echo("b")
    throw
  handler
  X = ?()
function g()
  try
    return "a"
  handler`,
    ],
    [
      'f() { case $1 in a) echo x;& b) echo y;; *) echo z; esac; }',
      `function f(1)
  exhaustive falling branch
    echo("x")
  or
    return "y"
    break
  or
    return "z"
    break`,
    ],
    [
      'exec curl "$@"; a',
      `curl(...@)
throw
a()`,
    ],
    [
      'f() {\n  a || return 1\n  return\n  b',
      `f()
a()
branch
  return
b()`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('texts that are commands', () => {
  it.each([
    [
      'eval "curl -s \\"$U/x y\\" | jq \'.a b\' > out # $V"; eval "$C"; eval "$C x"; eval a "$b"',
      `curl("-s", join(U, "/x y"))
jq(".a b")
eval(C)
eval(join(C, " x"))
a(b)`,
    ],
    [
      `trap 'rm -f "$tmp"; exit 1' INT; trap cleanup EXIT; trap - EXIT; trap "" $(a)`,
      `branch
  rm("-f", tmp)
  throw
branch
  cleanup()
a()`,
    ],
    [
      `bash -c 'a; curl "$1/x" && exit 1; b' _ "$(c)"; sudo sh -c "d $x"`,
      `c()
try
  a()
  curl(join(1, "/x"))
  branch
    throw
  b()
handler
d(x)`,
    ],
    [
      `sh -c 'if a; then exit; fi; b "$(c; d)" \`e\` <(f) $((g + $(h)))'`,
      `branch
  a()
branch
  c()
  f()
  b(d(), e(), ?(h()))`,
    ],
    ['bash <<EOF\ncurl $U\nEOF', 'curl(U)'],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      'cat <<EOF\na $(b) `c "$d"` \\`e\\` ${f%`g`}\nEOF',
      'cat(<<=join("a ", b(), " ", c(d), " `e` ", ?(g()), "\\n"))',
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('calls in places of their own', () => {
  it.each([
    [
      'curl -s 2> /dev/null "$U" -d y; curl > $(a) x; curl <<< "$(b)"',
      `curl("-s", U, "-d", "y")
a()
curl("x")
curl(<<=b())`,
    ],
    [
      '{ a; } > $(b) <<< $(c); while d; do e; done <<EOF\n$(f)\nEOF',
      `b()
c()
a()
join(f(), "\\n")
loop  of 
  d()
  e()`,
    ],
    [
      'f() { a; } > $(b)',
      `function f()
  b()
  return a()`,
    ],
    [
      'cat <<EOF && b\nx\nEOF\ncat <<EOF | c || exit\nx\nEOF',
      `cat(<<="x\\n")
branch
  b()
cat(<<="x\\n")
try
  c()
  branch
    throw
handler`,
    ],
    [
      ': $(a) "$b"; shift $(c); set -- $(d); read -p "$(e)" x; unset $(f) y[$(g)]; true $h',
      `a()
c()
d()
e()
x = ?()
f()
join("y[", g(), "]")`,
    ],
    [
      'export "A=$(a)" $(b); declare -r "$c"; X[$(d)]=1 e',
      `A = a()
b()
d()
e()`,
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source
      'a ${b#$(c)} ${b%`d`} ${b/$(e)/$(f)} ${b:$(g)} ${#b[$(h)]} ${b^^$(i)} ${b:-`j k`}',
      'a(?(c()), ?(d()), ?(e(), f()), ?(g()), ?(b[h()]), ?(i()), oneOf(b, j("k")))',
    ],
    [
      '(( $(a) > 1 )) && b; coproc c d; coproc N { e; f; }; time (g; h); timeout "$T" i',
      `?(a())
branch
  b()
c("d")
e()
f()
g()
h()
time()
i()`,
    ],
    [
      'env A=$(a) b; find $(c) -exec curl {} \\; -print; /usr/bin/sudo d',
      `join("A=", a())
b()
find(c(), "-print")
curl("{}")
d()`,
    ],
    [
      'A=$(B=$(a) echo b); C=$(cat <<EOF | c\n$(d)\nEOF\n)',
      `a()
A = "b"
join(d())
c()
C = ?()`,
    ],
  ])('%s', async (source, expected) => {
    expect(await lowered(source)).toBe(expected);
  });
});

describe('broken source', () => {
  it.each([
    ['for a in b $(c)\n  d e\ndone\nf', 'c()\nd("e")\nf()'],
    ['if a; then\n  b\nc "$d"\ne', 'a()\nb()\nc(d)\ne()'],
    ['a "b\nc d\ne', 'a()\nc("d")\ne()'],
    [
      'a\n<<<<<<< HEAD\nb x\n||||||| base\nc\n=======\nd y\n>>>>>>> other\ne',
      'a()\nb("x")\nc()\nd("y")\ne()',
    ],
    [
      'f() {\n  a\n<<<<<<< HEAD\n  b || exit\n=======\n  c\n>>>>>>> br\n}\nf x',
      'function f()\n  a()\n  b()\n  branch\n    throw\n  return c()\nf("x")',
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
