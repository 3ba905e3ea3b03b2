// What a matrix says of packages that send requests of their own + a scan -> the methods of their objects, and what each sends.
import type { IndexedApi } from '../../match/api.js';
import type { PackageSends, SentCall } from '../../model/sdk.js';
import type { SourceText } from '../frontend/lower-files.js';
import { type PackageName, readPackageName } from '../sources/installed-packages.js';
import type { Program } from '../symbols/program.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { textOf } from '../values/substitute.js';
import { open } from './open-path.js';

/** A call that a package sends. */
export interface PackageCall {
  readonly method: string;
  /** With `{}` for its parameters. */
  readonly path: string;
  readonly possible: boolean;
  /** The event filters of a subscription; `null` where it is none, or they are not known. */
  readonly events: readonly string[] | null;
  /** `client`: that of the client which the app subscribes with. */
  readonly transport: string | null;
}

/** A method of an object of a package. */
export interface PackageMethod {
  readonly language: string;
  readonly package: string;
  /** What code calls the object. */
  readonly object: string;
  readonly calls: readonly PackageCall[];
}

/** A package, or a module of one, whose own calls are known. */
export interface SendingPackage extends PackageName, PackageSends {
  readonly language: string;
}

/** Those of an API, in one language or in all. */
export const packagesOf = ({ sdk }: IndexedApi, language?: string): SendingPackage[] =>
  Object.entries(sdk?.sends ?? {}).flatMap(([of, packages]) =>
    language === undefined || language === of
      ? Object.entries(packages).map(([written, sends]) => ({
          ...readPackageName(written),
          ...sends,
          language: of,
        }))
      : [],
  );

/** Whether an import, or what a path begins with, is of a package, or of a file or module in it. */
export const isOf = (from: string, name: string): boolean =>
  from === name || from.startsWith(`${name}/`) || from.startsWith(`${name}.`);

/** The methods of the packages that a program imports or names, by their names. */
export function methodsOf(
  api: IndexedApi,
  sources: readonly SourceText[],
  evaluator: Evaluator,
): Map<string, PackageMethod[]> {
  const { program } = evaluator;
  const methods = new Map<string, PackageMethod[]>();
  for (const { name, language, objects = {} } of packagesOf(api)) {
    if (Object.keys(objects).length === 0 || !isUsed(name, language, sources, program)) continue;
    for (const [object, own] of Object.entries(objects))
      for (const [method, sent] of Object.entries(own)) {
        const calls = callsOfPackage(sent, evaluator);
        const known = methods.get(method) ?? [];
        methods.set(method, [...known, { language, package: name, object, calls }]);
      }
  }
  return methods;
}

/** Whether some file imports a package, or has its name between quotes. */
function isUsed(
  name: string,
  language: string,
  sources: readonly SourceText[],
  program: Program,
): boolean {
  return sources.some(({ file, text }) => {
    const syntax = program.files.get(file)?.scope.file;
    if (syntax?.platform !== language || !text.includes(name)) return false;
    const isQuoted = ['"', "'"].some((quote) =>
      [quote, '/'].some((end) => text.includes(quote + name + end)),
    );
    return isQuoted || syntax.imports.some(({ from }) => isOf(from, name));
  });
}

/** Reads the calls that a matrix says. */
export const callsOfPackage = (
  sent: NonNullable<PackageSends['itself']>,
  evaluator: Evaluator,
): PackageCall[] => [sent].flat().map((one: SentCall) => readSent(one, evaluator));

function readSent(sent: SentCall, evaluator: Evaluator): PackageCall {
  const {
    call,
    events,
    eventsBy,
    transport = null,
  } = typeof sent === 'string' ? { call: sent } : sent;
  const [method = '', path = '', possibly] = call.split(' ');
  return {
    method,
    path: open(path),
    possible: possibly !== undefined,
    events: (eventsBy === undefined ? null : filtersBy(eventsBy, evaluator)) ?? events ?? null,
    transport,
  };
}

/** The filters that functions of the app give; `null` where it has no such function. */
function filtersBy(name: string, evaluator: Evaluator): string[] | null {
  const given = (evaluator.program.functions.get(name) ?? []).flatMap((scope) =>
    scope.returns.flatMap(({ value, point }) =>
      evaluator.ask({ expression: value, frame: frameOf(scope), point }),
    ),
  );
  if (given.length === 0) return null;
  const texts = given.flatMap((value) =>
    value.kind === 'list' ? value.items.flatMap((item) => evaluator.ask(item)) : [value],
  );
  return texts.map((value) => textOf(value) ?? '{}');
}
