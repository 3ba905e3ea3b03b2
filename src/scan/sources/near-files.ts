// Texts of source files + what names an API -> the files in which a request that cannot be resolved may be one of it.
import type { SourceText } from '../frontend/lower-files.js';
import { calledName, type Program } from '../symbols/program.js';

/**
 * The files that name the API, those that they import, and those that these import. A request that stands elsewhere is
 * taken for one to another vendor.
 * @param names what a text has that names a host or a path of the API
 * @param packages what the names of its client packages begin with
 */
export function filesNear(
  sources: readonly SourceText[],
  names: RegExp,
  packages: readonly string[],
  program: Program,
): Set<string> {
  const named = new Set<string>();
  for (const { file, text } of sources) {
    const scope = program.files.get(file)?.scope;
    const imports = scope?.file.imports ?? [];
    const imported = imports.some(({ from }) => packages.some((name) => begins(from, name)));
    const stated = (scope?.file.directives.length ?? 0) > 0;
    if (stated || imported || names.test(text) || quotes(text, packages)) named.add(file);
  }
  const near = new Set(named);
  for (let level = 0; level < LEVELS; level++)
    for (const file of [...near]) {
      const syntax = program.files.get(file)?.scope.file;
      for (const one of syntax?.imports ?? []) {
        const target = program.resolve(syntax!, one);
        if (target) near.add(target.file);
      }
      if (syntax?.traits.sharesFunctions)
        for (const called of sharedBy(file, program)) near.add(called);
    }
  return near;
}

/** The files whose functions a file calls without an import. */
const sharedBy = (file: string, program: Program): string[] =>
  (program.files.get(file)?.sites ?? []).flatMap((site) =>
    (program.functions.get(calledName(site)) ?? [])
      .filter((scope) => scope.class === null && scope.file.traits.sharesFunctions)
      .map((scope) => scope.file.file),
  );

/** How many imports deep: a helper, and what it is made of. */
const LEVELS = 2;

const begins = (from: string, name: string): boolean =>
  from.toLowerCase().startsWith(name.toLowerCase());

/** `require('@ringcentral/sdk')`, wherever it stands. */
const quotes = (text: string, packages: readonly string[]): boolean =>
  packages.some((name) =>
    [`'${name}`, `"${name}`, `new ${name}`].some((sign) => text.includes(sign)),
  );
