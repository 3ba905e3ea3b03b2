// Code in notebooks, templates and pages, in whole scans: its calls stand in the outer file, and what is no code is a doubt or quiet.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: source of templates
import { describe, expect, it } from 'vitest';
import { pathText } from '../../../src/paths/target.js';
import { scanFiles } from '../scan-files.js';

const HOST = 'https://platform.ringcentral.com';
const PATH = '/restapi/v1.0/account/~/presence';
const URL = `${HOST}${PATH}`;
const CALL = `fetch('${URL}')`;

/** What is found, `file:line:column METHOD path`, and what is not known, `file:line ? reason`. */
async function read(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { calls, accounting, findings } = await scanFiles(files);
  expect(findings).toEqual([]);
  const found = calls.map((call) => {
    const { file, line, column } = call.locations[0]!;
    return `${file}:${line}:${column} ${call.methods.join('|') || '?'} ${pathText(call)}`;
  });
  const doubts = (accounting?.doubts ?? []).map(
    ({ location: { file, line }, reason }) => `${file}:${line} ? ${reason}`,
  );
  return [...found, ...doubts].map((one) => one.replace(/^app\//, ''));
}

const bookOf = (...cells: readonly string[]) =>
  JSON.stringify({ cells: cells.map((source) => ({ cell_type: 'code', source })) }, null, 1);

describe('calls of code in other files', () => {
  it.each<[what: string, files: Readonly<Record<string, string>>, found: readonly string[]]>([
    [
      'cells that follow each other, and a command',
      {
        'a.ipynb': bookOf(
          `import requests\n%time\nbase = "${HOST}"`,
          `for a in b:\n    requests.get(base + "${PATH}")`,
          `!curl -X POST ${HOST}/restapi/v1.0/account/{a}/extension/~/sms`,
        ),
      },
      [
        'a.ipynb:9:41 GET /restapi/v1.0/account/~/presence',
        'a.ipynb:13:16 POST /restapi/v1.0/account/{}/extension/~/sms',
      ],
    ],
    [
      'a cell that uses a module',
      {
        'a.ipynb': bookOf(`from rc import get\nget("${PATH}")`),
        'rc.py': `import requests\ndef get(p):\n    return requests.get("${HOST}" + p)\n`,
      },
      ['a.ipynb:5:35 GET /restapi/v1.0/account/~/presence'],
    ],
    [
      'a cell with types',
      {
        'a.ipynb': JSON.stringify({
          cells: [
            { cell_type: 'code', source: `const u: string = "${URL}";\nawait fetch(<any>u);` },
          ],
          metadata: { kernelspec: { name: 'deno' } },
        }),
      },
      ['a.ipynb:1:136 GET /restapi/v1.0/account/~/presence'],
    ],
    [
      'PHP and a script of a page',
      {
        'a.php': `<?php $a = file_get_contents('${URL}'); ?>\r\n<script>\r\n  fetch("${HOST}/restapi/v1.0/account/<?= $id ?>/presence");\r\n</script>`,
      },
      [
        'a.php:1:12 GET /restapi/v1.0/account/~/presence',
        'a.php:3:3 GET /restapi/v1.0/account/{}/presence',
      ],
    ],
    [
      'PHP in Blade, with a service',
      {
        'a.blade.php': `@inject('rc', 'App\\Rc')\n<p>{{ $rc->get('${PATH}') }}</p>\n@foreach(Http::get('${HOST}/restapi/v1.0/account/~/extension')->json() as $x)\n  {{ $x }}\n@endforeach`,
        'app/Rc.php': `<?php\nnamespace App;\nclass Rc { function get($p) { return file_get_contents('${HOST}' . $p); } }`,
      },
      [
        'a.blade.php:3:16 GET /restapi/v1.0/account/~/extension',
        'a.blade.php:2:12 GET /restapi/v1.0/account/~/presence',
      ],
    ],
    [
      'a script that Blade chooses from',
      {
        'a.blade.php': `<script>\n@if($a)\n  var u = '${URL}';\n@else\n  var u = '${HOST}/restapi/v1.0/account/{{ $b }}/extension';\n@endif\nfetch(u);\n</script>`,
      },
      [
        'a.blade.php:7:1 GET /restapi/v1.0/account/{}/extension',
        'a.blade.php:7:1 GET /restapi/v1.0/account/~/presence',
      ],
    ],
    [
      'Ruby and a script of ERB',
      {
        'app/views/a.html.erb': `<% a = Net::HTTP.get(URI('${URL}')) if b %>\n<%= javascript_tag do %>\n  fetch('${HOST}/restapi/v1.0/account/<%= id %>/presence');\n<% end %>`,
      },
      [
        'app/views/a.html.erb:1:18 GET /restapi/v1.0/account/~/presence',
        'app/views/a.html.erb:3:3 GET /restapi/v1.0/account/{}/presence',
      ],
    ],
    [
      'a script that is made by ERB',
      { 'app/views/a.js.erb': `<% if a %>\nfetch('<%= b %>${PATH}');\n<% end %>` },
      ['app/views/a.js.erb:2:1 GET /restapi/v1.0/account/~/presence'],
    ],
    [
      'a component of Razor and its handler',
      {
        'A.razor': `@inject HttpClient Http\n<button @onclick='() => Load("~")'>a</button>\n@code {\n  async Task Load(string id) {\n    await Http.GetAsync($"${HOST}/restapi/v1.0/account/{id}/presence");\n  }\n}`,
      },
      ['A.razor:5:16 GET /restapi/v1.0/account/{}/presence'],
    ],
    [
      'a page of Razor, its model and a script',
      {
        'Pages/A.cshtml': `@page\n@model AModel\n@if (a) {\n  <b>@(await Model.Get("${PATH}"))</b>\n}\n<script>\n  fetch('${HOST}/restapi/v1.0/account/@Model.Id/presence');\n</script>`,
        'Pages/A.cshtml.cs': `public class AModel { HttpClient http = new HttpClient(); public Task<string> Get(string p) { return http.GetStringAsync("${HOST}" + p); } }`,
      },
      [
        'Pages/A.cshtml:4:20 GET /restapi/v1.0/account/~/presence',
        'Pages/A.cshtml:7:3 GET /restapi/v1.0/account/{}/presence',
      ],
    ],
    [
      'a page of Jinja',
      {
        'a.html': `<script>\nconst u = '{{ base }}${PATH}';\n{% if a %}fetch(u);{% endif %}</script>`,
      },
      ['a.html:3:11 GET /restapi/v1.0/account/~/presence'],
    ],
    [
      'branches of a template that are chosen apart from each other',
      {
        'a.hbs': `<script>\n{{#if a}}u='account/~';{{else}}u='account/1';{{/if}}\n{{#if b}}v='presence';{{else}}v='extension';{{/if}}\nfetch('${HOST}/restapi/v1.0/'+u+'/'+v);</script>`,
      },
      [
        'a.hbs:4:1 GET /restapi/v1.0/account/1/extension',
        'a.hbs:4:1 GET /restapi/v1.0/account/1/presence',
        'a.hbs:4:1 GET /restapi/v1.0/account/~/extension',
        'a.hbs:4:1 GET /restapi/v1.0/account/~/presence',
      ],
    ],
    [
      'a method that a template writes',
      { 'a.ejs': `<script>fetch('${URL}', { method: '<%= m %>' })</script>` },
      ['a.ejs:1:9 ? /restapi/v1.0/account/~/presence'],
    ],
    [
      'an open URL',
      { 'a.hbs': `<script>/* ${HOST} */ fetch('{{url}}')</script>` },
      ['a.hbs:1:48 GET {}'],
    ],
  ])('%s', async (_, files, found) => {
    expect((await read(files)).sort()).toEqual([...found].sort());
  });
});

describe('what is no code that is read', () => {
  it.each([
    ['a.ipynb', JSON.stringify({ cells: [{ cell_type: 'markdown', source: [URL] }] })],
    ['a.php', `<p>${URL}</p><a href="${URL}">a</a>`],
    ['a.blade.php', `<p>${URL}</p>{{-- ${CALL} --}}<a href="${URL}">a</a>`],
    ['a.erb', `<p>${URL}</p><%# ${CALL} %><%= a %>`],
    ['a.cshtml', `<p>${URL}</p>@* ${CALL} *@<a href="${URL}">@a</a>`],
    ['a.hbs', `<p>${URL}</p>{{!-- ${CALL} --}}{{ a }}`],
    ['a.ejs', `<!-- <script>${CALL}</script> --><p>${URL}</p>`],
  ])('is quiet where it is words: %s', async (file, text) => {
    expect(await read({ [file]: text })).toEqual([]);
  });

  it.each([
    [
      'a.ipynb',
      JSON.stringify({ cells: [{ cell_type: 'code', source: [`%%writefile b.py\n${CALL}`] }] }),
    ],
    ['a.ipynb', `{"cells":[{"cell_type":"code","source":["${CALL}`],
    ['a.php', `<button onclick="${CALL}">a</button>`],
    ['a.blade.php', `<button onclick="${CALL}">a</button>`],
    ['a.erb', `<form action="${URL}">`],
    ['a.cshtml', `<button onclick="${CALL}">a</button>`],
    ['a.ejs', `<script>var a = <%- await ${CALL} %></script>`],
    ['a.hbs', `{{ get '${URL}' }}`],
  ])('is a doubt where it may send: %s', async (file, text) => {
    expect(await read({ [file]: text })).toEqual([expect.stringMatching(/:1 \? .* read$/)]);
  });
});
