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
])('%s', async (_, files, expected) => {
  expect(await findIn(files)).toEqual(expected);
});
