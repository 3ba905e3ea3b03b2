// Pages and components of Razor: what of them is C#, and what of their scripts is JavaScript.
import { describe, expect, it } from 'vitest';
import { razor } from '../../../src/scan/embedded/forms/razor.js';
import { codeIn } from './code.js';

const cSharp = (path: string, text: string) =>
  codeIn(razor, path, text, 'c-sharp').replace(/\s+/g, ' ').trim();
/** What runs when a page is shown. */
const statements = (text: string, path = 'a.cshtml') => {
  const code = cSharp(path, text);
  return /Execute\(\) \{ (.*?) ?\} \}$/.exec(code)?.[1] ?? code;
};
const script = (text: string) =>
  codeIn(razor, 'a.cshtml', `<script>${text}</script>`, 'javascript')
    .replace(/writtenByTemplate\d+/g, 'W')
    .replace(/\n;\n$/, '');

describe('C# of a page of Razor', () => {
  it('is one class', () => {
    const text = [
      '@page "/go"',
      '@using System.Net.Http;',
      '@inject HttpClient Http',
      '@inherits Base',
      '@model GoModel',
      '<h1>@await Http.GetAsync("/a")</h1>',
      '@code {',
      '  async Task Go() { await Http.GetAsync("/b"); }',
      '}',
    ].join('\r\n');
    expect(cSharp('Pages/Go-on.razor', text)).toBe(
      'using System.Net.Http; public partial class Go_on : Base { ' +
        '[Inject] public HttpClient Http { get; set; } public GoModel Model { get; set; } ' +
        'async Task Go() { await Http.GetAsync("/b"); } ' +
        'async Task Execute() { _ = await Http.GetAsync("/a"); } }',
    );
    expect(cSharp('Views/Home/Index.cshtml', '@{ Go(); }')).toMatch(/class Views_Home_Index \{/);
  });

  it.each([
    ['<p>me@test.org @@Go() go@ @ @* @Go() *@ @Model.Name @media</p>', ''],
    [
      '<p title="@Go("a)")">@Go(1).B[Go(2)]?.C() and @(a + Go("b")).</p>',
      '_ = Go("a)"); _ = Go(1).B[Go(2)]?.C(); _ = (a + Go("b"));',
    ],
    [
      '@{ var a = Go("}"); /* } */ // }\n Go(a); } <p>@Go(b)</p>',
      'var a = Go("}"); /* } */ // } Go(a); _ = Go(b);',
    ],
    [
      '@{ var a = \'}\'; var b = @"""}\\"; var c = $@"{a}""}"; Go(); }',
      'var a = \'}\'; var b = @"""}\\"; var c = $@"{a}""}"; Go();',
    ],
    [
      "@if (a) { <p>@Go(1) } it's</p> } else if (b) { <br /> Go(2); } else { @:it's } @Go(3)\n Go(4); } Go(5)",
      'if (a) { _ = Go(1); } else if (b) { Go(2); } else { _ = Go(3); Go(4); }',
    ],
    [
      '@foreach (var a in Go("(")) { <li class="@Go(a)"><b>}</b></li> Go(1); } Go(2)',
      'foreach (var a in Go("(")) { _ = Go(a); Go(1); }',
    ],
    [
      '@for (var i = 0; i < 9; i++) { <text> Go(0) @Go(i) </text> }',
      'for (var i = 0; i < 9; i++) { _ = Go(i); }',
    ],
    [
      "@switch (a) { case 1: <p>it's</p> Go(1); break; default: @Go(2) break; }",
      'switch (a) { case 1: Go(1); break; default: _ = Go(2); break; }',
    ],
    [
      '@using (Html.BeginForm()) { <input value="a > b"> <p>@Go(1)</p> }',
      'using (Html.BeginForm()) { _ = Go(1); }',
    ],
    [
      '@try { Go(1); } catch (E e) { Go(2); } finally { Go(3); } Go(4)',
      'try { Go(1); } catch (E e) { Go(2); } finally { Go(3); }',
    ],
    ['@do { Go(1); } while (Go(2)); Go(3)', 'do { Go(1); } while (Go(2));'],
    ['@if (a) { Go(1); } while waiting', 'if (a) { Go(1); }'],
    ['@{ if (a) { @if (b) { <p>@Go(1)</p> } } Go(2); }', 'if (a) { if (b) { _ = Go(1); } } Go(2);'],
    [
      '@{ Func<object, object> a = @<p>@Go(1)</p>; Go(2); }',
      'Func<object, object> a = _ => { _ = Go(1); }; Go(2);',
    ],
    ['@section Scripts { <p>@Go(1)</p> } @Go(2)', '_ = Go(1); _ = Go(2);'],
    [
      '@foreach (var model in a) { <p>@model.Go(1)</p> }',
      'foreach (var model in a) { _ = model.Go(1); }',
    ],
    ['@{ Go(1); <script>if (a < b) { it("\'") }</script> Go(2); }', 'Go(1); Go(2);'],
    // what is not closed
    ['@{ Go(1);', 'Go(1);'],
    ['@Go(1 @Go(2)', '_ = Go(2);'],
    ['@if (a) { <p>@Go(1)', 'if (a) { _ = Go(1);'],
    ['@* @Go(1)', ''],
  ])('%s', (text, code) => {
    expect(statements(text)).toBe(code);
  });

  it('has the handlers of a component', () => {
    const text = `<a @onclick="() => Go(1)" @onclick:stop @bind="a" @onkey='e => Go("2")'>b</a>`;
    expect(statements(text, 'A.razor')).toBe('_ = () => Go(1); _ = e => Go("2");');
  });
});

describe('a script of a page of Razor', () => {
  it.each([
    ["go('@Url.Action(\"a\")', @Model.Id, @(a + 'b'))", 'go((W), W, W)'],
    ["go('me@test.org', '@@go')", "go('me@test.org', '@@go')"],
    [
      '@if (a) {\n<text>\ngo(1);\n</text>\n} else {\n@:go(2);\n}\n',
      'if(W){\ngo(1);\n}else{go(2);}\n',
    ],
    ['@foreach (var a in b) { @:go(@a);\n }', 'if(W){go(W);}'],
    ['@{ var a = 1; }go(2) @* go(3) *@', 'go(2) '],
  ])('%s', (text, code) => {
    expect(script(text)).toBe(code);
  });
});
