// A function that is given a builder of URLs: its path goes below the base of the client.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const java = (call: string) =>
  `import org.springframework.web.reactive.function.client.WebClient;\npublic class A { WebClient web = WebClient.create("https://api.test");\nvoid a() { ${call} } }`;
const kotlin = (call: string) =>
  `import org.springframework.web.client.RestClient\nclass B { val web = RestClient.create("https://api.test")\nfun a() = ${call} }`;

it.each([
  [
    'java',
    java('web.get().uri(u -> u.path("/api/a").queryParam("n", 1).build()).retrieve();'),
    'GET /api/a',
  ],
  [
    'java',
    java('web.post().uri(b -> b.path("/api/b").build()).bodyValue("x").retrieve();'),
    'POST /api/b',
  ],
  [
    'java',
    java('web.get().uri(u -> { return u.path("/api").path("/c").build(); }).retrieve();'),
    'GET /api/c',
  ],
  ['kt', kotlin('web.delete().uri { it.path("/api/d").build() }.retrieve()'), 'DELETE /api/d'],
])('%s: %s', async (ending, text, call) => {
  const calls = await findIn({ [`a.${ending}`]: text });
  expect(calls.map((one) => one.replace(/^\S+ /, ''))).toEqual([call]);
});
