// HTTP clients of Java: how each is called, and the request that it sends.
import { expect, it } from 'vitest';
import { callsIn, callText, scanFiles } from './scan-files.js';

const HOST = 'https://platform.ringcentral.com';
const BASE = `${HOST}/restapi/v1.0`;
const ME = '/restapi/v1.0/account/~/extension/~';
const URL = `${HOST}${ME}`;

const cases: readonly [source: string, ...calls: string[]][] = [
  [
    `URL url = new URL("${URL}"); HttpURLConnection c = (HttpURLConnection) url.openConnection(); c.getInputStream();`,
    'GET',
  ],
  [
    `URL url = new URL("${URL}"); HttpURLConnection c = (HttpURLConnection) url.openConnection(); c.setRequestMethod("PUT"); c.setDoOutput(true);`,
    'PUT',
  ],
  [
    `HttpsURLConnection c = (HttpsURLConnection) new URL("${BASE}" + "/account/~/extension/~").openConnection(); c.setDoOutput(true);`,
    'POST',
  ],
  [`InputStream in = new URL("${URL}").openStream();`, 'GET'],
  [
    `HttpRequest r = HttpRequest.newBuilder().uri(URI.create("${URL}")).GET().build(); HttpClient.newHttpClient().send(r, ofString());`,
    'GET',
  ],
  [
    `HttpRequest r = HttpRequest.newBuilder().uri(URI.create("${URL}")).header("a", "b").POST(BodyPublishers.ofString(body)).build(); client.send(r, ofString());`,
    'POST',
  ],
  [
    `HttpRequest r = HttpRequest.newBuilder(URI.create("${URL}")).method("PATCH", BodyPublishers.noBody()).build();`,
    'PATCH',
  ],
  [
    `HttpRequest.Builder b = HttpRequest.newBuilder(); b.uri(new URI("${URL}")); b.DELETE(); client.send(b.build(), ofString());`,
    'DELETE',
  ],
  [`HttpRequest r = HttpRequest.newBuilder().uri(URI.create("${URL}")).build();`, 'GET'],
  [
    `Request r = new Request.Builder().url("${URL}").post(body).build(); new OkHttpClient().newCall(r).execute();`,
    'POST',
  ],
  [`Request r = new Request.Builder().url("${URL}").build(); client.newCall(r).execute();`, 'GET'],
  [`Request r = new Request.Builder().method("PUT", body).url("${URL}").build();`, 'PUT'],
  [`HttpGet get = new HttpGet("${URL}"); client.execute(get);`, 'GET'],
  [
    `HttpPost post = new HttpPost(); post.setURI(URI.create("${URL}")); client.execute(post);`,
    'POST',
  ],
  [
    `RestTemplate rest = new RestTemplate(); rest.getForObject("${URL}", Me.class); rest.postForEntity("${URL}", body, Me.class); rest.exchange("${URL}", HttpMethod.PUT, entity, Me.class);`,
    'GET',
    'POST',
    'PUT',
  ],
  [
    `RestTemplate rest = new RestTemplate(); rest.getForObject("${BASE}/account/{account}/extension/~", Me.class, id);`,
    'GET /restapi/v1.0/account/{}/extension/~',
  ],
  [
    `WebClient c = WebClient.create("${BASE}"); c.get().uri("/account/~/extension/~").retrieve(); c.post().uri("/account/~/extension/~").bodyValue(b).retrieve();`,
    'GET',
    'POST',
  ],
  [
    `WebClient c = WebClient.builder().baseUrl("${BASE}").build(); c.method(HttpMethod.DELETE).uri("/account/~/extension/~").retrieve();`,
    'DELETE',
  ],
  [`WebClient c = WebClient.create("https://api.example.com"); c.get().uri("${ME}").retrieve();`],
  [`Unirest.get("${URL}").asJson(); Unirest.post("${URL}").body(b).asJson();`, 'GET', 'POST'],
  [`ClientBuilder.newClient().target("${URL}").request().get();`, 'GET'],
  [`Jsoup.connect("https://www.example.com").get();`],
  [
    `RestClient rc = new com.ringcentral.RestClient("", "", ""); rc.get("${ME}"); rc.post("${ME}", body); rc.delete("/restapi/v1.0/account/~/extension/~");`,
    'GET',
    'POST',
    'DELETE',
  ],
  [
    `Map<String, String> map = new HashMap<>(); map.get("${ME}"); props.getProperty("${ME}"); json.getString("${ME}");`,
  ],
];

it.each(cases)('%s', async (source, ...calls) => {
  const expected = calls.map((call) => (call.includes(' ') ? call : `${call} ${ME}`));
  const found = await callsIn(
    'A.java',
    `// ringcentral\nclass A { void go(String id, String body) throws Exception {\n${source}\n} }`,
  );
  expect(found.map((call) => call.replace(/^\d+ /, ''))).toEqual(expected);
});

it('reads annotations of interfaces', async () => {
  const source = `import retrofit2.http.*; // ringcentral
interface Rc { @GET("restapi/v1.0/account/~/extension/~") Call<Me> me(); @PUT("/restapi/v1.0/account/{id}/extension/~") Call<Me> save(@Path("id") String id, @Body Me me); }
class A { void go(Rc rc) { rc.me().execute(); rc.save("5", me); } }`;
  expect(await callsIn('A.java', source)).toEqual([
    '2 GET /restapi/v1.0/account/~/extension/~',
    '2 PUT /restapi/v1.0/account/{}/extension/~',
  ]);
});

it('follows names past a base class that is not in the tree', async () => {
  const { calls } = await scanFiles({
    'Driver.java': `package a; import lib.BaseDriver; // ringcentral
public class Driver extends BaseDriver<Conf> { public static final String ME = "${ME}"; }`,
    'Users.java': `package a; import lib.Invocator;
class Users implements Invocator<Driver> { void go(Driver driver) { driver.executeGetRequest(Driver.ME, Me.class); } }`,
  });
  expect(calls.map(callText)).toEqual([`Users.java:2 GET ${ME}`]);
});
