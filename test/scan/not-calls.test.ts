// What names a path of the API and calls nothing: in each language, silence.
import { describe, expect, it } from 'vitest';
import { whyLeftOut } from '../../src/scan/sources/exclusions.js';
import { callsIn, scanFiles } from './scan-files.js';

const LOG = '/restapi/v1.0/account/~/call-log';
const URL = `https://platform.ringcentral.com${LOG}`;

const silent: readonly [what: string, file: string, source: string][] = [
  // comments and documentation
  ['a comment', 'a.js', `// fetch('${URL}')\n/* platform.get('${LOG}') */`],
  ['a doc comment', 'a.ts', `/**\n * @example await fetch('${URL}')\n */\nexport const x = 1;`],
  ['a comment', 'a.py', `# requests.get('${URL}')`],
  ['a docstring', 'a.py', `def f():\n    """requests.get("${URL}")"""\n    return 1`],
  ['a comment', 'a.rb', `# RestClient.get '${URL}'\n=begin\nRestClient.get '${URL}'\n=end`],
  ['a comment', 'a.php', `<?php // $platform->get('${LOG}');\n/* $platform->get('${LOG}'); */`],
  [
    'a doc comment',
    'A.java',
    `/** {@code rc.get("${LOG}")} */ class A { /* rc.get("${LOG}"); */ }`,
  ],
  ['a doc comment', 'a.cs', `/// <code>rc.Get("${LOG}")</code>\nclass A { }`],
  ['a comment', 'a.go', `package a\n// http.Get("${URL}")\n`],
  ['text outside of PHP', 'a.php', `<p>$platform->get('${LOG}')</p>`],
  // texts
  ['a constant that nothing sends', 'a.js', `export const LOG = '${URL}';`],
  ['a log line', 'a.js', `console.log('calling ${URL}'); logger.info(\`GET ${LOG}\`);`],
  ['an error message', 'a.py', `raise ValueError("cannot get ${URL}")`],
  [
    'a prompt for a language model',
    'a.js',
    `const prompt = \`Write code such as\nawait fetch('${URL}');\nplatform.get('${LOG}')\`; ask(prompt);`,
  ],
  ['a heredoc', 'a.rb', `HELP = <<~TEXT\n  RestClient.get '${URL}'\nTEXT\nputs HELP`],
  ['a text block', 'A.java', `class A { String help = """\n  rc.get("${LOG}");\n  """; }`],
  ['a raw string', 'a.go', `package a\nvar help = \`http.Get("${URL}")\``],
  [
    'a comparison',
    'a.js',
    `if (req.path === '${LOG}') next(); const known = ['${LOG}'].includes(path);`,
  ],
  [
    'a regular expression',
    'a.js',
    `const pattern = /restapi\\/v1.0\\/account/; pattern.test(path);`,
  ],
  [
    'a map, a cache and an environment',
    'a.js',
    `const m = new Map(); m.get('${LOG}'); cache.set('${LOG}', 1); headers.get('${LOG}');`,
  ],
  ['a dict and an environment', 'a.py', `d = {}\nd.get("${LOG}")\nos.environ.get("${LOG}")`],
  ['a link on a page', 'a.tsx', `export const Docs = () => <a href="${URL}">call log</a>;`],
  // routes that the app itself serves
  [
    'a route of a server that a parameter is given',
    'a.js',
    `function list(router) {\n  router.get('${LOG}', (req, res) => res.end());\n}\nlist(require('express').Router());`,
  ],
  [
    'a route of Express',
    'a.js',
    `const express = require('express'); const app = express();\napp.get('${LOG}', (req, res) => res.send(rows));\napp.post('/restapi/v1.0/x', handler);\nfunction handler() {}`,
  ],
  [
    'a router of Express',
    'a.ts',
    `import { Router } from 'express';\nexport const routes = Router();\nroutes.get('${LOG}', list);\nasync function list(req, res) {}`,
  ],
  [
    'a route of Fastify',
    'a.js',
    `const server = require('fastify')();\nserver.get('${LOG}', async () => []);`,
  ],
  [
    'a route of Flask',
    'a.py',
    `from flask import Flask\napp = Flask(__name__)\n@app.get("${LOG}")\ndef log():\n    return []`,
  ],
  [
    'a route of FastAPI',
    'a.py',
    `from fastapi import APIRouter\nrouter = APIRouter()\n@router.post("${LOG}")\nasync def log(): ...`,
  ],
  [
    'a route of Django',
    'a.py',
    `urlpatterns = [path("${LOG}", views.log), re_path(r"^restapi/", views.any)]`,
  ],
  [
    'a route of Spring',
    'A.java',
    `@RestController class A { @GetMapping("${LOG}") List<Row> log() { return rows; } @RequestMapping(value = "${LOG}", method = RequestMethod.POST) void add() { } }`,
  ],
  [
    'a route of ASP.NET',
    'a.cs',
    `[Route("restapi/v1.0")] class A : Controller { [HttpGet("${LOG}")] public IActionResult Log() => Ok(); }`,
  ],
  [
    'a minimal route of ASP.NET',
    'a.cs',
    `var app = builder.Build();\napp.MapGet("${LOG}", () => rows);\napp.MapPost("${LOG}", Handler);`,
  ],
  ['a route of Sinatra', 'a.rb', `require 'sinatra'\nget '${LOG}' do\n  rows.to_json\nend`],
  [
    'a route of Rails',
    'a.rb',
    `Rails.application.routes.draw do\n  get '${LOG}', to: 'log#index'\n  post '${LOG}' => 'log#create'\nend`,
  ],
  [
    'a route of Laravel',
    'a.php',
    `<?php use Illuminate\\Support\\Facades\\Route;\nRoute::get('${LOG}', function () { return []; });\nRoute::post('${LOG}', [LogController::class, 'store']);`,
  ],
  [
    'a route of Slim',
    'a.php',
    `<?php $app = \\Slim\\Factory\\AppFactory::create();\n$app->get('${LOG}', function ($req, $res) { return $res; });`,
  ],
  [
    'a route of net/http',
    'a.go',
    `package a\nimport "net/http"\nfunc main() { http.HandleFunc("${LOG}", serve) }`,
  ],
  [
    'a route of gin',
    'a.go',
    `package a\nimport "github.com/gin-gonic/gin"\nfunc main() { r := gin.Default(); r.GET("${LOG}", serve) }\nfunc serve(c *gin.Context) {}`,
  ],
  [
    'a route of Laravel without a slash',
    'a.php',
    `<?php use Illuminate\\Support\\Facades\\Route;\nRoute::post('ai/process', [AiController::class, 'process']);\nRoute::prefix('restapi')->group(function () { Route::get('v1.0/account/{id}/call-log', [LogController::class, 'x']); });`,
  ],
  [
    'a route of Slim that a class answers',
    'a.php',
    `<?php return function (App $app) { $app->get('${LOG}', LogAction::class); $app->post('${LOG}', [LogAction::class, 'add']); };`,
  ],
  [
    'a route of Rails in a namespace, and one without an action',
    'config/routes.rb',
    `Rails.application.routes.draw do\n  get '${LOG}'\n  namespace :restapi do\n    get 'v1.0/account/:id/presence', to: 'x#y'\n  end\nend`,
  ],
  [
    'a route of Fastify in options',
    'a.js',
    `export const log = (fastify) => fastify.route({ method: 'GET', url: '${LOG}', handler: list });\nconst list = () => [];`,
  ],
  [
    'routes of chi and echo',
    'a.go',
    `package a\nimport (\n"github.com/go-chi/chi/v5"\n"github.com/labstack/echo/v4"\n)\nfunc main() { c := chi.NewRouter(); c.Route("/restapi/v1.0", func(r chi.Router) { r.Get("/account/{id}/call-log", serve) }); e := echo.New(); e.GET("${LOG}", serve) }`,
  ],
  [
    'a route of Javalin and of Spark',
    'A.java',
    `import static spark.Spark.*; import io.javalin.Javalin;\nclass A { void f() { get("${LOG}", (q, s) -> 1); Javalin app = Javalin.create(); app.get("${LOG}", A::list); } }`,
  ],
  [
    'a mock of msw',
    'a.js',
    `import { http } from 'msw';\nexport const handlers = [http.get('${URL}', () => rows)];`,
  ],
  // data of an answer
  [
    'a field of an answer that a function gives back',
    'a.py',
    `import httpx\nclass Rc:\n    async def ask(self, method, path):\n        async with httpx.AsyncClient(base_url="https://example.com/ringcentral") as c:\n            if not path:\n                return {"error": "no path"}\n            return (await c.request(method, path)).json()\n    async def rows(self, rc_logs: dict):\n        found = await self.ask("GET", None)\n        rc_logs.get("records")\n        for one in found.get("records", []):\n            one.get("from", {}).get("phoneNumber")\n        return found.get("error")`,
  ],
  [
    'headers and data of an answer',
    'a.js',
    `const axios = require('axios');\nconst rc = axios.create({ baseURL: 'https://example.com/ringcentral' });\nexport async function f() { const r = await rc.get('/x'); r.headers.get('/account/~'); r.data.get('/account/~/call-log'); }`,
  ],
  // what opens something else
  [
    'a file',
    'a.py',
    `HOST = "https://platform.ringcentral.com"\nfor p in ["./config.json", path]:\n    with open(p) as f:\n        f.read()`,
  ],
  [
    'a value of a hook that has the name of the API',
    'a.tsx',
    `import { useRingCentralStatus } from '@/hooks/useRingCentralStatus';\nexport function Row({ id }) { const { byUser } = useRingCentralStatus(); return byUser.has(id) && byUser.get(id); }`,
  ],
  // a host alone
  ['the head of a host', 'a.sh', 'curl --head https://platform.ringcentral.com'],
  [
    'whether a host answers',
    'a.js',
    `fetch('https://platform.ringcentral.com/'); fetch('https://platform.ringcentral.com', { method: 'HEAD' });`,
  ],
  // other vendors
  [
    'a version that the API has not, on a base that is not known',
    'a.js',
    `// ringcentral\nfetch(\`\${base}/restapi/v2.1/accounts/\${id}/envelopes\`, { method: 'POST' });\nfetch('https://demo.docusign.net/restapi/v2/accounts/1/envelopes');`,
  ],
  [
    'other products of the vendor',
    'a.js',
    `fetch('https://ringcx.ringcentral.com/voice/api/v1/admin/accounts'); fetch(\`https://\${to}.ringcentral.com/voice/api/v1/admin/accounts\`);\nfetch(\`https://\${to}.digital.ringcentral.com/1.0/contents\`); fetch(\`\${cx}/voice/api/v1/admin/accounts\`);`,
  ],
  ['another host', 'a.js', `fetch('https://api.example.com${LOG}'); // not ringcentral`],
  [
    'another host',
    'a.py',
    `import requests\nBASE = "https://api.example.com"\nrequests.get(BASE + "${LOG}")`,
  ],
  [
    'a host that only looks like it',
    'a.js',
    `fetch('https://platform.ringcentral.com.evil.example${LOG}');`,
  ],
  [
    'a path of another API on a base that is not known',
    'a.js',
    `// ringcentral\nfetch(\`\${base}/v1/users\`);`,
  ],
];

const heard: readonly [what: string, file: string, source: string, calls: readonly string[]][] = [
  [
    'a request with a callback, of a variable that a server may be called',
    'a.js',
    `const rc = new SDK().platform();\nexport const list = (api) => api.get('${LOG}', { page: 1 });`,
    [`2 GET ${LOG}`],
  ],
  [
    'what answers behind a path, of a client that is called like a server',
    'a.js',
    `const axios = require('axios');\nconst api = axios.create({ baseURL: 'https://platform.ringcentral.com' });\napi.get('${LOG}', (error, answer) => answer);`,
    [`3 GET ${LOG}`],
  ],
  [
    'the same of a client of the vendor',
    'a.js',
    `const api = require('ringcentral').platform();\napi.get('${LOG}', (error, answer) => answer);`,
    [`2 GET ${LOG}`],
  ],
  [
    'a client that is given to a parameter which is called like a server, and a server',
    'a.js',
    `const axios = require('axios');\nfunction list(app) {\n  app.get('${LOG}', (error, answer) => answer);\n}\nlist(axios.create({ baseURL: 'https://platform.ringcentral.com' }));\nlist(require('express')());`,
    [`5 GET ${LOG}`],
  ],
  [
    'a client that a part of the app gives',
    'a.ts',
    `import { useRingCentralClient } from '@/lib/client';\nexport const f = () => useRingCentralClient().get('${LOG}');`,
    [`2 GET ${LOG}`],
  ],
  [
    'a request of a client that may not be there',
    'a.js',
    `let client = null;\nexport const set = (one) => { client = one; };\nexport const f = () => client.get('${LOG}');`,
    [`3 GET ${LOG}`],
  ],
  [
    'a version that is written wrongly',
    'a.js',
    `// ringcentral\nfetch(\`\${base}/restapi/v1/account/~/call-log\`);`,
    ['2 GET /restapi/v1/account/~/call-log'],
  ],
  [
    'a version that the API has not, on its own host',
    'a.js',
    `fetch('https://platform.ringcentral.com/restapi/v2.1/accounts/1/envelopes');`,
    ['1 GET /restapi/v2.1/accounts/1/envelopes'],
  ],
  [
    'a host of the vendor that is not known to its end',
    'a.js',
    `fetch(\`https://\${env}.ringcentral.com${LOG}\`);`,
    [`1 GET ${LOG}`],
  ],
];

describe('silence', () => {
  it.each(silent)('on %s (%s)', async (_, file, source) => {
    expect(await callsIn(file, source)).toEqual([]);
  });

  it.each(heard)('not on %s', async (_, file, source, calls) => {
    expect(await callsIn(file, source)).toEqual(calls);
  });

  it.each([
    'node_modules/x/a.js',
    'vendor/x/a.php',
    'env/lib/a.py',
    'env/bin/a.py',
    'dist/a.js',
    'build/a.js',
    'a.min.js',
    'target/A.java',
    'bin/Debug/a.cs',
    'test/a.js',
    'tests/a.py',
    'src/a.test.ts',
    'src/a.spec.js',
    'spec/a.rb',
    'src/test/java/ATest.java',
    'a_test.go',
    'test_a.py',
    'ATests.cs',
  ])('on %s if something proves that it is no code of the app', (file) => {
    expect(whyLeftOut(file, false)).not.toBeNull();
  });

  it.each([
    'src/vendors/a.js',
    'vendors/a.js',
    'src/env/a.js',
    'bin/a.js',
    'src/environment/a.js',
    'src/contest/a.js',
    'latest.js',
    'src/targets/a.js',
  ])('on no file such as %s', async (file) => {
    const { calls } = await scanFiles({ [file]: `fetch('${URL}')` });
    expect(calls).toHaveLength(1);
  });
});
