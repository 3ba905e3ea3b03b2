// A request that is put together in steps, and handed to a function that is a value: that one may say the method.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const kotlin = (parameter: string, chain: string) =>
  `import okhttp3.*\nval http = OkHttpClient()\nfun rc(p: String, init: ${parameter}) =\n  http.newCall(${chain}).execute()\nfun del() = rc("/a") { it.delete() }`;
const java = (parameter: string, chain: string) =>
  `import okhttp3.*;\npublic class A { OkHttpClient http = new OkHttpClient();\nResponse rc(String p, ${parameter} init) { ${chain} }\nvoid del() { rc("/a", b -> b.delete()); } }`;
const URL = 'https://api.test/api';

it.each([
  [
    'kt',
    kotlin(
      '(Request.Builder) -> Request.Builder',
      `init(Request.Builder().url("${URL}$p")).build()`,
    ),
  ],
  [
    'kt',
    kotlin('(Request.Builder) -> Unit', `Request.Builder().url("${URL}$p").also(init).build()`),
  ],
  [
    'java',
    java(
      'UnaryOperator<Request.Builder>',
      `return http.newCall(init.apply(new Request.Builder().url("${URL}" + p)).build()).execute();`,
    ),
  ],
])('%s: %s', async (ending, text) => {
  const calls = (await findIn({ [`a.${ending}`]: text })).map((call) => call.replace(/^\S+ /, ''));
  expect(calls).toContain('? /api/a');
});
