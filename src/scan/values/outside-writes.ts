// A field of an object -> what code outside of its class assigns to it: `client.path = '/a'`, of this object or of any.
import type { Program } from '../symbols/program.js';
import type { ClassScope } from '../symbols/scope.js';
import { simpleName } from '../symbols/type-names.js';
import { distinct } from './alternatives.js';
import type { Ask } from './ask.js';
import { frameOf } from './frames.js';
import type { BoundArgument, Value } from './value.js';

type Object = Extract<Value, { kind: 'instance' | 'class' }>;

/** What is assigned to a field from outside, where the receiver may be this object. */
export function outsideWrites(
  object: Object,
  name: string,
  program: Program,
  ask: Pick<Ask, 'values' | 'bound'>,
): Value[] {
  const writes = program.memberWrites.get(name) ?? [];
  return distinct([
    ...initializers(object, name, program, ask),
    ...writes.flatMap(({ of, binding }) => {
      const frame = frameOf(binding.point.scope);
      const receivers = ask.values({ expression: of, frame, point: binding.point });
      if (!receivers.some((receiver) => mayBe(receiver, object))) return [];
      return ask.bound(binding, () => [], frame);
    }),
  ]);
}

/** What a field is given where objects of the class are made: `new Client { Path = "/a" }`. */
function initializers(
  object: Object,
  name: string,
  program: Program,
  ask: Pick<Ask, 'values'>,
): Value[] {
  const { class: cls } = object;
  if (object.kind !== 'instance' || object.site) return [];
  if (cls.methods.get('constructor')?.parameters.has(name)) return [];
  return (program.sites.get(cls.syntax.name) ?? []).flatMap(({ expression, point }) => {
    const given = expression.args.find((argument) => argument.name === name);
    const frame = frameOf(point.scope);
    return given ? ask.values({ expression: given.value, frame, point }) : [];
  });
}

/** What an initializer gives a field, by its name: `new Client { Path = "/a" }`; a parameter of that name is none. */
export function initializerOf(
  { class: cls, args }: Extract<Value, { kind: 'instance' }>,
  name: string,
): BoundArgument | undefined {
  if (!cls.syntax.fields.some((field) => field.name === name)) return undefined;
  if (cls.methods.get('constructor')?.parameters.has(name)) return undefined;
  return args?.find((argument) => argument.name === name);
}

/** Whether a receiver may be the object: of the same class or one that inherits, and not made elsewhere. */
function mayBe(receiver: Value, object: Object): boolean {
  if (receiver.kind !== 'instance' && receiver.kind !== 'class') return false;
  if (!isKin(receiver.class, object.class) && !isKin(object.class, receiver.class)) return false;
  const [one, other] = [receiver, object].map((of) =>
    of.kind === 'instance' ? of.site : undefined,
  );
  return !one || !other || one === other;
}

const isKin = (cls: ClassScope, of: ClassScope): boolean =>
  cls === of || cls.syntax.bases.some((base) => simpleName(base) === of.syntax.name);
