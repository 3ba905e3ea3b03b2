// Files of calls -> the folder that a config names for them, and when a folder is several apps.
import { describe, expect, it } from 'vitest';
import { callFolder } from '../../src/discover/call-folders.js';
import { draftApps } from '../../src/discover/draft-apps.js';
import type { Call } from '../../src/model/model.js';

describe('the folder of calls', () => {
  it.each([
    [['src/a.ts', 'src/deep/er/b.ts'], 'src'],
    [['src/a.ts', 'server.js'], '.'],
    [['src/a.ts', 'lib/b.ts'], '.'],
    [['packages/core/src/a.ts', 'packages/cli/b.ts'], 'packages'],
    [['packages/core/src/a.ts', 'packages/core/b.ts'], 'packages/core'],
    [['packages/a.ts', 'packages/core/b.ts'], 'packages'],
    [['app/src/main/java/com/x/A.java'], 'app'],
    [['one/two/1.py'], 'one'],
    [['störung/a.py'], 'störung'],
    [['my app/a.py'], '.'],
    [['a*b/a.py'], '.'],
    [['-/a.py'], '.'],
    [['a\u202eb/a.py'], '.'],
    [['a\nb/a.py'], '.'],
    [['a.py'], '.'],
    [[], '.'],
  ] as const)('%j: %s', (files, folder) => {
    expect(callFolder(files)).toBe(folder);
  });
});

const call = (...files: string[]): Call => ({
  ...{ host: null, segments: [], open: true, methods: ['GET'], stated: false, personal: false },
  ...{ events: null, transport: null, api: 'lab', count: 1, source: 'scan' },
  locations: [{ file: files[0]!, line: 1, column: 1 }],
  trace: {
    reason: null,
    parts: [],
    through: files.slice(1).map((file) => ({ text: '', location: { file, line: 1, column: 1 } })),
  },
});

describe('the apps of a folder', () => {
  it.each([
    ['each call in one', [call('one/a.js'), call('two/a.js')], ['one', 'two'], ['one', 'two']],
    ['one without calls', [call('one/a.js')], ['one', 'two'], [null]],
    [
      'a call outside',
      [call('one/a.js'), call('two/a.js'), call('lib/a.js')],
      ['one', 'two'],
      [null],
    ],
    [
      'a call made by a shared file',
      [call('one/a.js', 'lib/http.js'), call('two/a.js')],
      ['one', 'two'],
      [null],
    ],
    ['the folder itself among them', [call('a.js'), call('two/a.js')], ['.', 'two'], [null]],
    ['a name that no app can have', [call('ö/a.js'), call('two/a.js')], ['two', 'ö'], [null]],
    ['one app', [call('one/a.js')], ['one'], [null]],
  ])('%s', (_, calls, apps, names) => {
    expect(draftApps(calls, apps, [], []).map(({ name }) => name)).toEqual(names);
  });

  it('is one where another folder imports a client', () => {
    const location = { file: 'web/a.js', line: 1, column: 1 };
    const evidence = [{ api: 'lab', kind: 'import', name: 'lab', location } as const];
    expect(draftApps([call('src/a.js')], [], evidence, [])).toMatchObject([{ folder: '.' }]);
    expect(draftApps([call('src/a.js')], [], [], [])).toMatchObject([{ folder: 'src' }]);
  });

  it.each([
    ['src/b.swift', 'src'],
    ['android/b.swift', '.'],
    ['b.swift', '.'],
  ])('has what was not read and may call in it: %s', (file, folder) => {
    const drafted = draftApps([call('src/a.js')], [], [], [{ file, line: 1, column: 1 }]);
    expect(drafted).toMatchObject([{ folder }]);
  });

  it('is one where what was not read lies in neither', () => {
    const calls = [call('one/a.js'), call('two/a.js')];
    const names = (file: string) =>
      draftApps(calls, ['one', 'two'], [], [{ file, line: 1, column: 1 }]).map(({ name }) => name);
    expect(names('one/b.swift')).toEqual(['one', 'two']);
    expect(names('lib/b.swift')).toEqual([null]);
  });
});
