// Source on which a parser gives up before its end -> what stands behind that is read too; and what has no end for it.
import { expect, it } from 'vitest';
import { lowerFiles } from '../../src/scan/frontend/lower-files.js';
import { callsIn } from './calls-in.js';
import { readGrammar } from './find-in.js';

const lowered = (text: string) => lowerFiles([{ file: 'A.kt', text }], readGrammar);

it.each([
  ['a bracket that is open', 'class A { fun m() { a.b("/x"; one() }\nfun n() { two("/y") } }'],
  ['a body that is closed twice', 'class A { fun m() { one() } } }\nclass B { fun n() { two() } }'],
  ['parameters that are open', 'fun m( { one() }\nfun n() { two() }'],
])('reads on behind %s', async (_, source) => {
  const [file] = await lowered(source);
  expect([...callsIn(file!.body)]).toEqual(expect.arrayContaining(['one', 'two']));
  // the text that the parser could not read is told, once
  expect(file!.cuts).toHaveLength(1);
});

it('keeps the places of what it reads later', async () => {
  const [file] = await lowered('class A { fun m() { a("/x"; }\n}\nfun n() {\n  two()\n}');
  const places = JSON.stringify(file!.body).match(/"name":"two","at":\{"line":(\d+)/);
  expect(places?.[1]).toBe('4');
});
