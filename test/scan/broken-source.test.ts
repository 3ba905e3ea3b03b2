// Source that is cut, deep or huge -> always a lowered form, of bounded depth, with every part of a long chain.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScanLanguage } from '../../src/scan/frontend/language.js';
import { python } from '../../src/scan/frontend/languages/python/index.js';
import { ruby } from '../../src/scan/frontend/languages/ruby/index.js';
import { lowerText } from './lower.js';
import { printStatements } from './print.js';

const PYTHON = `
import a.b as c
from .d import (e, f as g)
@dataclass
class Client(Base, metaclass=M):
    url: str = f"/account/{id!r:>{w}}/{{x}}"
    @property
    def path(self): return self.url % (a, *b)
    def get(self, path: str = '/x', *rest, **more):
        with open(path) as (h, i), k():
            if (r := rc.get(path + '/y')) and not r: return [p for p in r if p]
            elif x: a, (b, *c) = b, a
            else: raise E(r"\\d" 'e') from f
        for i, j in {**d, 'k': v}.items(): yield lambda x, *y: x[i:j]
        try: a = b = await c(d=1, *e, **f)
        except (E, F) as e: super().__init__(e)
        finally: del a[b]
        match x:
            case {'a': [y, *z]} | P(q=1) if y: a += 1
            case _: pass
`;

const RUBY = `
require_relative 'a'
module A
  class B::C < D
    include E
    attr_reader :f
    URL = "/account/#{id}/#{"x#{y}"}".freeze
    def initialize(a, b = 1, *c, d:, **e, &f)
      super
      @a ||= [1, *a, b: 2].map(&:to_s).each { |(x, y), *z| next x if y }
    rescue G, H => e
      retry
    ensure
      a << <<~T + <<-'U'
        one #{two}
      T
        three
      U
    end
    private def get(path) = rc.get path, 'k' => 1, **h do |r| yield r end
  end
end
x = if a then b elsif c then d else e end
a, (b, *c) = case x when 1, /r/ then %w[a b] else -> (y) { y } end
case h in { a: Integer => n } if n then loop { break n } end
s = Struct.new(:a) do def z = 1 end
a&.b ? c : d unless e rescue f
`;

const LANGUAGES: readonly (readonly [ScanLanguage, string, string])[] = [
  [python, '.py', PYTHON],
  [ruby, '.rb', RUBY],
];

/** How deep the form is, without recursion of its own. */
function depthOf(form: unknown): number {
  let level: unknown[] = [form];
  let depth = 0;
  while (level.length > 0) {
    level = level.flatMap((one) => (one && typeof one === 'object' ? Object.values(one) : []));
    depth++;
  }
  return depth;
}

describe.each(LANGUAGES)('$0.id', (language, extension, sample) => {
  const lower = (source: string) => lowerText(source, language, extension);

  it('lowers a file that is cut anywhere', async () => {
    const place = fc.nat(sample.length);
    await fc.assert(
      fc.asyncProperty(place, place, async (from, to) => {
        const { body } = await lower(sample.slice(0, from) + sample.slice(to));
        printStatements(body);
      }),
      { numRuns: 150 },
    );
  });

  it('lowers any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (source) => {
        printStatements((await lower(source)).body);
      }),
      { numRuns: 100 },
    );
  });

  const n = 5000;
  it.each([
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
    ['a[x, ', ']'],
    ['a.send(', ', 1)'],
    ['x if (y z) else ', ''],
    ['x ||= ', ''],
    ['(a = ', ')'],
    ['a[', '] ||= 1'],
    ['f(', ')'],
    ['a[', ']'],
    ['f(x, a: ', ')'],
    ['f(lambda: ', ')'],
    ['-> { ', ' }'],
    ['not ', ''],
    ['-', ''],
    ['a = ', ''],
    ['x if y else ', ''],
    ['x ? y : ', ''],
    ['a, (', ')'],
    ['', '.b()'],
    ['', '[0]'],
    ['if x then ', ' end'],
    ['begin\n', '\nend'],
    ['class A\n', '\nend'],
    ['def a\n', '\nend'],
    ['"#{', '}"'],
    ["f'{", "}'"],
    ['case x when ', ' then y end'],
  ])('lowers %j nested beyond all reason to a form that is not', async (open, close) => {
    const times = open.length === 1 ? n : 1000;
    const { body } = await lower(`${open.repeat(times)}x${close.repeat(times)}`);
    expect(depthOf(body)).toBeLessThan(6000);
    const { body: cut } = await lower(`y = ${open.repeat(times)}`);
    expect(depthOf(cut)).toBeLessThan(6000);
  });

  it.each([' + ', ' or ', ' and '])('keeps all parts of a chain of 5,000 with %j', async (sign) => {
    const parts = Array.from({ length: n }, (_, index) => `f("/${index}/")`);
    const shown = printStatements((await lower(`(${parts.join(sign)})`)).body).join('\n');
    expect(parts.filter((part) => !shown.includes(part))).toEqual([]);
  });

  it('takes names of prototypes as names', async () => {
    const source = '__proto__ = constructor({"__proto__": 1})["hasOwnProperty"].toString';
    expect(printStatements((await lower(source)).body).join('\n')).toContain('"__proto__": "1"');
  });
});

it('keeps all branches of 5,000', async () => {
  const numbers = Array.from({ length: 5000 }, (_, index) => index);
  const inPython = numbers.map((index) => `elif a: f("/${index}/")\n`).join('');
  const inRuby = numbers.map((index) => `elsif @a\n f("/${index}/")\n`).join('');
  const forms = [
    await lowerText(`if a: b\n${inPython}`, python, '.py'),
    await lowerText(`if @a\n b\n${inRuby}end`, ruby, '.rb'),
  ];
  for (const { body } of forms) {
    const shown = printStatements(body).join('\n');
    expect(numbers.filter((index) => !shown.includes(`f("/${index}/")`))).toEqual([]);
  }
});
