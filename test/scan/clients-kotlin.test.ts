// HTTP clients of Kotlin: how each is called, and the request that it sends.
import { describe, expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const HOST = 'https://platform.ringcentral.com';
const BASE = `${HOST}/restapi/v1.0`;
const ME = '/restapi/v1.0/account/~/extension/~';
const URL = `${HOST}${ME}`;

type Case = readonly [source: string, ...calls: string[]];

const CLIENTS: Readonly<Record<string, { imports: string; cases: readonly Case[] }>> = {
  OkHttp: {
    imports: `import okhttp3.*
import okhttp3.HttpUrl.Companion.toHttpUrl
import okhttp3.RequestBody.Companion.toRequestBody`,
    cases: [
      [
        `val r = Request.Builder().url("${URL}").post(body.toRequestBody()).build()
OkHttpClient().newCall(r).execute()`,
        'POST',
      ],
      [`val r = Request.Builder().url("${URL}").build(); client.newCall(r).execute()`, 'GET'],
      [
        `client.newCall(Request.Builder().url("${BASE}/account/$id/extension/~").delete().build()).execute().use { it.body?.string() }`,
        'DELETE /restapi/v1.0/account/{}/extension/~',
      ],
      [
        `val r = Request.Builder().apply {
  url("${URL}")
  header("Authorization", id)
  put(body.toRequestBody())
}.build()`,
        'PUT',
      ],
      [
        `val b = Request.Builder().url("${URL}")
if (body.isEmpty()) b.get() else b.post(body.toRequestBody())
client.newCall(b.build()).enqueue(object : Callback {
  override fun onFailure(call: Call, e: IOException) {}
  override fun onResponse(call: Call, response: Response) {}
})`,
        'POST|GET',
      ],
      [
        `val url = "${BASE}".toHttpUrl().newBuilder().addPathSegments("account/~/extension/~").addQueryParameter("a", id).build()
val r = Request.Builder().url(url).build()`,
        'GET',
      ],
      [
        `val r = Request.Builder().method("PATCH", body.toRequestBody()).url("${URL}").build()`,
        'PATCH',
      ],
      [`val r = Request.Builder().url("https://api.example.com${ME}").build()`],
    ],
  },
  Ktor: {
    imports: `import io.ktor.client.*
import io.ktor.client.engine.cio.*
import io.ktor.client.request.*
import io.ktor.client.statement.*
import io.ktor.http.*`,
    cases: [
      [`val client = HttpClient(CIO); val r: HttpResponse = client.get("${URL}")`, 'GET'],
      [
        `val client = HttpClient(CIO); client.post("${URL}") { contentType(ContentType.Application.Json); setBody(body) }`,
        'POST',
      ],
      [
        `HttpClient().use { client -> client.get<String>("${URL}") { header("Authorization", id) } }`,
        'GET',
      ],
      [
        `val client = HttpClient(CIO); client.request("${URL}") { method = HttpMethod.Put; setBody(body) }`,
        'PUT',
      ],
      [`val client = HttpClient(CIO); client.request("${URL}")`, 'GET'],
      [
        `val client = HttpClient(CIO); client.delete { url("${BASE}/account/~/extension/$id"); parameter("a", 1) }`,
        'DELETE /restapi/v1.0/account/~/extension/{}',
      ],
      [
        `val client = HttpClient(CIO) { defaultRequest { url("${BASE}/") } }
client.get("account/~/extension/~").bodyAsText()`,
        'GET',
      ],
      [
        `val client = HttpClient(CIO)
client.get { url { protocol = URLProtocol.HTTPS; host = "platform.ringcentral.com"; path("restapi/v1.0/account/~/extension/~") } }`,
        'GET',
      ],
      [
        `val client = HttpClient(CIO)
client.get("${BASE}") { url { appendPathSegments("account", "~", "extension", id) } }`,
        'GET /restapi/v1.0/account/~/extension/{}',
      ],
      [
        `val client = HttpClient(CIO); client.get { url { takeFrom("${URL}"); parameters.append("a", "b") } }`,
        'GET',
      ],
      [
        `val client = HttpClient(CIO)
val r = client.request(HttpRequestBuilder().apply { method = HttpMethod.Delete; url("${URL}") })`,
        'DELETE',
      ],
      [
        `val client = HttpClient(CIO); client.prepareGet("${URL}").execute { it.bodyAsText() }`,
        'GET',
      ],
      [
        `val client = HttpClient(CIO)
client.submitForm(url = "${URL}", formParameters = parameters { append("a", "b") })`,
        'POST',
      ],
      [`val client = HttpClient(CIO); client.get("https://api.example.com${ME}")`],
    ],
  },
  'the clients of Java': {
    imports: `import java.net.*
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse`,
    cases: [
      [
        `val r = HttpRequest.newBuilder().uri(URI.create("${URL}")).GET().build()
HttpClient.newHttpClient().send(r, HttpResponse.BodyHandlers.ofString())`,
        'GET',
      ],
      [
        `val r = HttpRequest.newBuilder(URI("${URL}")).POST(HttpRequest.BodyPublishers.ofString(body)).build()`,
        'POST',
      ],
      [`val c = URL("${URL}").openConnection() as HttpURLConnection; c.inputStream.read()`, 'GET'],
      [
        `val c = URL("${URL}").openConnection() as HttpURLConnection; c.requestMethod = "PUT"; c.doOutput = true`,
        'PUT',
      ],
      [
        `(URL("${URL}").openConnection() as HttpURLConnection).apply { requestMethod = "DELETE"; connect() }`,
        'DELETE',
      ],
      [
        `with(URL("${URL}").openConnection() as HttpURLConnection) { doOutput = true; outputStream.write(body.toByteArray()) }`,
        'POST',
      ],
      [`val text = URL("${URL}").readText()`, 'GET'],
      [`val text = URL("${URL}").openStream().bufferedReader().use { it.readText() }`, 'GET'],
    ],
  },
  Spring: {
    imports: `import org.springframework.web.client.*
import org.springframework.web.reactive.function.client.*
import org.springframework.http.*`,
    cases: [
      [
        `val rest = RestTemplate(); rest.getForObject("${URL}", Me::class.java); rest.postForEntity("${URL}", body, Me::class.java); rest.exchange("${URL}", HttpMethod.PUT, null, Me::class.java)`,
        'GET',
        'POST',
        'PUT',
      ],
      [`val rest = RestTemplate(); val me = rest.getForObject<Me>("${URL}")`, 'GET'],
      [
        `val c = WebClient.create("${BASE}"); c.get().uri("/account/~/extension/~").retrieve().awaitBody<Me>()`,
        'GET',
      ],
      [
        `val c = WebClient.builder().baseUrl("${BASE}").build(); c.post().uri("/account/{id}/extension/~", id).bodyValue(body).retrieve()`,
        'POST /restapi/v1.0/account/{}/extension/~',
      ],
      [
        `val c = RestClient.create("${BASE}"); c.method(HttpMethod.DELETE).uri("/account/~/extension/~").retrieve()`,
        'DELETE',
      ],
    ],
  },
  Fuel: {
    imports: `import com.github.kittinunf.fuel.Fuel
import com.github.kittinunf.fuel.httpGet
import com.github.kittinunf.fuel.httpPost`,
    cases: [
      [`val (request, response, result) = "${URL}".httpGet().responseString()`, 'GET'],
      [
        `"${BASE}/account/$id/extension/~".httpPost().body(body).response { _ -> }`,
        'POST /restapi/v1.0/account/{}/extension/~',
      ],
      [
        `Fuel.get("${URL}").responseString(); Fuel.put("${URL}").body(body).response()`,
        'GET',
        'PUT',
      ],
    ],
  },
  khttp: {
    imports: 'import khttp.get\nimport khttp.post',
    cases: [
      [
        `khttp.get("${URL}").jsonObject; khttp.post(url = "${URL}", json = mapOf("a" to 1))`,
        'GET',
        'POST',
      ],
      [`val r = get("${URL}", headers = mapOf("a" to id))`, 'GET'],
    ],
  },
  'no client': {
    imports: '',
    cases: [
      [
        `val map = mutableMapOf<String, String>(); map.get("${ME}"); map["${ME}"]; prefs.getString("${ME}", "")`,
      ],
      [`println("${URL}"); Log.d("tag", "GET ${URL}"); throw IllegalStateException("${URL}")`],
    ],
  },
};

describe.each(Object.entries(CLIENTS))('%s', (_, { imports, cases }) => {
  it.each(cases)('%s', async (source, ...calls) => {
    const expected = calls.map((call) => (call.includes(' ') ? call : `${call} ${ME}`));
    const found = await callsIn(
      'A.kt',
      `package a\n${imports}\n// ringcentral\nclass A { suspend fun go(id: String, body: String) {\n${source}\n} }`,
    );
    expect(found.map((call) => call.replace(/^\d+ /, ''))).toEqual(expected);
  });
});

it.each([
  [
    'Retrofit',
    `import retrofit2.Retrofit
import retrofit2.http.*
interface Rc {
  @GET("account/~/extension/~") suspend fun me(): Me
  @Headers("A: b")
  @PUT("account/{id}/extension/~")
  suspend fun save(@Path("id") id: String, @Body me: Me): Me
}
object Net {
  private const val BASE = "${BASE}/" // ringcentral
  val rc: Rc by lazy { Retrofit.Builder().baseUrl(BASE).build().create(Rc::class.java) }
}
class A { suspend fun go() { Net.rc.me(); Net.rc.save("5", me) } }`,
    ['5 GET /restapi/v1.0/account/~/extension/~', '8 PUT /restapi/v1.0/account/{}/extension/~'],
  ],
  [
    'Retrofit with a server for each interface',
    `import retrofit2.Retrofit
import retrofit2.http.*
interface Rc { @GET("account/~/extension/~") fun me(): Call<Me> } // ringcentral
interface Other { @GET("account/~/extension/~") fun me(): Call<Me> }
fun client(base: String) = Retrofit.Builder().baseUrl(base).build()
val rc = Retrofit.Builder().baseUrl("${BASE}/").build().create(Rc::class.java)
val other = Retrofit.Builder().baseUrl("https://api.example.com/").build().create<Other>()`,
    ['4 GET /restapi/v1.0/account/~/extension/~'],
  ],
  [
    'Spring',
    `import org.springframework.web.service.annotation.*
@HttpExchange("${BASE}") // ringcentral
interface Rc {
  @GetExchange("/account/~/extension/~") fun me(): Me
  @PostExchange("/account/~/extension/~/sms") fun send(@RequestBody sms: Sms): Me
}
class A(private val rc: Rc) { fun go() { rc.me() } }`,
    ['5 GET /restapi/v1.0/account/~/extension/~', '6 POST /restapi/v1.0/account/~/extension/~/sms'],
  ],
  [
    'Feign',
    `import org.springframework.cloud.openfeign.FeignClient
import org.springframework.web.bind.annotation.*
@FeignClient(name = "rc", url = "${HOST}")
interface Rc { @GetMapping("/restapi/v1.0/account/~/extension/~") fun me(): Me }`,
    ['5 GET /restapi/v1.0/account/~/extension/~'],
  ],
  [
    'what the app serves itself',
    `import org.springframework.web.bind.annotation.*
@RestController
@RequestMapping("/restapi/v1.0")
class Rc { @GetMapping("/account/~/extension/~") fun me(): Me = Me() }`,
    [],
  ],
])('reads annotations of %s', async (_, source, calls) => {
  expect(await callsIn('A.kt', `package a\n${source}`)).toEqual(calls);
});
