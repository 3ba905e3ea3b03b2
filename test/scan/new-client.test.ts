// An HTTP client that does not exist: an entry in the list of its language is all that the scan needs to know it.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../src/scan/http/clients/client.js';

const LIST = '../../src/scan/http/clients/python.js';
let calls: (source: string) => Promise<string[]>;

beforeAll(async () => {
  // files share their modules: those of this one are made anew, and again for others
  vi.resetModules();
  vi.doMock(LIST, () => ({
    python: [
      {
        title: 'Frob',
        names: /^frobnet(\W|$)/,
        sends: { frobnicate: 'GET', emit: null },
        base: ['anchor'],
        made: ['frobber'],
        joins: 'append',
        opens: ['slurp'],
        builders: ['frobform'],
        steps: { method: ['frobmode'], url: ['frobtarget'], body: ['frobload'] },
      },
    ] satisfies Client[],
  }));
  const { findIn } = await import('./find-in.js');
  calls = (source) => findIn({ 'a.py': source });
});

afterAll(() => {
  vi.doUnmock(LIST);
  vi.resetModules();
});

describe('a client that has nothing but its entry', () => {
  it('sends by the names that the entry lists', async () => {
    expect(await calls('import frobnet\nfrobnet.frobnicate("https://api.test/a")')).toEqual([
      'a.py:2 GET /a',
    ]);
  });

  it('sends by names that were imported alone', async () => {
    expect(await calls('from frobnet import frobnicate as f\nf("https://api.test/b")')).toEqual([
      'a.py:2 GET /b',
    ]);
  });

  it('sends the method that an argument says', async () => {
    expect(await calls('import frobnet\nfrobnet.emit("PUT", "https://api.test/c")')).toEqual([
      'a.py:2 PUT /c',
    ]);
  });

  it('has a base, given by an option or to what makes it', async () => {
    const option =
      'import frobnet\nclient = frobnet.Frob(anchor="https://api.test/d")\nclient.frobnicate("/e")';
    const maker =
      'import frobnet\nclient = frobnet.Frobber("https://api.test/f")\nclient.get("/g")';
    expect(await calls(option)).toEqual(['a.py:3 GET /d/e']);
    expect(await calls(maker)).toEqual(['a.py:3 GET /f/g']);
  });

  it('puts requests together in steps', async () => {
    const steps = [
      'import frobnet',
      'form = frobnet.Frobform()',
      'form.frobMode("DELETE")',
      'form.frobTarget = "https://api.test/h"',
      'form.emit()',
    ].join('\n');
    expect(await calls(steps)).toEqual(['a.py:5 DELETE /h']);
  });

  it('is unknown to code that does not import it', async () => {
    expect(await calls('import other\nother.frobnicate("https://api.test/a")')).toEqual([]);
  });
});
