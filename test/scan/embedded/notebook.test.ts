// Notebooks: which of their cells are code of which language, without magics, and where the code stands in the JSON.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notebook } from '../../../src/scan/embedded/forms/notebook.js';
import { textOf } from '../../../src/scan/embedded/pieces.js';
import { codeIn } from './code.js';

const cell = (source: string | readonly string[], more: object = {}) => ({
  cell_type: 'code',
  metadata: {},
  source,
  outputs: [{ text: ['go(0)'] }],
  ...more,
});
const bookOf = (cells: readonly object[], metadata: object = {}) =>
  JSON.stringify({ cells, metadata, nbformat: 4 }, null, 1);
const read = (text: string, language = 'python') =>
  codeIn(notebook, 'a.ipynb', text, language).trimEnd();
const kernel = (language: string) => ({ kernelspec: { language, name: 'x' } });

describe('the code of a notebook', () => {
  it('is that of its code cells, in their order', () => {
    const text = { cell_type: 'markdown', source: ['go(1)'] };
    expect(read(bookOf([cell('go(2)'), text, cell(['go(3)\n', 'go(4)'])]))).toBe(
      'go(2)\ngo(3)\ngo(4)',
    );
  });

  it('is found in notebooks of the third format, and whatever the order of keys', () => {
    const text =
      '{"worksheets":[{"cells":[{"input":["go()"],"language":"python","cell_type":"code"}]}]}';
    expect(read(text)).toBe('go()');
  });

  it.each([
    ['a = "b\\\\"\n\tgo()', 'tabs, quotes, slashes'],
    ['go("é \ud83d\ude00 /")', 'other letters'],
    ['', 'nothing'],
  ])('is what the strings say: %j (%s)', (code) => {
    expect(read(bookOf([cell(code)]))).toBe(code.trimEnd());
    const escaped = JSON.stringify(code).replace(
      /[^ -~]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    expect(
      read(`{"cells":[{"cell_type":"code","source":${escaped.replaceAll('/', '\\/')}}]}`),
    ).toBe(code.trimEnd());
  });

  it('stands where its pieces say', () => {
    const text = bookOf([cell(['a = "b"\n', 'go()'])]);
    const pieces = notebook.codeIn(text, 'a.ipynb')[0]!.pieces;
    const call = pieces.find(
      ({ from, to, as }) => as === undefined && text.slice(from, to) === 'go()',
    );
    expect(call?.from).toBe(text.indexOf('go()'));
  });

  it.each([
    ['', ''],
    ['{', ''],
    ['[]', ''],
    ['{"cells":[{"cell_type":"code","source":["go()"', ''],
    ['{"cells":{"cell_type":"code","source":"go()"}}', ''],
    [
      '{"cells":[{"cell_type":"code","source":{"source":"go()"}},7,{"cell_type":"code","source":[1,["go()"]]}]}',
      '',
    ],
    ['{"cells":[{"cell_type":"raw","source":"go()"}]}', ''],
    ['<<<<<<< a\n{"cells":[]}\n=======', ''],
  ])('is none in %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it.each([
    ['python', {}, 'python'],
    ['R', kernel('R'), null],
    ['ir', { kernelspec: { name: 'ir' } }, null],
    ['bash', kernel('bash'), 'shell'],
    ['deno', { kernelspec: { name: 'deno' }, language_info: { name: 'typescript' } }, 'javascript'],
    ['.net', { kernelspec: { language: 'C#', name: '.net-csharp' } }, 'c-sharp'],
  ])('is in the language of its kernel: %s', (_, metadata, language) => {
    const codes = notebook.codeIn(bookOf([cell('go()')], metadata), 'a.ipynb');
    expect(codes.map((one) => one.language)).toEqual(language ? [language] : []);
  });

  it('is in the language of its cell, where that says one', () => {
    const text = bookOf([
      cell('go(1)', { metadata: { polyglot_notebook: { kernelName: 'javascript' } } }),
      cell('go(2)', { metadata: { vscode: { languageId: 'sql' } } }),
      cell('#r "nuget: a"\n#!csharp\ngo(3)', {
        metadata: { dotnet_interactive: { language: 'csharp' } },
      }),
    ]);
    expect(read(text, 'javascript')).toBe('go(1)\n;');
    expect(read(text, 'c-sharp')).toBe('go(3)');
    expect(read(text)).toBe('');
  });
});

describe('magics of a cell', () => {
  it.each([
    ['%matplotlib inline\ngo()', 'pass\ngo()', ''],
    [
      'if a:\n  %load_ext b\n  !pip install c\ngo()',
      'if a:\n  pass\n  pass\ngo()',
      'pip install c',
    ],
    ['?go\ngo??\ngo()', 'pass\npass\ngo()', ''],
    ['%time a = go()\n%timeit -n 10 -r 3 go(2)\n%time', 'a = go()\ngo(2)\npass', ''],
    ['%%time\ngo()', 'pass\ngo()', ''],
    ['%%timeit go(1)\ngo(2)', 'go(1)\ngo(2)', ''],
    ['%%capture out\ngo()', 'pass\ngo()', ''],
    ['a = !ls -l\nb = %env C\ngo(a)', 'a = ipython\nb = ipython\ngo(a)', 'ls -l'],
    ['!curl https://x.test/{a.b[0]}/$c', 'pass', 'curl https://x.test/$ipython/$c'],
    [`!curl 'x/{a}' -d '{"b": 1}' "{c}"`, 'pass', `curl 'x/'"$ipython"'' -d '{"b": 1}' "$ipython"`],
    ['!curl \\\n  -X POST \\\r\n  x\ngo()', 'pass\ngo()', 'curl \\\n  -X POST \\\r\n  x'],
    ['%lprun -f a.b go(1)\n%prun -s time -q go(2)', 'go(1)\ngo(2)', ''],
    // what a statement goes on with is no magic
    ['a = ("b %s"\n  %c(d))', 'a = ("b %s"\n  %c(d))', ''],
    ['a = """\n!curl b\n%c\n"""\n!curl d', 'a = """\n!curl b\n%c\n"""\npass', 'curl d'],
    ["a = 1 \\\n  %b\n'''\\'''\n!c'''", "a = 1 \\\n  %b\n'''\\'''\n!c'''", ''],
    ['a = "(" # (\n!b', 'a = "(" # (\npass', 'b'],
    ['a != b\r\n!c\r\ngo()', 'a != b\r\npass\r\ngo()', 'c'],
    // cells of something else
    ['%%bash\ncurl x\ngo', '', 'curl x\ngo'],
    ['%%script bash --bg\ncurl x', '', 'curl x'],
    ['%sh\ncurl x', '', 'curl x'],
    ['%%!\ncurl x', '', 'curl x'],
    ['%%html\n<b>', '', ''],
    ['%%writefile a.py\ngo()', '', ''],
    ["%md\n# it's", '', ''],
    ['%sql select 1\ngo()', 'pass\ngo()', ''],
  ])('%j', (code, python, shell) => {
    const text = bookOf([cell(code)]);
    expect(read(text)).toBe(python);
    expect(read(text, 'shell').trim()).toBe(shell === '' ? '' : shell);
  });

  it('that name a language lead to it', () => {
    const text = bookOf([
      cell('%%javascript\ngo(1)'),
      cell('%%ruby\ngo(2)'),
      cell('%%python3\ngo(3)'),
    ]);
    expect(read(text, 'javascript').trim()).toBe('go(1)\n;');
    expect(read(text, 'ruby').trim()).toBe('go(2)');
    expect(read(text)).toBe('pass\ngo(3)');
  });
});

describe('any notebook', () => {
  it('gives the code of its cells, whatever they hold', () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => `a(${JSON.stringify(text)})`);
    const source = fc.array(line, { minLength: 1 });
    fc.assert(
      fc.property(fc.array(source), fc.nat(4), (cells, indent) => {
        const lists = cells.map((lines) => lines.map((one, at) => (at > 0 ? `\n${one}` : one)));
        const text = JSON.stringify({ cells: lists.map((list) => cell(list)) }, null, indent);
        const [code] = notebook.codeIn(text, 'a.ipynb');
        const all = cells.map((lines) => `${lines.join('\n')}\n`).join('');
        expect(code ? textOf(text, code.pieces) : '').toBe(all);
      }),
    );
  });

  it.each([
    ['nesting', '['.repeat(100_000)],
    ['nesting in a cell', `{"cells":[${'{"metadata":'.repeat(100_000)}`],
    ['one long line', bookOf([cell(`go("${"a\\\"('''{".repeat(100_000)}")`)])],
    ['many lines', bookOf([cell('%a\n!b {c}\n(\n'.repeat(50_000))])],
    ['an open text', bookOf([cell(`a = '''${"\n\"''(".repeat(100_000)}`)])],
    ['many strings', bookOf([cell(Array(100_000).fill('!b\n'))])],
  ])('takes time in proportion to its length: %s', (_, text) => {
    const begin = performance.now();
    notebook.codeIn(text, 'a.ipynb');
    expect(performance.now() - begin).toBeLessThan(8000);
  });
});
