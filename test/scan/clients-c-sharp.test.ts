// HTTP clients of C#: how each is called, and the request that it sends.
import { expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const HOST = 'https://platform.ringcentral.com';
const BASE = `${HOST}/restapi/v1.0`;
const ME = '/restapi/v1.0/account/~/extension/~';
const URL = `${HOST}${ME}`;

const cases: readonly [source: string, ...calls: string[]][] = [
  [
    `var c = new HttpClient(); await c.GetAsync("${URL}"); await c.PostAsync("${URL}", content); await c.GetStringAsync("${URL}"); await c.PutAsJsonAsync("${URL}", me);`,
    'GET',
    'POST',
    'GET',
    'PUT',
  ],
  [
    `var c = new HttpClient { BaseAddress = new Uri("${HOST}") }; await c.GetFromJsonAsync<Me>("${ME}"); await c.DeleteAsync("${ME}");`,
    'GET',
    'DELETE',
  ],
  [
    `var c = new HttpClient(); c.BaseAddress = new Uri("${BASE}/"); await c.GetAsync("account/~/extension/~");`,
    'GET',
  ],
  [
    `var c = new HttpClient { BaseAddress = new Uri("https://api.example.com") }; await c.GetAsync("${ME}");`,
  ],
  [`var r = new HttpRequestMessage(HttpMethod.Put, "${URL}"); await client.SendAsync(r);`, 'PUT'],
  [
    `var r = new HttpRequestMessage { Method = HttpMethod.Delete, RequestUri = new Uri("${URL}") }; await client.SendAsync(r);`,
    'DELETE',
  ],
  [
    `var r = new HttpRequestMessage(); r.Method = HttpMethod.Post; r.RequestUri = new Uri("${URL}"); await client.SendAsync(r);`,
    'POST',
  ],
  [
    `var r = new HttpRequestMessage(new HttpMethod("PATCH"), $"${BASE}/account/{id}/extension/~");`,
    'PATCH /restapi/v1.0/account/{}/extension/~',
  ],
  [
    `var c = new RestClient("${BASE}"); var r = new RestRequest("account/~/extension/~", Method.Post); await c.ExecuteAsync(r);`,
    'POST',
  ],
  [
    `var c = new RestClient("${BASE}"); var r = new RestRequest("/account/~/extension/~"); await c.GetAsync(r);`,
    'GET',
  ],
  [`var r = new RestRequest("${URL}", Method.PUT);`, 'PUT'],
  [
    `var r = (HttpWebRequest)WebRequest.Create("${URL}"); r.Method = "POST"; r.GetResponse();`,
    'POST',
  ],
  [`var r = WebRequest.Create("${URL}"); r.GetResponse();`, 'GET'],
  [
    `using var c = new WebClient(); c.DownloadString("${URL}"); c.UploadString("${URL}", body);`,
    'GET',
    'POST',
  ],
  [
    `await "${URL}".GetJsonAsync<Me>(); await "${BASE}".AppendPathSegment("account/~/extension/~").PostJsonAsync(me);`,
    'GET',
    'POST',
  ],
  [
    `var all = new Dictionary<string, HttpClient> { ["rc"] = new HttpClient { BaseAddress = new Uri("https://platform.ringcentral.com") } }; all.TryGetValue("rc", out var c); await c.GetAsync("${ME}");`,
    'GET',
  ],
  [
    `var rc = new RingCentral.RestClient("", "", ""); await rc.Get<Me>("${ME}"); await rc.Put<Me>("${ME}", me);`,
    'GET',
    'PUT',
  ],
  // without a URL it goes to the base
  [`var c = new RestClient("${URL}"); var r = new RestRequest(Method.GET); c.Execute(r);`, 'GET'],
  [
    `var c = new RestSharp.RestClient("${URL}"); c.Execute(new RestSharp.RestRequest(RestSharp.Method.POST));`,
    'POST',
  ],
  [
    `var d = new Dictionary<string, string>(); d.TryGetValue("${ME}", out var x); cache.Get("${ME}"); configuration.GetSection("${ME}");`,
  ],
];

it.each(cases)('%s', async (source, ...calls) => {
  const expected = calls.map((call) => (call.includes(' ') ? call : `${call} ${ME}`));
  const found = await callsIn(
    'a.cs',
    `// RingCentral\nclass A { async Task Go(string id) {\n${source}\n} }`,
  );
  expect(found.map((call) => call.replace(/^\d+ /, ''))).toEqual(expected);
});

it('reads attributes of interfaces', async () => {
  const source = `using Refit; // RingCentral
interface IRc { [Get("/restapi/v1.0/account/~/extension/~")] Task<Me> Me(); [Put("/restapi/v1.0/account/{id}/extension/~")] Task Save(string id); }`;
  expect(await callsIn('a.cs', source)).toEqual([
    '2 GET /restapi/v1.0/account/~/extension/~',
    '2 PUT /restapi/v1.0/account/{}/extension/~',
  ]);
});
