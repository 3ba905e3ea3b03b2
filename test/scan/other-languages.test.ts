// Languages that are not read are named, and none that is read is among them.
import { describe, expect, it } from 'vitest';
import { sayDoubts } from '../../src/judge/say-doubts.js';
import type { MatchedDoubt } from '../../src/model/report.js';
import { languages } from '../../src/scan/frontend/languages/index.js';
import { otherLanguageOf } from '../../src/scan/sources/other-languages.js';

describe('a language that is not read', () => {
  it('is none of those that are read', () => {
    const read = languages.flatMap(({ extensions }) => Object.keys(extensions));
    expect(read.filter((ending) => otherLanguageOf(`a${ending}`) !== null)).toEqual([]);
  });

  it.each<[files: (string | undefined)[], said: string]>([
    [['Swift'], '1 Swift file that names the API is not read'],
    [['Swift', 'Swift'], '2 Swift files that name the API are not read'],
    [[undefined], '1 file that names the API is not read'],
    [
      ['Swift', 'Dart', undefined, 'Swift'],
      '4 files (2 Swift, 1 Dart) that name the API are not read',
    ],
  ])('is counted: %s', (files, said) => {
    const doubts = files.map(
      (language): MatchedDoubt => ({
        kind: 'unread file',
        location: { file: 'a', line: 1, column: 1 },
        reason: '',
        matches: [],
        ...(language !== undefined && { language }),
      }),
    );
    expect(sayDoubts(doubts)).toEqual([said]);
  });
});
