// A call of a method of an object that a package gave: `bot.sendMessage(group.id, message)` -> the calls that it sends.
import type { Site } from '../symbols/scope.js';
import { writtenNames } from '../symbols/written-names.js';
import type { AccessPath } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { accessPathOf, type Value } from '../values/value.js';
import type { ApiProfile } from './api-profile.js';
import { isOf, type PackageCall, type PackageMethod } from './package-calls.js';
import { transportOf } from './sending-packages.js';

/** What a method sends, and the package that it is of. */
export interface PackageRequest {
  readonly package: string;
  readonly calls: readonly PackageCall[];
}

/**
 * Reads a call; `null` where its receiver is something else. A receiver that nobody knows is an object of the package
 * where it has the name of one, as what handlers are given, and may be one in a file that imports the package.
 */
export function readPackageMethod(
  { expression, point }: Site,
  name: string,
  { methods, subscribing }: Pick<ApiProfile, 'methods' | 'subscribing'>,
  evaluator: Evaluator,
): PackageRequest | null {
  const { file, platform, imports } = point.scope.file;
  const named = methods.get(name)?.filter((method) => method.language === platform) ?? [];
  if (named.length === 0 || expression.kind !== 'call' || expression.callee.kind !== 'member')
    return null;
  const { of } = expression.callee;
  const frame = frameOf(point.scope);
  const receivers = evaluator.ask({ expression: of, frame, point });
  const written = writtenNames(of).at(-1) ?? '';
  const own = named.filter((method) => receivers.some((value) => isFrom(value, method)));
  const isUnknown = receivers.every(({ kind }) => kind === 'unknown' || kind === 'absent');
  const given = isUnknown ? named.filter((one) => isCalled(written, one)) : [];
  // what is taken out of a list of them has any name
  const near = isUnknown
    ? named.filter((one) => imports.some(({ from }) => isOf(from, one.package)))
    : [];
  // of several objects of a package the one of that name
  const fitting = [own, given, near].find((some) => some.length > 0) ?? [];
  const method = fitting.find((one) => isCalled(written, one)) ?? fitting[0];
  if (!method) return null;
  // a class of the app has a method of that name too, and may have made the object
  const isDoubtful = own.length === 0 && (given.length === 0 || evaluator.program.isOwn(name));
  return {
    package: method.package,
    calls: method.calls.map((call) => ({
      ...call,
      possible: call.possible || isDoubtful,
      transport: transportOf(call.transport, file, platform, subscribing),
    })),
  };
}

function isFrom(value: Value, { package: name }: PackageMethod): boolean {
  const path = accessPathOf(value);
  return path !== null && isOf(path.root, name);
}

/** Whether a path is of such a package and leads to none of its objects: the server that a framework makes. */
export const leadsToNoObject = (
  path: AccessPath,
  { methods }: Pick<ApiProfile, 'methods'>,
): boolean => {
  const own = [...methods.values()].flat().filter((method) => isOf(path.root, method.package));
  const names = path.steps.flatMap((step) => (step.kind === 'member' ? [step.name] : []));
  return own.length > 0 && !own.some((method) => names.some((name) => isCalled(name, method)));
};

/** `bot`, `this.bot`, `parrotBot`. */
const isCalled = (written: string, { object }: PackageMethod): boolean => {
  const folded = written.replace(/_/g, '').toLowerCase();
  return folded === object.toLowerCase() || folded.endsWith(object.toLowerCase());
};
