// Programs of Kotlin with clients of their own, in one or several files -> the calls that they make; and what makes none.
import { describe, expect, it } from 'vitest';
import { findIn } from './find-in.js';

const HOST = 'https://api.test/api';
const KTOR = `import io.ktor.client.*
import io.ktor.client.engine.cio.*
import io.ktor.client.request.*
import io.ktor.client.statement.*
import io.ktor.http.*
`;
const OKHTTP = `import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody
`;

type Files = Readonly<Record<string, string>>;
type Program = readonly [what: string, files: Files, ...calls: string[]];

const one = (source: string): Files => ({ 'Main.kt': `package app\n${source}\n` });

const CLIENTS: readonly Program[] = [
  [
    'a class around a client',
    one(`${OKHTTP}
class Api(private val token: String) {
  companion object { private const val BASE = "${HOST}" }
  private val http = OkHttpClient()
  private fun send(method: String, path: String, body: String? = null): String {
    val request = Request.Builder().url("$BASE$path").header("Authorization", token).method(method, body?.toRequestBody()).build()
    return http.newCall(request).execute().use { it.body!!.string() }
  }
  fun me() = send("GET", "/me")
  fun save(id: String) = send(path = "/users/$id", method = "PUT", body = "{}")
}
fun main() { val api = Api(System.getenv("TOKEN")); api.me(); api.save("1") }`),
    'GET /api/me',
    'PUT /api/users/{}',
  ],
  [
    'a base class',
    one(`${OKHTTP}
abstract class Client(private val base: String) {
  protected fun get(path: String) = OkHttpClient().newCall(Request.Builder().url(base + path).build()).execute()
}
class Users : Client("${HOST}/users") { fun all() = get("/all"); fun one(id: Int) = get("/$id") }
fun main() { Users().all(); Users().one(3) }`),
    'GET /api/users/all',
    'GET /api/users/{}',
  ],
  [
    'an object with a client of Ktor',
    one(`${KTOR}
object Net {
  private val client = HttpClient(CIO) { expectSuccess = true }
  suspend fun call(path: String, verb: HttpMethod = HttpMethod.Get): String =
    client.request("${HOST}$path") { method = verb }.bodyAsText()
}
suspend fun main() { Net.call("/x"); Net.call("/y", HttpMethod.Delete) }`),
    'GET /api/x',
    'DELETE /api/y',
  ],
  [
    'a wrapper that takes a block',
    one(`${KTOR}
val client = HttpClient(CIO)
suspend fun send(path: String, block: HttpRequestBuilder.() -> Unit = {}) = client.post("${HOST}/$path") { header("a", "b"); block() }
suspend fun main() { send("x") { setBody("y") } }`),
    'POST /api/{}',
  ],
  [
    'a block that may say the method',
    one(`${KTOR}
val client = HttpClient(CIO)
suspend fun send(path: String, block: HttpRequestBuilder.() -> Unit) = client.request("${HOST}/$path") { block() }
suspend fun main() { send("x") { method = HttpMethod.Put } }`),
    '? /api/{}',
    'GET /api/{}',
  ],
  [
    'a method that is set in a branch',
    one(`${KTOR}
suspend fun go(client: HttpClient, purge: Boolean) { client.request("${HOST}/x") { if (purge) method = HttpMethod.Delete } }`),
    'GET|DELETE /api/x',
  ],
  [
    'the default of a client',
    one(`${KTOR}
class Api {
  private val client = HttpClient(CIO) { defaultRequest { url("${HOST}/"); header("a", "b") } }
  suspend fun me() = client.get("me").bodyAsText()
  suspend fun save() = client.put("me") { setBody("x") }
}
suspend fun main() { Api().me(); Api().save() }`),
    'GET /api/me',
    'PUT /api/me',
  ],
  [
    'an interface and what implements it',
    one(`${OKHTTP}
interface Source { fun path(): String }
class A : Source { override fun path() = "/a" }
class B(private val id: String) : Source { override fun path() = "/b/$id" }
fun load(source: Source) = OkHttpClient().newCall(Request.Builder().url("${HOST}" + source.path()).build()).execute()
fun main() { load(A()); load(B("1")) }`),
    'GET /api{}',
  ],
  [
    'a sealed class',
    one(`${OKHTTP}
sealed class Route(val path: String) {
  object Me : Route("/me")
  class User(id: String) : Route("/users/$id")
}
fun load(route: Route) = OkHttpClient().newCall(Request.Builder().url("${HOST}" + route.path).build()).execute()
fun main() { load(Route.Me); load(Route.User("1")) }`),
    'GET /api/me',
    'GET /api/users/1',
  ],
  [
    'a delegate',
    one(`${OKHTTP}
interface Api { fun load(path: String) }
class Real : Api { override fun load(path: String) { OkHttpClient().newCall(Request.Builder().url("${HOST}$path").build()).execute() } }
class Logged(private val api: Api) : Api by api { fun both() { api.load("/x") } }
fun main() { Logged(Real()).both() }`),
    'GET /api{}',
  ],
  [
    'pages',
    one(`${OKHTTP}
fun all(): List<String> {
  val found = mutableListOf<String>()
  var page = 1
  do {
    val body = OkHttpClient().newCall(Request.Builder().url("${HOST}/users?page=$page").build()).execute().body!!.string()
    found += body
    page++
  } while (body.isNotEmpty())
  return found
}`),
    'GET /api/users',
  ],
  [
    'options that are an object',
    one(`${OKHTTP}
data class Options(val path: String, val method: String = "GET")
fun send(options: Options) = OkHttpClient().newCall(Request.Builder().url("${HOST}" + options.path).method(options.method, null).build()).execute()
fun main() { send(Options("/x")); send(Options(method = "DELETE", path = "/y")); send(Options("/z").copy(method = "PUT")) }`),
    'GET /api/x',
    'DELETE /api/y',
    '? /api{}',
  ],
  [
    'several files',
    {
      'app/net/Http.kt': `package app.net
${OKHTTP}
const val BASE = "${HOST}"
fun load(path: String) = OkHttpClient().newCall(Request.Builder().url(BASE + path).build()).execute()
object Paths { const val ME = "/me" }`,
      'app/Main.kt': `package app
import app.net.Paths
import app.net.load as fetch
fun main() { fetch(Paths.ME); other() }`,
      'app/Other.kt': `package app
import app.net.*
internal fun other() { load("/other") }`,
    },
    'GET /api/me',
    'GET /api/other',
  ],
  [
    'classes of Java',
    {
      'app/Http.java': `package app;
import okhttp3.*;
public class Http {
  public static final String ME = "/me";
  public Response load(String path) { return new OkHttpClient().newCall(new Request.Builder().url("${HOST}" + path).build()).execute(); }
}`,
      'app/Main.kt': `package app
fun main() { val http = Http(); http.load(Http.ME) }`,
    },
    'GET /api/me',
  ],
  [
    'classes of Kotlin in Java',
    {
      'app/Http.kt': `package app
${OKHTTP}
class Http { fun load(path: String) = OkHttpClient().newCall(Request.Builder().url("${HOST}$path").build()).execute() }`,
      'app/Main.java': `package app;
class Main { public static void main(String[] args) { new Http().load("/me"); } }`,
    },
    'GET /api/me',
  ],
];

const NONE: readonly Program[] = [
  ['a log', one(`fun main() { println("${HOST}/x"); logger.info { "GET ${HOST}/y" } }`)],
  [
    'a route of the app',
    one(
      'import io.ktor.server.routing.*\nfun Application.main() { routing { get("/api/x") { call.respondText("a") }; route("/api") { post("/y") { } } } }',
    ),
  ],
  [
    'a controller',
    one(
      'import org.springframework.web.bind.annotation.*\n@RestController\n@RequestMapping("/api")\nclass A { @GetMapping("/x") fun x() = 1; @PostMapping("/y") fun y() = 2 }',
    ),
  ],
  [
    'a map',
    one(
      'fun main() { val m = HashMap<String, String>(); m["/api/x"] = "a"; m.get("/api/x"); m.getOrPut("/api/y") { "b" } }',
    ),
  ],
  ['a comment', one(`// client.get("${HOST}/x")\n/* load("/api/y") */\nfun main() {}`)],
  [
    'preferences',
    one(
      'fun main() { prefs.getString("/api/x", null); bundle.getString("/api/y"); intent.getStringExtra("/api/z") }',
    ),
  ],
  [
    'another host',
    one(
      `${OKHTTP}\nfun main() { OkHttpClient().newCall(Request.Builder().url("https://other.test/api/x").build()).execute() }`,
    ),
  ],
  [
    'a test of a path',
    one(
      'fun isMe(path: String) = path == "/api/x" || path.startsWith("/api/y") || path in listOf("/api/z")',
    ),
  ],
];

describe.each([
  ['clients', CLIENTS],
  ['no calls', NONE],
] as const)('%s', (_, programs) => {
  it.each(programs)('%s', async (__, files, ...calls) => {
    const found = await findIn(files as Files);
    expect(found.map((call) => call.replace(/^\S+ /, '')).sort()).toEqual([...calls].sort());
  });
});
