// HTTP clients of Python: how each is called, and the request that it sends.
import { expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const HOST = 'https://platform.ringcentral.com';
const BASE = `${HOST}/restapi/v1.0`;
const ME = '/restapi/v1.0/account/~/extension/~';
const URL = `${HOST}${ME}`;

const cases: readonly [source: string, ...calls: string[]][] = [
  [
    `import requests\nrequests.get("${URL}")\nrequests.post("${URL}", json=body)\nrequests.request("PUT", "${URL}")`,
    'GET',
    'POST',
    'PUT',
  ],
  [
    `import requests\nrequests.request(method="PATCH", url="${URL}")\nrequests.get(url="${URL}", headers=headers)`,
    'PATCH',
    'GET',
  ],
  [
    `import requests\nsession = requests.Session()\nsession.get(f"${BASE}/account/{account}/extension/~")\nsession.request("DELETE", "${URL}")`,
    'GET /restapi/v1.0/account/{}/extension/~',
    'DELETE',
  ],
  [`from requests import get, post as send\nget("${URL}")\nsend("${URL}")`, 'GET', 'POST'],
  [
    `import requests as r\nwith r.Session() as s:\n    s.put("%s/account/~/extension/~" % "${BASE}")`,
    'PUT',
  ],
  [
    `import requests\nprepared = requests.Request("POST", "${URL}", json=body).prepare()\nrequests.Session().send(prepared)`,
    'POST',
  ],
  [
    `from requests_toolbelt.sessions import BaseUrlSession\ns = BaseUrlSession(base_url="${BASE}/")\ns.get("account/~/extension/~")`,
    'GET',
  ],
  [
    `import httpx\nhttpx.get("${URL}")\nclient = httpx.Client(base_url="${BASE}")\nclient.post("/account/~/extension/~")\nclient.request("PUT", "/account/~/extension/~")`,
    'GET',
    'POST',
    'PUT',
  ],
  [
    `import httpx\nasync def go():\n    async with httpx.AsyncClient() as client:\n        await client.delete("${URL}")`,
    'DELETE',
  ],
  [`import httpx\nclient = httpx.Client(base_url="https://api.example.com")\nclient.get("${ME}")`],
  [
    `import aiohttp\nasync def go():\n    async with aiohttp.ClientSession() as s:\n        async with s.get("${URL}") as r: pass\n        await s.request("PUT", "${URL}")`,
    'GET',
    'PUT',
  ],
  [
    `import aiohttp\nasync def go():\n    async with aiohttp.ClientSession("${HOST}") as s:\n        await s.post("${ME}")`,
    'POST',
  ],
  [
    `import urllib.request\nurllib.request.urlopen("${URL}")\nurllib.request.urlopen(urllib.request.Request("${URL}", data=body, method="PUT"))`,
    'GET',
    'PUT',
  ],
  [
    `from urllib.request import Request, urlopen\nreq = Request("${URL}", data=body)\nurlopen(req)`,
    'POST',
  ],
  [
    `from urllib.request import Request, urlopen\nreq = Request("${URL}")\nreq.get_method = lambda: "DELETE"\nurlopen(req)`,
    'DELETE',
  ],
  [
    `import http.client\nc = http.client.HTTPSConnection("platform.ringcentral.com")\nc.request("POST", "${ME}", body)`,
    'POST',
  ],
  [
    `import http.client\nc = http.client.HTTPSConnection("api.example.com")\nc.request("POST", "${ME}", body)`,
  ],
  [`import urllib3\nhttp = urllib3.PoolManager()\nhttp.request("GET", "${URL}")`, 'GET'],
  [
    `from urllib.parse import urljoin\nimport requests\nrequests.get(urljoin("${HOST}", "${ME}"))\nrequests.get("/".join(["${BASE}", "account", "~", "extension", "~"]))`,
    'GET',
    'GET',
  ],
  [
    `from ringcentral import SDK\nplatform = SDK("", "", "").platform()\nplatform.get("${ME}")\nplatform.post("/account/~/extension/~", body)\nplatform.put(url="${ME}", body=body)`,
    'GET',
    'POST /account/~/extension/~',
    'PUT',
  ],
  [
    `from ringcentral import SDK\nsdk = SDK("", "", "")\nbuilder = sdk.create_multipart_builder()\nbuilder.set_body(body)\nrequest = builder.request("${ME}")\nsdk.platform().send_request(request)`,
    'POST',
  ],
  [
    `import requests\nclass Rc:\n    BASE = "${BASE}"\n    def __init__(self):\n        self.session = requests.Session()\n    def _call(self, method, path, **kwargs):\n        return self.session.request(method, self.BASE + path, **kwargs)\n    def me(self):\n        return self._call("GET", "/account/~/extension/~")`,
    'GET',
  ],
  [
    `import requests\ndef call(path, method="get"):\n    return getattr(requests, method)("${BASE}" + path)\ncall("/account/~/extension/~")\ncall("/account/~/extension/~", method="delete")`,
    'GET',
    'DELETE',
  ],
  [
    `import requests, functools\nfetch = functools.partial(requests.request, "GET")\nfetch("${URL}")`,
    'GET',
  ],
  [`requests = {}\nrequests.get("${ME}")`],
];

it.each(cases)('%s', async (source, ...calls) => {
  const expected = calls.map((call) => (call.includes(' ') ? call : `${call} ${ME}`));
  const found = await callsIn('a.py', `# ringcentral\n${source}`);
  expect(found.map((call) => call.replace(/^\d+ /, ''))).toEqual(expected);
});
