// Scripts of Pug: the lines below `script.` that are indented deeper are JavaScript.
import { describe, expect, it } from 'vitest';
import { pug } from '../../../src/scan/embedded/forms/pug.js';
import { callText, scanFiles } from '../scan-files.js';
import { codeIn } from './code.js';

const scriptOf = (text: string) =>
  codeIn(pug, 'a.pug', text, 'javascript')
    .replace(/writtenByTemplate\d+/g, 'W')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== ';')
    .join('|');

describe('a script of Pug', () => {
  it.each([
    ['body\n  p script\n', ''],
    ['script.\n  go(1)\n\n  go(2)\np go(3)\n', 'go(1)|go(2)'],
    ["body\n  script(type='module').\n    go(1)\n  script.\n    go(2)", 'go(1)|go(2)'],
    ["script(type='text/template').\n  go(1)\n", ''],
    ["script(src='a.js')\nscript.\r\n  go('/a/#{id}', !{json})\r\n", "go(('/a/'+W+''), W)"],
  ])('%j', (text, code) => {
    expect(scriptOf(text)).toBe(code);
  });

  it('calls in its place', async () => {
    const url = 'https://platform.ringcentral.com/restapi/v1.0/account/~/presence';
    const { calls, accounting } = await scanFiles({
      'a.pug': `html\n  script.\n    fetch('${url}')\n`,
    });
    expect(calls.map(callText)).toEqual(['a.pug:3 GET /restapi/v1.0/account/~/presence']);
    expect(accounting?.doubts).toEqual([]);
  });
});
