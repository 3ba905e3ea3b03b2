// Source text -> the conditions of its branches and choices, as text that people read in tests.
import { languageOf } from '../../src/scan/frontend/languages/index.js';
import type { Condition, Expression, Statement } from '../../src/scan/ir.js';
import { lowerText } from './lower.js';

/** A shell has no truth but that of a text, which is empty or not. */
const shown = ({ test: written, is, negated }: Condition): string => {
  // in any case or not
  const test = written.replace(/ ==i$/, ' ==');
  if (test.endsWith(' ==') && is.join() === '') return `${negated ? '' : '!'}${test.slice(0, -3)}`;
  const own = test.replace(/^ self/, 'self');
  if (is.join() === 'true') return `${negated ? '!' : ''}${own}`;
  return `${own.replace(' ==', negated ? ' !=' : ' ==')} ${is.join('|')}`;
};

const listed = (conditions: readonly Condition[] = []) =>
  conditions.length === 0 ? '-' : conditions.map(shown).join(' & ');

/** The conditions of each branch and choice, in the order in which they stand. */
export async function conditionsIn(file: string, source: string): Promise<string[]> {
  const found: string[] = [];
  const value = (e: Expression): void => {
    if (e.kind === 'choice') found.push(e.of.map((_, at) => listed(e.on?.[at])).join(' / '));
  };
  const walk = (statements: readonly Statement[]): void => {
    for (const one of statements) {
      if (one.kind === 'function') walk(one.function.body);
      if (one.kind === 'class') for (const method of one.class.methods) walk(method.body);
      if (one.kind === 'assign') value(one.value);
      if (one.kind === 'return' && one.value) value(one.value);
      if (one.kind !== 'branch') continue;
      const arms = one.bodies.map((_, at) => listed(one.on?.[at]));
      found.push(
        [...arms, ...(one.exhaustive ? [] : [`else ${listed(one.otherwise)}`])].join(' / '),
      );
      one.bodies.forEach(walk);
    }
  };
  const language = languageOf(file)!;
  walk((await lowerText(source, language, file.slice(file.lastIndexOf('.')))).body);
  return found;
}
