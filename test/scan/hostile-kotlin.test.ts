// Kotlin that nobody would write -> a lowered form all the same, and soon.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kotlin } from '../../src/scan/frontend/languages/kotlin/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const SOURCE = `package a.b
import c.D.*
@A("/a") class E<T>(private val f: String = "/b", g: Int) : H<T>(g), I by j {
  companion object { const val K = "/c" }
  init { l() }
  val m: String get() = "\${f}/d$g"
  var n by lazy { "/e" }
  @GET("/f") suspend fun <R> o(@Path("p") p: String, vararg q: Int = r()): R? = try { s() } catch (e: T) { null } finally { u() }
}
enum class V(val w: String) { X("/g") { override fun y() {} }, Z("/h"); fun y() = 1 }
fun String.aa(b: (String) -> Unit = {}) {
  val (c, _) = d to e
  for ((f, g) in h) when (val i = f) { is J, !in k -> l[m]!!.n(o = p, *q) { r -> s }; else -> throw t(u) }
  v?.let { w.apply { x = "/i"; y("/j") } } ?: return@aa
  object : A(b) { override fun c() = d }; runCatching { e() }.getOrElse { "/k" }
  f.get<G>("/l") { url { host = h; path("/m", i) }; if (j) method = K }
}`;

/** Lowers a text, unless the parser gives up on it. */
async function lowered(source: string): Promise<void> {
  const code = kotlin.readable?.(source) ?? source;
  const file = await lowerText(code, kotlin, '.kt').catch((error: Error) => {
    expect(error.message).toBe('the parser gives up');
    return null;
  });
  if (file) printStatements(file.body);
}

it('is cut and mixed up', async () => {
  const whole = await lowerText(SOURCE, kotlin, '.kt');
  expect(printStatements(whole.body).join('\n')).toContain('"/k"');
  const cut = fc.nat({ max: SOURCE.length });
  const junk = fc.constantFrom(
    ...['', '{', '}', '(', ')', '"', '"""', '$', ';', '<', '@', '\0', '\u202e'],
  );
  await fc.assert(
    fc.asyncProperty(cut, cut, junk, async (from, to, inserted) => {
      const broken = SOURCE.slice(0, from) + inserted + SOURCE.slice(to);
      await lowered(broken);
    }),
    { numRuns: 100 },
  );
});

const N = 5000;
const repeat = (part: string) => part.repeat(N);

it.each([
  ['brackets', `val x = ${repeat('(')}a${repeat(')')}`],
  ['calls in calls', `val x = ${repeat('f(')}a${repeat(')')}`],
  ['a chain', `val x = a${repeat('.b()')}`],
  ['members', `val x = a${repeat('?.b')}`],
  ['indexes', `val x = a${repeat('[0]')}`],
  ['asserted values', `val x = a${repeat('!!')}`],
  ['lambdas', `val x = ${repeat('f { ')}a${repeat(' }')}`],
  ['scope functions', `val x = ${repeat('a.let { ')}a${repeat(' }')}`],
  ['ifs', `fun f() { ${repeat('if (a) { ')}b();${repeat('}')} }`],
  ['an if after another', `val x = ${repeat('if (a) b else ')}c`],
  ['operands', `val x = a${repeat(' + b')}`],
  ['what may not be there', `val x = a${repeat(' ?: b')}`],
  ['negations', `val x = ${repeat('!')}a`],
  ['classes', `${repeat('class A { ')}${repeat('}')}`],
  ['type arguments', `val x: ${repeat('A<')}B${repeat('>')} = c`],
  ['annotations', `${repeat('@A ')}class B`],
  ['texts in texts', `val x = ${repeat('"${')}a${repeat('}"')}`],
  ['open brackets', `val x = ${repeat('(')}`],
  ['open texts', repeat('"${')],
  ['open types', repeat('a<B.')],
])('5,000 %s', async (_, source) => {
  const start = performance.now();
  await lowered(source);
  expect(performance.now() - start).toBeLessThan(8000);
});
