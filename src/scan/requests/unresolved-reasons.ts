// A URL of which nothing is known -> why, in words.
import { isWritten } from '../embedded/script-branches.js';
import type { Program } from '../symbols/program.js';
import { pathText } from '../values/access-path.js';
import { holesOf } from '../values/substitute.js';
import { accessPathOf, type Value } from '../values/value.js';

/** One clause that says where the path comes from. */
export function reasonOf(url: Value, program: Program): string {
  const [hole] = holesOf(url);
  if (hole?.parameter) {
    const { scope, name } = hole.parameter;
    const [of] = program.namesOf(scope);
    const where = of === undefined ? 'a function without a name' : `${of}()`;
    const what = /^\w+$/.test(name) && !/^\d/.test(name) ? name : 'an argument';
    return `the path is ${what} of ${where}, and no call of that here says it`;
  }
  const parts = url.kind === 'text' ? url.parts : url.kind === 'unknown' ? [url.hole] : [];
  const fields = parts.flatMap((part) => (typeof part === 'string' ? [] : (part.fields ?? [])));
  const path = accessPathOf(url);
  const name = path ? pathText(path) : fields.join('.');
  // the name that stands for it in the script
  if (isWritten(name)) return 'the path comes from what a template writes';
  const shown = /^[\w.$/@()-]{1,60}$/.test(name) ? `, ${name},` : '';
  return `the path comes from a value${shown} that the code does not say`;
}
