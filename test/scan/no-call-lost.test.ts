// Every language -> no call of a syntax tree is lost in its lowered form: in any place, deep, cut off, or in a conflict.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/scan/frontend/languages/index.js';
import { lowerFiles } from '../../src/scan/frontend/lower-files.js';
import { callsIn } from './calls-in.js';
import { lowerText, parsed } from './lower.js';
import { COMMON_FORMS, type Forms } from './no-call-lost/forms.js';
import { readGrammar } from './scan-files.js';

type Cases = readonly (readonly [what: string, source: string])[];

const probesOf = (source: string): string[] =>
  [...new Set([...source.matchAll(/\bprobe\d+\b/g)].map(([name]) => name))].sort();

describe.each(languages.map((language) => [language.id, language] as const))(
  '%s',
  (id, language) => {
    const own = (): Promise<{ cases: Cases; forms?: Forms }> =>
      import(`./no-call-lost/${id}.ts`).catch(() => {
        throw new Error(
          `test/scan/no-call-lost/${id}.ts: export \`cases\`, sources with a call in each place where ${id} may have one`,
        );
      });
    const cases = async (): Promise<Cases> => (await own()).cases;
    const formsOf = async (): Promise<Forms> => (await own()).forms ?? COMMON_FORMS;
    const endingOf = async (): Promise<string> =>
      (await formsOf()).extension ?? Object.keys(language.extensions)[0]!;
    const lowered = async (source: string) =>
      callsIn((await lowerText(source, language, await endingOf())).body);

    it('calls what stands in any place of an expression', async () => {
      const all = await cases();
      const ending = await endingOf();
      const files = await lowerFiles(
        all.map(([, text], index) => ({ file: `${index}${ending}`, text })),
        readGrammar,
      );
      for (const [index, [what, source]] of all.entries()) {
        const found = callsIn(files.find(({ file }) => file === `${index}${ending}`)!.body);
        expect([what, probesOf(source).filter((name) => !found.has(name))]).toEqual([what, []]);
      }
    });

    it('calls what stands deep inside', async () => {
      const { head, call, statement } = await formsOf();
      for (const depth of [10, 500, 2000]) {
        let inner = call('probe1', '');
        for (let level = 0; level < depth; level++) inner = call('f', inner);
        const found = await lowered(`${head}\n${statement(inner)}\n`);
        expect([depth, found.has('probe1')]).toEqual([depth, true]);
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
            const called = await parsed(cut, language, await endingOf(), (root) =>
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
      const { head, call, statement } = await formsOf();
      const lines = [
        head,
        statement(call('probe9001', '')),
        '<<<<<<< HEAD',
        statement(call('probe9002', '')),
        '=======',
        statement(call('probe9003', '')),
        '>>>>>>> other',
        statement(call('probe9004', '')),
        '',
      ];
      const [file] = await lowerFiles(
        [{ file: `a${await endingOf()}`, text: lines.join('\n') }],
        readGrammar,
      );
      expect([...callsIn(file!.body)].filter((name) => name.startsWith('probe9')).sort()).toEqual([
        ...['probe9001', 'probe9002', 'probe9003', 'probe9004'],
      ]);
    });
  },
);
