// Code beside a matrix of an API of one's own: a base that comes out of the environment, and what stands for it.
import { describe, expect, it } from 'vitest';
import { apiOf, callText, scanFiles } from './scan-files.js';

const matrix = (...lines: string[]) =>
  apiOf(`version: 1
api: billing
permissions: { read: Read, pay: Pay }
${lines.join('\n')}
routes:
  GET /invoices: read
  GET /invoices/{id}: read
  POST /invoices/{id}/pay: pay
`);
const NAMED = matrix(`servers: ["\${BILLING_URL}"]`);
const PLAIN = matrix();

const seen = async (file: string, source: string, apis: typeof NAMED): Promise<string[]> => {
  const { calls } = await scanFiles({ [file]: source }, [], undefined, apis);
  return calls.map((call) => {
    const text = callText(call).replace(/^\S+ /, '');
    return call.possible ? `possibly ${text}` : text;
  });
};

const LIST = 'GET /invoices';
const PAY = 'POST /invoices/7/pay';

/** The same two calls in each language. */
const languages: readonly [file: string, source: string][] = [
  [
    'a.js',
    `import axios from 'axios';
     const api = axios.create({ baseURL: process.env.BILLING_URL });
     api.get('/invoices');
     api.post('/invoices/7/pay');`,
  ],
  [
    'a.ts',
    `const { BILLING_URL } = process.env;
     fetch(\`\${BILLING_URL}/invoices\`);
     fetch(BILLING_URL + '/invoices/7/pay', { method: 'POST' });`,
  ],
  [
    'a.py',
    `import os, requests
base = os.environ["BILLING_URL"]
requests.get(f"{base}/invoices")
requests.post(os.getenv("BILLING_URL").rstrip("/") + "/invoices/7/pay")`,
  ],
  [
    'a.go',
    `package main
import ("net/http"; "os")
func main() {
	base, _ := os.LookupEnv("BILLING_URL")
	http.Get(base + "/invoices")
	http.Post(os.Getenv("BILLING_URL")+"/invoices/7/pay", "", nil)
}`,
  ],
  [
    'a.rb',
    `require 'faraday'
conn = Faraday.new(url: ENV.fetch('BILLING_URL'))
conn.get('/invoices')
HTTParty.post("#{ENV['BILLING_URL']}/invoices/7/pay")`,
  ],
  [
    'a.php',
    `<?php
$client = new GuzzleHttp\\Client(['base_uri' => getenv('BILLING_URL')]);
$client->get('/invoices');
Http::post($_ENV['BILLING_URL'] . '/invoices/7/pay');`,
  ],
  [
    'A.java',
    `import org.springframework.web.client.RestTemplate;
class A { void a() {
  String base = System.getenv("BILLING_URL");
  new RestTemplate().getForObject(base + "/invoices", String.class);
  new RestTemplate().postForObject(base + "/invoices/7/pay", null, String.class);
} }`,
  ],
  [
    'A.cs',
    `using System.Net.Http;
class A { void a() {
  var c = new HttpClient { BaseAddress = new Uri(Environment.GetEnvironmentVariable("BILLING_URL")) };
  c.GetAsync("/invoices");
  c.PostAsync("/invoices/7/pay", null);
} }`,
  ],
  ['a.sh', `curl "$BILLING_URL/invoices"\ncurl -X POST "\${BILLING_URL%/}/invoices/7/pay"`],
];

describe('a base out of the environment', () => {
  it.each(languages)('is that of the only API in %s', async (file, source) => {
    expect(await seen(file, source, PLAIN)).toEqual([LIST, PAY]);
  });

  it.each(languages)('is the server that is named by it in %s', async (file, source) => {
    expect(await seen(file, source, NAMED)).toEqual([LIST, PAY]);
  });
});

/** Further ways to read the variable that the matrix names. */
const ways: readonly [what: string, file: string, source: string, calls: string[]][] = [
  [
    'beside a default',
    'a.js',
    `const base = process.env.BILLING_URL || 'http://localhost:3000'; fetch(base + '/invoices');`,
    [LIST],
  ],
  [
    'a default of the call',
    'a.py',
    `import os, requests\nrequests.get(os.environ.get("BILLING_URL", "http://localhost") + "/invoices")`,
    [LIST],
  ],
  [
    'a default of a map',
    'A.java',
    `class A { static final String B = System.getenv().getOrDefault("BILLING_URL", "http://x");
     void a() { new RestTemplate().getForObject(B + "/invoices", String.class); } }`,
    [LIST],
  ],
  [
    'a default of a script',
    'a.sh',
    `: "\${BILLING_URL:=http://x}"\ncurl "$BILLING_URL/invoices"`,
    [LIST],
  ],
  [
    'a script that sets it to itself',
    'a.sh',
    `BILLING_URL="\${BILLING_URL:-http://x}"\ncurl "$BILLING_URL/invoices"`,
    [LIST],
  ],
  ['without the slash', 'a.js', "fetch(process.env.BILLING_URL + 'invoices');", [LIST]],
  ['behind a scheme', 'a.js', `fetch(\`https://\${process.env.BILLING_URL}/invoices\`);`, [LIST]],
  [
    'the host alone, in another variable',
    'a.js',
    `/* BILLING_URL */ fetch(\`https://\${process.env.HOST}:8080/invoices/\${id}/pay\`, { method: 'POST' });`,
    ['POST /invoices/{}/pay'],
  ],
  ['a path that no row has', 'a.js', "fetch(process.env.BILLING_URL + '/lab');", ['GET /lab']],
  [
    'a function of the app',
    'a.js',
    `const env = (name) => process.env[name]; fetch(env('BILLING_URL') + '/invoices');`,
    [LIST],
  ],
  [
    'an object of a framework',
    'a.ts',
    `export default { fetch: (req: Request, env: Env) => fetch(env.BILLING_URL + '/invoices') };`,
    [LIST],
  ],
  [
    'a class of settings',
    'a.py',
    `import requests
class Settings(BaseSettings):
    BILLING_URL: str
requests.get(Settings().BILLING_URL + "/invoices")`,
    [LIST],
  ],
  [
    'a word below another base',
    'a.js',
    "fetch(process.env.BILLING_URL + '/invoices/1'); fetch(process.env.USERS_URL + '/invoices');",
    ['GET /invoices/1', 'possibly GET /invoices'],
  ],
  [
    'a longer path below another base',
    'a.js',
    `/* BILLING_URL */ fetch(process.env.PROXY + \`/invoices/\${id}/pay\`, { method: "POST" });`,
    ['POST /invoices/{}/pay'],
  ],
  [
    'a constant of that name',
    'a.js',
    "const BILLING_URL = 'https://x.example'; fetch(BILLING_URL + '/invoices');",
    [],
  ],
  ['another host', 'a.js', "fetch('https://x.example/invoices'); // BILLING_URL", []],
];

it.each(ways)('of the environment: %s', async (_, file, source, calls) => {
  expect(await seen(file, source, NAMED)).toEqual(calls);
});

it('is a doubt where a library is given it', async () => {
  const source = "import { Sdk } from 'sdk';\nnew Sdk({ url: process.env.BILLING_URL });\n";
  const { accounting } = await scanFiles({ 'a.js': source }, [], undefined, NAMED);
  expect(accounting?.doubts.map(({ reason }) => reason)).toEqual([
    'a host of the API is given to Sdk()',
  ]);
});

it('names the API in files that are not read, and is no doubt where it is set', async () => {
  const files = {
    Makefile: 'x:\n\tcurl $(BILLING_URL)/invoices/7/pay\n',
    'a.swift': 'client.get(System.getenv("BILLING_URL") + "/invoices")',
    '.env': 'BILLING_URL=https://billing.example/v1/x\n',
  };
  const { calls, accounting } = await scanFiles(files, [], undefined, NAMED);
  expect(calls.map(callText)).toEqual(['Makefile:2 GET /invoices/7/pay']);
  expect(accounting?.doubts.map(({ location }) => location.file)).toEqual(['app/a.swift']);
});

it('shows where the base is read', async () => {
  const source = "const base = process.env.BILLING_URL;\nfetch(base + '/invoices');\n";
  const { calls } = await scanFiles({ 'a.js': source }, [], undefined, NAMED);
  expect(calls[0]?.trace?.parts.map(({ text, location }) => [text, location.line])).toEqual([
    [`\${BILLING_URL}`, 1],
    ['/invoices', 2],
  ]);
});
