// What the scan does not do yet: a program with one of these features is not asked about the property.
import type { Feature } from './features.js';
import type { Language } from './languages/index.js';
import type { Property } from './properties.js';

/** Feature, or several joined by ` + ` that fail only together -> property -> languages. To be emptied. */
export const NOT_YET: Readonly<
  Record<string, Partial<Record<Property, 'all' | readonly Language[]>>>
> = {
  'same condition': { C: ['shell'] },
  try: { C: 'all' },
  loop: { C: 'all' },
  break: { C: 'all' },
  table: { C: 'all' },
  'map of texts': { C: ['shell'] },
  'shared object': { C: 'all' },
  'bound function': { C: ['Go'] },
  'method reference': { C: ['Ruby'] },
  closure: { C: ['Go'] },
  'captured variable': { C: 'all' },
  'map of texts + dispatch map': { C: 'all' },
  'switch + same condition': { C: 'all' },
  'flag parameter + same condition': { C: 'all' },
  'and + same condition': { C: 'all' },
  'wrapper + throw': { C: 'all' },
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
