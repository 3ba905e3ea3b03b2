// Clients that a container gives -> the base that they are registered with, where the program says one.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const B = 'https://api.test/api';
const client = (call: string) =>
  `class Rc {\n readonly HttpClient h;\n public Rc(HttpClient http) { h = http; }\n object A() => h.GetAsync(${call}); }`;
const nest = (path: string) =>
  `import { HttpService } from '@nestjs/axios';\nexport class Rc { constructor(private readonly http: HttpService) {}\n a() { return this.http.get('${path}'); } }`;

it.each<[string, Record<string, string>, string[]]>([
  [
    'a typed client of .NET',
    {
      'Program.cs': `services.AddHttpClient<IRc, Rc>(c => c.BaseAddress = new Uri("${B}/"));`,
      'Rc.cs': client('"a"'),
    },
    ['Rc.cs:4 GET /api/a'],
  ],
  [
    'one that is configured in a block, behind its registration',
    {
      'Program.cs': `services.AddHttpClient<Rc>().ConfigureHttpClient((sp, c) => { c.Timeout = t; c.BaseAddress = new Uri("${B}/"); });`,
      'Rc.cs': client('"a"'),
    },
    ['Rc.cs:4 GET /api/a'],
  ],
  [
    'a client that a service is made of',
    {
      'Program.cs': `services.AddScoped(sp => new HttpClient { BaseAddress = new Uri("${B}/") });`,
      'Rc.cs': client('"a"'),
    },
    ['Rc.cs:4 GET /api/a'],
  ],
  [
    'clients by their names: that of another host is none',
    {
      'Program.cs': `services.AddHttpClient("rc", c => c.BaseAddress = new Uri("${B}/"));\nservices.AddHttpClient("other", c => c.BaseAddress = new Uri("https://other.test/"));`,
      'Rc.cs':
        'class Rc(IHttpClientFactory f) { void A() {\n var c = f.CreateClient("rc"); c.GetAsync("a");\n var o = f.CreateClient("other"); o.GetAsync("api/b"); } }',
    },
    ['Rc.cs:2 GET /api/a'],
  ],
  [
    'several registrations: which of them it is is not known',
    {
      'Program.cs':
        'services.AddHttpClient<A>(c => c.BaseAddress = new Uri("https://other.test/"));\nservices.AddHttpClient<Rc>(c => c.BaseAddress = new Uri(settings.Base));',
      'Rc.cs': client('"/api/a"'),
    },
    ['Rc.cs:4 GET /api/a'],
  ],
  [
    'one registration, of another class: the path is that of the API',
    {
      'Program.cs':
        'services.AddHttpClient<Other>(c => c.BaseAddress = new Uri("https://other.test/"));',
      'Rc.cs': client('"/api/a"'),
    },
    ['Rc.cs:4 GET /api/a'],
  ],
  [
    'a factory that is asked for no name',
    {
      'Program.cs':
        'services.AddHttpClient("other", c => c.BaseAddress = new Uri("https://other.test/"));',
      'Rc.cs':
        'class Rc(IHttpClientFactory f, IConfiguration cfg) { void A() {\n var c = f.CreateClient(); c.BaseAddress = new Uri(cfg["x"]); c.GetAsync("/api/a"); } }',
    },
    ['Rc.cs:2 GET /api/a'],
  ],
  [
    'a base that a closure says of another client, by the same name',
    {
      'Rc.cs':
        'services.AddHttpClient("other", c => c.BaseAddress = new Uri("https://other.test/"));\nclass Rc(IHttpClientFactory f) { void A() {\n var c = f.CreateClient(); c.GetAsync("/api/a"); } }',
    },
    ['Rc.cs:3 GET /api/a'],
  ],
  [
    'a client that is made here, and not given',
    {
      'Program.cs':
        'services.AddHttpClient<A>(c => c.BaseAddress = new Uri("https://other.test/"));',
      'Rc.cs':
        'class Rc { HttpClient h = new HttpClient();\n object A() => h.GetAsync("/api/a"); }',
    },
    ['Rc.cs:2 GET /api/a'],
  ],
  [
    'a bean of Spring',
    {
      'C.java': `@Configuration class C { @Bean RestTemplate rc(RestTemplateBuilder b) { return b.rootUri("${B}").build(); } }`,
      'S.java':
        'import org.springframework.web.client.RestTemplate;\nclass S { final RestTemplate rc; S(RestTemplate rc) { this.rc = rc; }\n String a() { return rc.getForObject("/a", String.class); } }',
    },
    ['S.java:3 GET /api/a'],
  ],
  [
    'a module of Nest, with options or with a function that gives them',
    {
      'm.ts': `import { HttpModule } from '@nestjs/axios';\nexport const imports = [HttpModule.registerAsync({ useFactory: () => ({ timeout: 1, baseURL: '${B}' }) })];`,
      's.ts': nest('/a'),
    },
    ['s.ts:3 GET /api/a'],
  ],
  [
    'the client of Nest: its requests are no routes of the app',
    { 's.ts': nest('/api/a') },
    ['s.ts:3 GET /api/a'],
  ],
  [
    'an interface of Refit, by the base of its registration, with constants',
    {
      'P.cs': `services.AddRefitClient<IRc>().ConfigureHttpClient(c => c.BaseAddress = new Uri("${B}"));`,
      'IRc.cs':
        'using Refit;\nstatic class Paths { public const string A = "/a"; }\ninterface IRc {\n [Get(Paths.A)] Task A();\n [Post("/b/{id}?x=1")] Task B(string id);\n}',
    },
    ['IRc.cs:4 GET /api/a', 'IRc.cs:5 POST /api/b/{}'],
  ],
  [
    'an interface of Refit that a call implements',
    {
      'P.cs': `var rc = RestService.For<IRc>("${B}");`,
      'IRc.cs': 'using Refit;\ninterface IRc {\n [Delete("/a")] Task A(); }',
    },
    ['IRc.cs:3 DELETE /api/a'],
  ],
  [
    'an interface of Retrofit: a path without a slash goes on from the base',
    {
      'M.java': `class M { Object x = new Retrofit.Builder().baseUrl("${B}/").build().create(Rc.class); }`,
      'Rc.java':
        'import retrofit2.http.*;\ninterface Rc {\n @GET("a") Object a();\n @HTTP(method = "DELETE", path = "b/{id}") Object b(); }',
    },
    ['Rc.java:3 GET /api/a', 'Rc.java:4 DELETE /api/b/{}'],
  ],
  [
    'interfaces of Spring: with a server of their own, a setting, and a method beside the path',
    {
      'A.java': `@FeignClient(name = "a", url = "${B}")\ninterface A {\n @GetMapping("/a") Object a();\n @RequestMapping(method = RequestMethod.PUT, value = "/b") Object b(); }`,
      'B.java': `@FeignClient(name = "b", url = "\${b.url}", path = "/api")\ninterface B {\n @GetMapping("/c") Object c(); }`,
      'C.java':
        '@HttpExchange("/api")\ninterface C {\n @GetExchange("/d") Object d();\n @HttpExchange(method = "PATCH", url = "/e") Object e(); }',
    },
    [
      'A.java:3 GET /api/a',
      'A.java:4 PUT /api/b',
      'B.java:3 GET /api/c',
      'C.java:3 GET /api/d',
      'C.java:4 PATCH /api/e',
    ],
  ],
  [
    'what Laravel keeps under a name and under a class',
    {
      'P.php': `<?php\nclass P { function register() {\n $this->app->bind('rc', fn () => new \\GuzzleHttp\\Client(['base_uri' => '${B}/']));\n $this->app->singleton(Rc::class, function () { return new Rc('${B}'); }); } }`,
      'Rc.php':
        '<?php\nclass Rc { function __construct(private string $base) {}\n function get($p) { return file_get_contents($this->base . $p); } }',
      'C.php':
        "<?php\nclass C { function a() {\n app('rc')->get('a');\n return $this->app->make(Rc::class)->get('/b'); } }",
    },
    // whoever asks the container for an object may call it
    ['C.php:3 GET /api/a', 'C.php:4 GET /api{}', 'C.php:4 GET /api/b'],
  ],
  [
    'what a module of Nest provides under a text, and one of Angular under a token',
    {
      'm.ts': `export const BASE = new InjectionToken('base');\n@Module({ providers: [{ provide: 'RC', useFactory: () => axios.create({ baseURL: '${B}' }) }, { provide: BASE, useValue: '${B}' }] })\nexport class M {}`,
      's.ts':
        "import { BASE } from './m';\nimport axios, { AxiosInstance } from 'axios';\nexport class S { constructor(@Inject('RC') private rc: AxiosInstance, @Inject(BASE) private base: string) {}\n a() { return this.rc.get('/a'); }\n b() { return fetch(this.base + '/b'); } }",
    },
    ['s.ts:4 GET /api/a', 's.ts:5 GET /api/b'],
  ],
  [
    'what a route of FastAPI depends on: no route of the app',
    {
      'deps.py': `import httpx\ndef client():\n    return httpx.Client(base_url="${B}")`,
      'main.py':
        'from fastapi import Depends, FastAPI\nfrom deps import client\napp = FastAPI()\n@app.get("/x")\ndef x(c=Depends(client)): return c.get("/a")',
    },
    ['main.py:5 GET /api/a'],
  ],
  [
    'a type of Python with what it depends on',
    {
      'a.py':
        'class Rc:\n    def get(self, p): return requests.get("https://api.test/api" + p)\ndef x(rc: Annotated[Rc, Depends(make)]): return rc.get("/a")',
    },
    ['a.py:3 GET /api/a'],
  ],
  [
    'a key that nothing is put under',
    { 'C.php': "<?php\nclass C { function a() { app('rc')->get('/api/a'); } }" },
    ['C.php:2 GET /api/a'],
  ],
  [
    'an interface of another server',
    {
      'A.java':
        '@FeignClient(name = "a", url = "https://other.test")\ninterface A {\n @GetMapping("/api/a") Object a(); }',
    },
    [],
  ],
])('%s', async (_, files, expected) => {
  expect(await findIn(files)).toEqual(expected);
});
