// HTTP clients of Go: how each is called, and the request that it sends.
import { expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const HOST = 'https://platform.ringcentral.com';
const BASE = `${HOST}/restapi/v1.0`;
const ME = '/restapi/v1.0/account/~/extension/~';
const URL = `${HOST}${ME}`;

const cases: readonly [source: string, ...calls: string[]][] = [
  [
    `http.Get("${URL}"); http.Post("${URL}", "application/json", body); http.PostForm("${URL}", form); http.Head("${URL}")`,
    'GET',
    'POST',
    'POST',
    'HEAD',
  ],
  [`req, err := http.NewRequest("PUT", "${URL}", body); client.Do(req)`, 'PUT'],
  [
    `req, _ := http.NewRequestWithContext(ctx, http.MethodDelete, "${BASE}"+"/account/~/extension/~", nil); http.DefaultClient.Do(req)`,
    'DELETE',
  ],
  [
    `req := &http.Request{Method: "PATCH", URL: u}; u, _ = url.Parse("${URL}"); client.Do(req)`,
    'PATCH',
  ],
  [
    `path := fmt.Sprintf("%s/account/%s/extension/~", "${BASE}", id); http.Get(path)`,
    'GET /restapi/v1.0/account/{}/extension/~',
  ],
  [`u, _ := url.JoinPath("${BASE}", "account", "~", "extension", "~"); http.Get(u)`, 'GET'],
  [
    `client := resty.New().SetBaseURL("${BASE}"); client.R().SetBody(me).Post("/account/~/extension/~"); client.R().Get("account/~/extension/~")`,
    'POST',
    'GET',
  ],
  [`resty.New().R().Execute("PUT", "${URL}")`, 'PUT'],
  [
    `send := func(ctx context.Context, method string, path string) { req, _ := http.NewRequestWithContext(ctx, method, "${BASE}"+path, nil); client.Do(req) }; send(ctx, http.MethodPut, "/account/~/extension/~")`,
    'PUT',
  ],
  [`http.Get("https://api.example.com${ME}")`],
  [
    `req.Header.Get("${ME}"); r.FormValue("${ME}"); http.HandleFunc("${ME}", serve); m := map[string]string{}; _ = m["${ME}"]`,
  ],
];

it.each(cases)('%s', async (source, ...calls) => {
  const expected = calls.map((call) => (call.includes(' ') ? call : `${call} ${ME}`));
  const file = `package a // ringcentral
import ("fmt"; "net/http"; "net/url"; "github.com/go-resty/resty/v2")
func Go(id string) {
${source}
}`;
  const found = await callsIn('a.go', file);
  expect(found.map((call) => call.replace(/^\d+ /, ''))).toEqual(expected);
});
