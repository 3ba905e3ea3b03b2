// Every language -> no call of a syntax tree is lost in its lowered form: in any place, deep, cut off, or in a conflict.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/scan/frontend/languages/index.js';
import { lowerFiles } from '../../src/scan/frontend/lower-files.js';
import { callsIn } from './calls-in.js';
import { lowerText, parsed } from './lower.js';
import { readGrammar } from './scan-files.js';

type Cases = readonly (readonly [what: string, source: string])[];

/** A call of a call of a call, around another. */
const NESTED: Readonly<Record<string, (inner: string) => string>> = {
  javascript: (inner) => `f(${inner});`,
  python: (inner) => `f(${inner})`,
  php: (inner) => `<?php f(${inner});`,
  ruby: (inner) => `f(${inner})`,
  java: (inner) => `class A { void m() { f(${inner}); } }`,
  'c-sharp': (inner) => `f(${inner});`,
  go: (inner) => `package a\nfunc m() { f(${inner}) }`,
  shell: (inner) => `f $(g ${inner})`,
};
const PROBE: Readonly<Record<string, string>> = { shell: '$(probe1)' };

const probesOf = (source: string): string[] =>
  [...new Set([...source.matchAll(/\bprobe\d+\b/g)].map(([name]) => name))].sort();

describe.each(languages.map((language) => [language.id, language] as const))(
  '%s',
  (id, language) => {
    // the grammar with everything in it
    const extension = id === 'javascript' ? '.tsx' : Object.keys(language.extensions)[0]!;
    const cases = async (): Promise<Cases> => (await import(`./no-call-lost/${id}.ts`)).cases;
    const lowered = async (source: string) =>
      callsIn((await lowerText(source, language, extension)).body);

    it('calls what stands in any place of an expression', async () => {
      for (const [what, source] of await cases()) {
        const found = await lowered(source);
        expect([what, probesOf(source).filter((name) => !found.has(name))]).toEqual([what, []]);
      }
    });

    it('calls what stands deep inside', async () => {
      for (const depth of [10, 500, 2000]) {
        let source = PROBE[id] ?? 'probe1()';
        for (let level = 0; level < depth; level++)
          source = id === 'shell' ? `$(f ${source})` : `f(${source})`;
        expect([depth, (await lowered(NESTED[id]!(source))).has('probe1')]).toEqual([depth, true]);
      }
    });

    it('calls what the tree of a source that is cut off has as calls', async () => {
      const all = await cases();
      await fc.assert(
        fc.asyncProperty(
          fc.nat(all.length - 1),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          async (index, from, to) => {
            const [, source] = all[index]!;
            const [a, b] = [from, to]
              .map((at) => Math.floor(at * source.length))
              .sort((x, y) => x - y);
            const cut = source.slice(0, a) + source.slice(b);
            const called = await parsed(cut, language, extension, (root) =>
              root
                .descendantsOfType([...language.calls])
                .flatMap(
                  (call) => /^(?:[\w.$@:>-]*\W)?(probe\d+)\s*\(/.exec(call?.text ?? '')?.[1] ?? [],
                ),
            );
            const found = await lowered(cut);
            expect([cut, called.filter((name) => !found.has(name))]).toEqual([cut, []]);
          },
        ),
        { numRuns: 150 },
      );
    });

    it('calls what stands around and in a conflict of git', async () => {
      const [, first] = (await cases())[0]!;
      const [head, tail] = id === 'php' ? ['<?php ', ''] : ['', ''];
      const plain = (name: string) =>
        ({
          shell: name,
          java: `class X${name} { void m() { ${name}(); } }`,
          go: `func ${name}X() { ${name}() }`,
          python: `${name}()`,
          ruby: `${name}()`,
        })[id] ?? `${name}();`;
      const lines = [
        head + (id === 'go' ? 'package a' : ''),
        plain('probe9001'),
        '<<<<<<< HEAD',
        plain('probe9002'),
        '=======',
        plain('probe9003'),
        '>>>>>>> other',
        plain('probe9004') + tail,
        '',
      ];
      expect(first).not.toBe('');
      const [file] = await lowerFiles(
        [{ file: `a${extension}`, text: lines.join('\n') }],
        readGrammar,
      );
      expect([...callsIn(file!.body)].filter((name) => name.startsWith('probe9')).sort()).toEqual([
        ...['probe9001', 'probe9002', 'probe9003', 'probe9004'],
      ]);
    });
  },
);
