// What the scan does not do yet: a program with one of these features is not asked about the property.
import type { Feature } from './features.js';
import type { Language } from './languages/index.js';
import type { Property } from './properties.js';

/** Feature, or several joined by ` + ` that fail only together -> property -> languages. To be emptied. */
export const NOT_YET: Readonly<
  Record<string, Partial<Record<Property, 'all' | readonly Language[]>>>
> = {
  'same condition': { C: 'all' },
  try: { C: 'all' },
  loop: { C: 'all' },
  break: { C: 'all' },
  table: { C: 'all' },
  'map of texts': { C: ['JavaScript', 'Python', 'Ruby', 'PHP', 'C#', 'Go', 'shell'] },
  'dispatch map': { S: 'all' },
  'shared object': { C: 'all', S: ['Java', 'C#'] },
  'changed by a callee': { S: 'all', C: ['JavaScript', 'Python', 'Ruby', 'PHP', 'Java', 'Go'] },
  wrapper: { C: ['Go'] },
  'named like a method': { C: ['JavaScript', 'Python', 'Ruby', 'PHP', 'Java', 'C#', 'Go'] },
  'flag parameter': { C: 'all' },
  alias: { S: 'all' },
  'chosen function': { S: 'all' },
  callback: { S: 'all' },
  'bound function': { S: ['JavaScript', 'Python', 'Ruby'] },
  'method reference': { S: 'all', C: 'all' },
  forEach: { S: ['JavaScript', 'Python', 'Ruby', 'PHP', 'Java', 'C#'] },
  lambda: { S: ['Java'], C: ['Java'] },
  closure: { S: 'all', C: 'all' },
  'captured variable': { C: 'all' },
  class: { S: ['Java', 'C#'], C: ['Java', 'C#'] },
  'overridden text': { S: 'all', C: ['Java', 'C#'] },
  'constructor argument': { S: ['Java', 'C#'], C: ['Java', 'C#'] },
  'chosen object': { S: 'all', C: ['Java', 'C#'] },
  'imports by name': { S: 'all' },
  'options object + if': { S: ['C#'], C: 'all' },
  'loop + append': { S: 'all' },
  'table + append': { S: 'all' },
};

/** Whether the property is asked of programs with these features. */
export function isAsked(
  features: ReadonlySet<Feature>,
  property: Property,
  language: Language,
): boolean {
  return !Object.entries(NOT_YET).some(
    ([names, left]) =>
      (left[property] === 'all' || left[property]?.includes(language)) &&
      names.split(' + ').every((name) => features.has(name as Feature)),
  );
}
