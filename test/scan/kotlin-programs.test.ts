// Small programs of Kotlin as people write them -> the calls that they make: functions, values, branches, classes.
import { describe, expect, it } from 'vitest';
import { findIn } from './find-in.js';

const HOST = 'https://api.test/api';
const HEAD = `package app
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

val http = OkHttpClient()
fun load(path: String): String = http.newCall(Request.Builder().url("${HOST}" + path).build()).execute().body!!.string()
`;

type Program = readonly [what: string, source: string, ...calls: string[]];

const FUNCTIONS: readonly Program[] = [
  ['a call', 'fun main() { load("/x") }', 'GET /api/x'],
  ['a named argument', 'fun main() { load(path = "/x") }', 'GET /api/x'],
  ['a reference', 'fun main() { listOf("/x", "/y").forEach(::load) }', 'GET /api/x', 'GET /api/y'],
  [
    'a reference as a value',
    'fun main() { val f: (String) -> String = ::load; f("/x"); f.invoke("/y") }',
    'GET /api/x',
    'GET /api/y',
  ],
  ['a lambda', 'fun main() { val f = { id: String -> load("/x/$id") }; f("1") }', 'GET /api/x/{}'],
  ['the parameter of a lambda', 'fun main() { listOf("/x").map { load(it) } }', 'GET /api/x'],
  [
    'an anonymous function',
    'fun main() { val f = fun(p: String): String { return load(p) }; f("/x") }',
    'GET /api/x',
  ],
  [
    'a function that is given',
    'fun retry(times: Int = 3, block: () -> String): String { repeat(times) { try { return block() } catch (e: Exception) {} }\nreturn block() }\nfun main() { retry { load("/x") } }',
    'GET /api/x',
  ],
  [
    'a function that takes what the caller gives',
    'fun each(action: (String) -> Unit) { action("/x") }\nfun main() { each { load(it) } }',
    'GET /api/x',
  ],
  [
    'a default',
    'fun page(id: String, path: String = "/x/$id") = load(path)\nfun main() { page("1"); page("2", path = "/y") }',
    'GET /api/x/1',
    'GET /api/y',
  ],
  [
    'any number of arguments',
    'fun all(vararg paths: String) { for (p in paths) load(p) }\nfun main() { all("/x", "/y") }',
    'GET /api/x',
    'GET /api/y',
  ],
  [
    'a function in a function',
    'fun main() { fun one(p: String) = load("/a$p"); one("/x") }',
    'GET /api/a/x',
  ],
  [
    'an extension',
    'fun String.fetch() = load("/x/$this")\nfun main() { "1".fetch() }',
    'GET /api/x/{}',
  ],
  [
    'an extension of a builder',
    `fun Request.Builder.to(path: String): Request.Builder = url("${HOST}$path").delete()\nfun main() { http.newCall(Request.Builder().to("/x").build()).execute(); load("/y") }`,
    'DELETE /api/x',
    'GET /api/y',
  ],
  [
    'a table of functions',
    'val actions = mapOf<String, (String) -> Unit>("a" to { id -> load("/x/$id") }, "b" to { id -> load("/y/$id") })\nfun main(args: Array<String>) { actions[args[0]]?.invoke("1") }',
    'GET /api/x/{}',
    'GET /api/y/{}',
  ],
  [
    'a return out of a lambda',
    'fun pick(all: List<String>): String { all.forEach { if (it.startsWith("/")) return it }\nreturn "/y" }\nfun main() { load(pick(listOf("/x"))) }',
    'GET /api/x',
    'GET /api/y',
  ],
  [
    'what runs at once',
    'fun main() = runBlocking { val a = async { load("/x") }; launch(Dispatchers.IO) { load("/y") }; withContext(Dispatchers.IO) { load("/z") } }',
    'GET /api/x',
    'GET /api/y',
    'GET /api/z',
  ],
  [
    'a value out of a block',
    'suspend fun path(): String = withContext(Dispatchers.IO) { val id = 1; "/x/$id" }\nsuspend fun main() { load(path()) }',
    'GET /api/x/1',
  ],
];

const VALUES: readonly Program[] = [
  [
    'templates',
    `const val BASE = "/x"\nfun main() { val id = 5; load("$BASE/\${id}/y/\${id + 1}") }`,
    'GET /api/x/5/y/{}',
  ],
  ['a raw string', 'fun main() { val id = "1"; load("""/x/$id""") }', 'GET /api/x/1'],
  ['a dollar', String.raw`fun main() { load("/x/\$id/${'$'}{1}") }`, 'GET /api/x/$id/1'],
  [
    'a text that is built',
    'fun main() { load(buildString { append("/x"); append("/y") }) }',
    'GET /api/x/y',
  ],
  ['what grows', 'fun main() { var p = "/x"; p += "/y"; load(p) }', 'GET /api/x/y'],
  ['joined parts', 'fun main() { load("/" + listOf("x", "y").joinToString("/")) }', 'GET /api/x/y'],
  [
    'a format',
    'fun main() { load("/x/%s".format("1")); load(String.format("/y/%s", "2")) }',
    'GET /api/x/1',
    'GET /api/y/2',
  ],
  [
    'methods of texts',
    'fun main() { load("/X/".lowercase().trimEnd(\'/\')); load("/y".plus("/z").removeSuffix("z")) }',
    'GET /api/x',
    'GET /api/y/',
  ],
  [
    'a constant of a companion',
    'class Paths { companion object { const val X = "/x" } }\nobject More { val y = "/y" }\nfun main() { load(Paths.X); load(More.y) }',
    'GET /api/x',
    'GET /api/y',
  ],
  [
    'a lazy value',
    'val root by lazy { val v = 1; "/v$v" }\nclass A { private val own: String by lazy { "/own" }\n fun go() { load(root + "/x"); load(own) } }',
    'GET /api/v1/x',
    'GET /api/own',
  ],
  [
    'a property that is worked out',
    'class A(private val id: String) { private val path: String get() = "/x/$id"\n fun go() { load(path) } }\nfun main() { A("1").go() }',
    'GET /api/x/{}',
  ],
  [
    'a pair',
    'fun main() { val (a, b) = "/x" to "/y"; load(a); val p = Pair(1, "/z"); load(p.second) }',
    'GET /api/x',
    'GET /api/z',
  ],
  [
    'a list of pairs',
    'fun main() { for ((name, path) in listOf("a" to "/x", "b" to "/y")) { println(name); load(path) } }',
    'GET /api/x',
    'GET /api/y',
  ],
  [
    'a map',
    'val paths = mapOf("a" to "/x", "b" to "/y")\nfun main() { load(paths["a"]!!); load(paths.getValue("b")) }',
    'GET /api/x',
    'GET /api/y',
  ],
  [
    'a data class',
    'data class Job(val path: String, val times: Int = 1)\nfun main() { val job = Job("/x"); load(job.path); val (p) = job; load(p) }',
    'GET /api/x',
    'GET /api/x',
  ],
  [
    'an enum',
    'enum class Kind(val path: String) { A("/x"), B("/y") }\nfun main() { load(Kind.A.path) }',
    'GET /api/x',
  ],
  [
    'an enum without values',
    'enum class Kind { a, b }\nfun main() { load("/" + Kind.a.name) }',
    'GET /api/{}',
  ],
  [
    'what may not be there',
    'fun main(args: Array<String>) { load(args.firstOrNull() ?: "/x") }',
    'GET /api/x',
    'GET /api{}',
  ],
  [
    'scope functions',
    'class Job { var path = "" }\nfun main() { "/x".let { load(it) }; "/y".also(::load); with("/z") { load(this) }; "/v".run { load(this) } }',
    'GET /api/x',
    'GET /api/y',
    'GET /api/z',
    'GET /api/v',
  ],
  [
    'apply',
    'class Job { var path = "/a"; fun send() = load(path) }\nfun main() { Job().apply { path = "/x" }.send() }',
    'possibly GET /api/a',
    'possibly GET /api/x',
  ],
];

const BRANCHES: readonly Program[] = [
  [
    'an if',
    'fun main(args: Array<String>) { val p = if (args.isEmpty()) "/x" else "/y"; load(p) }',
    'GET /api/x',
    'GET /api/y',
  ],
  [
    'a when',
    'fun path(kind: String) = when (kind) { "a" -> "/x"; "b", "c" -> "/y"; else -> throw Exception() }\nfun main() { load(path("b")) }',
    'GET /api/y',
  ],
  [
    'a when that leaves',
    'fun go(kind: Int) { val p = when (kind) { 1 -> "/x"; 2 -> return; else -> "/y" }; load(p) }',
    'GET /api/x',
    'GET /api/y',
  ],
  [
    'a when of types',
    'fun go(o: Any) { when (o) { is String -> load("/x"); is Int, is Long -> load("/y") } }',
    'GET /api/x',
    'GET /api/y',
  ],
  [
    'a try',
    'fun main() { val p = try { risky(); "/x" } catch (e: Exception) { "/y" }; load(p) }',
    'GET /api/x',
    'GET /api/y',
  ],
  [
    'what is caught',
    'fun main() { val p = runCatching { "/x" }.getOrElse { "/y" }; load(p) }',
    'GET /api/x',
    'GET /api/y',
  ],
  [
    'an early return',
    'fun go(id: String?) { val p = id ?: return; load("/x/$p"); if (!p.startsWith("a")) return; load("/y") }',
    'GET /api/x/{}',
    'GET /api/y',
  ],
  [
    'one condition for both',
    `fun go(del: Boolean) { val b = Request.Builder(); if (del) b.url("${HOST}/x").delete() else b.url("${HOST}/y").get(); http.newCall(b.build()).execute(); load("/z") }`,
    'DELETE /api/x',
    'GET /api/y',
    'GET /api/z',
  ],
  [
    'a loop that is left',
    'fun main() { for (p in listOf("/x", "/y")) { if (p == "/y") break; load(p) } }',
    'GET /api/x',
    'GET /api/y',
  ],
  [
    'a let that may not run',
    'fun go(id: String?) { val p = id?.let { "/x/$it" } ?: "/y"; load(p) }',
    'GET /api/x/{}',
    'GET /api/y',
  ],
];

describe.each([
  ['functions', FUNCTIONS],
  ['values', VALUES],
  ['branches', BRANCHES],
] as const)('%s', (_, programs) => {
  it.each(programs)('%s', async (__, source, ...calls) => {
    const found = await findIn({ 'Main.kt': `${HEAD}${source}\n` });
    expect(found.map((call) => call.replace(/^\S+ /, '')).sort()).toEqual([...calls].sort());
  });
});
