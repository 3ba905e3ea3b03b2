// An object that a parameter is given, of which nothing but the type is known + what the type says of a member -> what callers may give.
import { STATIC_BLOCK } from '../ir.js';
import { distinct, under } from './alternatives.js';
import { leftOut } from './decisions.js';
import { frameOf } from './frames.js';
import { holeOf, taken, type Value } from './value.js';

type Instance = Extract<Value, { kind: 'instance' }>;

/**
 * A field without a value is what callers give. So is one with a value where the type holds nothing but data: its value
 * is that of callers who leave it out.
 * @param found what the class says of the member
 */
export function givenMember(object: Instance, name: string, found: readonly Value[]): Value[] {
  const hole = holeOf(taken(object, [], name));
  if (!hole?.parameter) return [...found];
  const { parameter } = hole;
  const open: Value = { kind: 'unknown', hole };
  return distinct(
    found.flatMap((value): Value[] => {
      if (value.kind === 'unknown') return [open];
      if (isOfType(value)) return [{ ...value, given: hole }];
      if (value.kind !== 'text') return [value];
      // what is not known of it depends on how the object was made, and so on who gives the object
      const parts = value.parts.map((part) => (typeof part === 'string' ? part : { parameter }));
      const text = { ...value, parts };
      return isData(object) ? [open, ...under(leftOut(frameOf(parameter.scope)), [text])] : [text];
    }),
  );
}

/** Whether nothing but the type of a value is known. */
const isOfType = (value: Value): value is Extract<Value, { kind: 'made' | 'instance' }> =>
  (value.kind === 'made' && value.args.length === 0 && value.maker === null) ||
  (value.kind === 'instance' && value.args === null && !value.site);

/** Whether a class has fields alone. */
const isData = ({ class: { methods } }: Instance): boolean =>
  [...methods.keys()].every((name) => name === 'constructor' || name === STATIC_BLOCK);
