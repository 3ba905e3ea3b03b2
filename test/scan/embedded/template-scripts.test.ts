// biome-ignore-all lint/suspicious/noTemplateCurlyInString: source of templates
// Scripts of templates: what of them is JavaScript, and what stands for what the template writes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erb } from '../../../src/scan/embedded/forms/erb.js';
import { pages } from '../../../src/scan/embedded/forms/pages.js';
import { templates } from '../../../src/scan/embedded/forms/templates.js';
import { codeIn } from './code.js';

/** The scripts of a text, with `W` for what a template writes. */
const scriptOf = (path: string, text: string) =>
  codeIn(path.endsWith('erb') ? erb : templates, path, text, 'javascript')
    .replace(/writtenByTemplate\d+/g, 'W')
    .replace(/\n;\n$/, '');

describe('a script of a template', () => {
  it.each([
    ['ejs', 'a <%= b %>', ''],
    ['ejs', '<b><script>go(1)</script></b><script type="module">go(2)</script>', 'go(1)\n;\ngo(2)'],
    ['ejs', '<script type="text/template">go(1)</script><script type="text/babel">x', 'x'],
    ['ejs', '<script src="<%= a > b %>">go(1)</script>', 'go(1)'],
    ['ejs', '<!-- <script>go(1)</script> --><script>go(2)</script>', 'go(2)'],
    ['ejs', '<script><!--\ngo(1)\n//--></script>', '<!--\ngo(1)\n//-->'],
    // a value is a name that is not known, in a text a part that is not known
    ['ejs', '<script>go(<%= id %>, <%- json %>)</script>', 'go(W, W)'],
    ['ejs', "<script>go('/a/<%= id %>/b')</script>", "go(('/a/'+W+'/b'))"],
    ['ejs', '<script>go("<%= id %>")</script>', 'go((W))'],
    ['ejs', '<script>go(`/a/<%= id %>/${b}/<%= c %>`)</script>', 'go(`/a/${W}/${b}/${W}`)'],
    ['ejs', "<script>go({'<%= id %>': 1})</script>", 'go({[W]: 1})'],
    ['ejs', '<script>on<%= name %>()</script>', 'onW()'],
    ['ejs', "<script>go('it\\'s <%= a %>')</script>", "go(('it\\'s '+W+''))"],
    ['ejs', "<script>go('<%= a['b'] %>')</script>", 'go((W))'],
    ['ejs', "<script>go(/'/, '<%= a %>')</script>", "go(/'/, (W))"],
    ['ejs', "<script>// don't\ngo('<%= a %>')</script>", "// don't\ngo((W))"],
    ['ejs', "<script>/* don't <%= b %> */go(<%= a %>)</script>", "/* don't  */go(W)"],
    ['ejs', '<script>a / <%= b %> / c</script>', 'a / W / c'],
    ['ejs', '<script>go("\n<%= a %>")</script>', 'go("\nW")'],
    ['ejs', '<script>`${a}`;go(<%= a %>)</script>', '`${a}`;go(W)'],
    ['ejs', '<script>go(`${{a: "<%= a %>"}}`)</script>', 'go(`${{a: (W)}}`)'],
    // what a template chooses in a text may be anything
    [
      'ejs',
      "<script>go('/a<% if (b) { %>/c<% } else { %>/d<% } %>/e')</script>",
      "go(('/a'+W+'/e'))",
    ],
    ['ejs', '<script>go(`/a<% if (b) { %>/c<% } %>/e`)</script>', 'go(`/a${W}/e`)'],
    ['ejs', "<script>go('/a<%# b %>/c')</script>", "go('/a/c')"],
    // what it chooses between statements is a branch
    ['ejs', '<script><% if (a) { %>\ngo(1)\n<% } %>\n</script>', 'if(W){\ngo(1)\n}\n'],
    [
      'ejs',
      '<script>u=1;<% if (a) { %>u=2;<% } else if (b) { %>u=3;<% } else { %>u=4<% } %>;go(u)</script>',
      'u=1;if(W){u=2;}else if(W){u=3;}else{u=4};go(u)',
    ],
    ['ejs', '<script>go({<% if (a) { %>b:1<% } %>})</script>', 'go({ b:1 })'],
    ['ejs', '<script>[<% l.forEach(x => { %><%= x %>,<% }) %>]</script>', '[ W, ]'],
    [
      'ejs',
      '<script>function f(){ <% for (a of b) { %> go() <% } %> }</script>',
      'function f(){ if(W){ go() } }',
    ],
    [
      'ejs',
      '<script>f(() => {\n<% for (a of b) { %>\n go()\n<% } %>\n})</script>',
      'f(() => {\nif(W){\n go()\n}\n})',
    ],
    ['ejs', '<script><% var a = 1 %>go()</script>', 'go()'],
    ['ejs', '<script>go()<% } %></script>', 'go() '],
    ['ejs', '<script>go(<% if (a) { %>1)</script>', 'go( 1)'],
  ])('.%s %s', (ending, text, script) => {
    expect(scriptOf(`a.${ending}`, text)).toBe(script);
  });

  it.each([
    ['hbs', "go('{{id}}', {{{b}}}, '{{!-- }} --}}x')", "go((W), W, 'x')"],
    ['hbs', '{{#if a}}\ngo(1)\n{{else}}\ngo(2)\n{{/if}}', 'if(W){\ngo(1)\n}else{\ngo(2)\n}'],
    ['hbs', '{{#each a}}go(1);{{/each}}{{> part}};', 'if(W){go(1);}W;'],
    [
      'twig',
      "{% if a %}\nu = '{{ a }}'\n{% elseif b %}\nu = 2\n{% endif %}",
      'if(W){\nu = (W)\n}else if(W){\nu = 2\n}',
    ],
    ['j2', '{% block a %}{% set b = 1 %}go(1);{% endblock %}{# go(2) #}', '{go(1);}'],
    ['njk', "{%- for a in b -%}go('{{- a -}}');{%- endfor -%}", 'if(W){go((W));}'],
    ['liquid', '{% unless a %}go(1);{% endunless %}', 'if(W){go(1);}'],
    [
      'gohtml',
      '{{ if .A }}go({{ .B }});{{ else }}go(2);{{ end }}{{ $x := 1 }}',
      'if(W){go(W);}else{go(2);}',
    ],
    ['jsp', "go('${a.b}', <%= c %>)<%-- go(2) --%>", 'go((W), W)'],
    [
      'cfm',
      "go('/a/#b.c#/d', '#e'); go('#f'); x = #g(h)#",
      "go(('/a/'+W+'/d'), '#e'); go('#f'); x = W",
    ],
    [
      'jsp',
      '<c:if test="a">go(1);</c:if><c:out value="b"/>;if(a<c){go(2)}',
      'if(W){go(1);}W;if(a<c){go(2)}',
    ],
    [
      'jsp',
      '<c:choose><c:when test="a">go(1);</c:when><c:otherwise>go(2);</c:otherwise></c:choose>',
      'if(W){go(1);}if(W){go(2);} ',
    ],
    [
      'ftl',
      '<#list a as b><#if c>go(${b});<#else>go(2);</#if></#list>',
      'if(W){if(W){go(W);}else{go(2);}}',
    ],
    [
      'cfm',
      '<cfif a>go(1);<cfelse>go(2);</cfif>for(i=0;i<cfg;i++){go(3)}',
      'if(W){go(1);}else{go(2);}for(i=0;i<cfg;i++){go(3)}',
    ],
    ['heex', '<%= if @a do %>go(1);<% else %>go(2);<% end %>', 'if(W){go(1);}else{go(2);}'],
    ['erb', "go('<%= a -%>');<% a.each do |b| %>go(2);<% end %>", 'go((W));if(W){go(2);}'],
    ['erb', '<%- unless a -%>go(1);<%- end -%><%# go(2) %>', 'if(W){go(1);}'],
  ])('.%s: %s', (ending, text, script) => {
    expect(scriptOf(`a.${ending}`, `<script>${text}</script>`)).toBe(script);
  });
});

describe('a script of a page that may be no template', () => {
  const pageOf = (text: string) =>
    codeIn(pages, 'a.html', text, 'javascript')
      .replace(/writtenByTemplate\d+/g, 'W')
      .replace(/\n;\n$/, '');
  it.each([
    ["<script>go('{{ a }}/b', {{ c|d }})</script>", "go((''+W+'/b'), W)"],
    ['<script>{# go(1) #}{% if a %}go(2);{% endif %}</script>', 'if(W){go(2);}'],
    [
      '<script>if(a){{go(1)}}else{{go(2)}}try{{go(3)}}finally{}</script>',
      'if(a){{go(1)}}else{{go(2)}}try{{go(3)}}finally{}',
    ],
    ['<script>go(`${{a: 1}}`, () => {{go(2)}})</script>', 'go(`${{a: 1}}`, () => {{go(2)}})'],
    [
      '<script>class A { {{\n}} #a = 1; b() { return this.#a } }</script>',
      'class A { {{\n}} #a = 1; b() { return this.#a } }',
    ],
    [
      '<script type="text/babel">go(<A b={{c: 1}}>{{d}}</A>, <%= e %>)</script>',
      'go(<A b={{c: 1}}>{{d}}</A>, W)',
    ],
    ['<script>go(1)</script><script src="a" /><script>go(2)', 'go(1)\n;\ngo(2)'],
  ])('%s', (text, code) => {
    expect(pageOf(text)).toBe(code);
  });

  it('is that of a component as it is', () => {
    const text = '<script setup>go(`${{a}}`, "{{ b }}")</script><template>{{ c }}</template>';
    expect(codeIn(pages, 'A.vue', text, 'javascript')).toBe('go(`${{a}}`, "{{ b }}")\n;\n');
  });
});

describe('any script of a template', () => {
  const value = fc.constantFrom(
    '1',
    'a.b',
    '<%= c %>',
    "'d<%= e %>'",
    '`f${1}<%= g %>`',
    "{'<%= h %>': 1}",
  );
  const tag = (inner: string) => `<% ${inner} %>`;
  const { script } = fc.letrec<{ script: string; statement: string }>((tie) => ({
    script: fc.array(tie('statement'), { maxLength: 3 }).map((all) => all.join('')),
    statement: fc.oneof(
      { maxDepth: 3 },
      value.map((one) => `go(${one});`),
      value.map((one) => `u = ${one}\n`),
      fc.constantFrom(
        '// <% if (a) { %>\n',
        '/* <% } %> */',
        "'<% if (a) { %>b<% } %>';",
        'a = /["\'`]/;',
      ),
      tie('script').map((all) => `if (a) {${all}}\n`),
      tie('script').map((all) => `go(function () {${all}}, () => {${all}});`),
      tie('script').map((all) => `${tag('if (a) {')}${all}${tag('}')}`),
      fc
        .tuple(tie('script'), tie('script'))
        .map(([one, other]) => `${tag('if (a) {')}${one}${tag('} else {')}${other}${tag('}')}`),
    ),
  }));

  it('is one of JavaScript, with each call that it had', () => {
    fc.assert(
      fc.property(script, (text) => {
        const code = scriptOf('a.ejs', `<script>${text}</script>`);
        expect(() => new Function(code)).not.toThrow();
        expect(code.split('go(').length).toBe(text.split('go(').length);
        expect(code).not.toContain('%');
      }),
      { numRuns: 300 },
    );
  });
});
