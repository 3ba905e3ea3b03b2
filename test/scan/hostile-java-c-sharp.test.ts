// Java and C# that nobody would write -> a lowered form all the same, and soon.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cSharp } from '../../src/scan/frontend/languages/c-sharp/index.js';
import { java } from '../../src/scan/frontend/languages/java/index.js';
import type { Expression } from '../../src/scan/ir.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const JAVA = `package a.b; import static c.D.*;
@Path("/a") public class A<T> extends B implements C { static final String P = "/a" + 'b';
  enum E { F("/f") { String g() { return "/g"; } }; E(String p) { this.p = p; } } record R(int a) { R { f(); } }
  A(String p) { super(p); q = p; } @GET <R> R get(@Query("q") String q, int... n) throws E {
    String s = x ? """\n    /t\\t\n    """ : y ? "/b" : c("/d"); f = (a) -> { return a + b; }; g = A::new;
    for (Call c : list) { if (c instanceof D d && d.e()) f(); else g(); } while ((l = r()) != null) u(l);
    try (var r = open()) { a[0] = new Foo<>(1) { { b(); } }; } catch (E | F e) { n++; } finally { z(); }
    return switch (k) { case 1 -> "/x"; default -> { yield y("/z"); } }; } }`;
const C_SHARP = `using static A.B; using C = D.E; namespace F.G { [Route("/a"), X]
public partial class A<T>(string p) : B<T>(p), C where T : D { const string P = "/a" + @"\\b""c" + $"/{x:D2}/{{y}}";
  string Q { get { return "/q"; } set => v = value; } string this[int i] => $"""{i}"""; enum E { F = 1 }
  [Get("/b")] async Task<R> M([Query] string q = "/c", params int[] n) { var (a, b) = f(); p ??= a ?? throw new E();
    rc?.Get<T>(x)?["k"]!.Z(out var o, ref u); var d = new Dictionary<K, V>(y) { ["a"] = "b", { "c", "d" } };
    foreach (var (k, v) in d) if (o is D { E: var e } && e.f()) g(); else h(x => x.i, delegate (int j) { });
    var s = k switch { 1 => "/x", _ => throw z("/y") }; var l = from a in b where a.c let d = a.e select d.f();
    try { z = new { A = 1, b.C }; } catch (E e) when (e.f()) { } using var w = r with { A = "/w" };
#if X
    await y("/z");
#else
    return (a, [b, ..c]);
#endif
  } } }`;

const cases = [
  ['java', java, '.java', JAVA],
  ['c-sharp', cSharp, '.cs', C_SHARP],
] as const;

it.each(cases)('%s that is cut and mixed up', async (_, language, extension, source) => {
  const whole = await lowerText(source, language, extension);
  expect(printStatements(whole.body).join('\n')).toContain('"/z"');
  const cut = fc.nat({ max: source.length });
  const junk = fc.constantFrom(
    '',
    '{',
    '}',
    '(',
    ')',
    '"',
    '"""',
    '$"{',
    ';',
    '<',
    'new ',
    '\0',
    '\u202e',
  );
  await fc.assert(
    fc.asyncProperty(cut, cut, junk, async (from, to, inserted) => {
      const broken = source.slice(0, from) + inserted + source.slice(to);
      const { body } = await lowerText(broken, language, extension);
      printStatements(body);
    }),
    { numRuns: 300 },
  );
});

const N = 5000;
const repeat = (part: string) => part.repeat(N);

it.each([
  ['brackets', `x = ${repeat('(')}a${repeat(')')};`],
  ['calls in calls', `x = ${repeat('f(')}a${repeat(')')};`],
  ['a chain', `a${repeat('.b()')};`],
  ['members', `x = a${repeat('.b')};`],
  ['indexes', `x = a${repeat('[0]')};`],
  ['blocks', `${repeat('{')}a();${repeat('}')}`],
  ['ifs', `${repeat('if (a) { ')}b();${repeat('}')}`],
  ['ternaries', `x = ${repeat('a ? b : ')}c;`],
  ['negations', `x = ${repeat('!')}a;`],
  ['assignments', `${repeat('a = ')}b;`],
  ['open brackets', `x = ${repeat('(')}`],
  ['open braces', `class A { void m() ${repeat('{')}`],
  ['classes', `${repeat('class A { ')}${repeat('}')}`],
  ['lambdas in Java', `x = ${repeat('a -> ')}b;`],
  ['lambdas in C#', `x = ${repeat('a => ')}b;`],
  ['anonymous classes', `x = ${repeat('new A() { Object b = ')}1;${repeat('}')}`],
  ['type arguments', `${repeat('A<')}B${repeat('>')} c;`],
  ['initializers', `x = new A ${repeat('{ B = new C ')}${repeat('}')};`],
  ['optional chains', `x = a${repeat('?.b')};`],
  ['patterns', `x = a is ${repeat('not ')}b;`],
  ['directives', `class A {\n${repeat('#if B\n')}int c;\n${repeat('#endif\n')}}`],
  ['constants of an enum', `enum A { ${repeat('B, ')} C }`],
  ['members of an object', `x = new { ${repeat('A = 1, ')} b };`],
])('5,000 %s', async (_, source) => {
  for (const [, language, extension] of cases) {
    const start = performance.now();
    const { body } = await lowerText(source, language, extension);
    printStatements(body);
    expect(performance.now() - start).toBeLessThan(8000);
  }
});

it.each(cases)('%s: a sum of 5,000 parts is one', async (_, language, extension) => {
  const { body } = await lowerText(`x = "/a"${repeat(' + b')};`, language, extension);
  const [sum] = body;
  expect(sum).toMatchObject({ kind: 'assign', value: { kind: 'join' } });
  const value = sum?.kind === 'assign' ? sum.value : null;
  expect((value as Extract<Expression, { kind: 'join' }>).parts).toHaveLength(N + 1);
});

it.each(cases)('%s: a chain of 5,000 else ifs is one branch', async (_, language, extension) => {
  const source = `${repeat('if (a) b(); else ')}c();`;
  const { body } = await lowerText(source, language, extension);
  const [branch] = body;
  expect(branch?.kind === 'branch' && branch.bodies.length).toBe(N + 1);
});

it('takes a text with the character that stands for holes', async () => {
  const source = 'x = $"""\n  \uFFFF{a}\uFFFF\n  """;';
  const { body } = await lowerText(source, cSharp, '.cs');
  expect(printStatements(body)).toEqual(['x = join("?", a, "?")']);
});

it.each(cases)('%s: names of prototypes are names', async (_, language, extension) => {
  const source =
    'class constructor { String __proto__ = "/x"; void toString() { a.__proto__["hasOwnProperty"].b(); } }';
  const { body } = await lowerText(source, language, extension);
  expect(printStatements(body)).toContain('    a.__proto__.hasOwnProperty.b()');
});
