// A request to a host of the API and nothing behind it: a look whether it answers, or what a client is made for.
import { expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const HOST = 'https://platform.ringcentral.com';

it.each([
  ['a look at it', 'a.js', `fetch('${HOST}');`, []],
  ['the head of it', 'a.sh', `curl --head ${HOST}`, []],
  [
    'a client that is made for it',
    'A.java',
    `import javax.ws.rs.client.*;\nclass A { WebTarget t = ClientBuilder.newClient().target("${HOST}"); void go() { t.path("account").path("~").request().get(); } }`,
    ['2 ? /'],
  ],
])('%s', async (_, file, source, calls) => {
  expect(await callsIn(file, source)).toEqual(calls);
});
