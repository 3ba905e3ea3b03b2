// The parsed files of a scan + an API -> the signs that they use it: imports of its clients, texts that name its servers.
import type { IndexedApi } from '../../match/api.js';
import type { Evidence } from '../../model/report.js';
import type { Position } from '../../text/line-index.js';
import { outerPlace } from '../embedded/outer-places.js';
import type { SourceText } from '../frontend/lower-files.js';
import type { Program } from '../symbols/program.js';

/** One sign per package and host, where it stands first. */
export function findUses(
  sources: readonly SourceText[],
  program: Program,
  api: IndexedApi,
  folder: string,
): Evidence[] {
  const packages = (api.sdk?.packages ?? []).map((name) => name.toLowerCase());
  const hosts = [...api.servers, ...api.standIns].map(({ host, setting }) => setting ?? host);
  const imports = new Map<string, Evidence>();
  const mentions = new Map<string, Evidence>();
  const put = (
    into: Map<string, Evidence>,
    kind: Evidence['kind'],
    name: string,
    source: SourceText,
  ) => {
    if (into.has(name)) return;
    const location = { file: `${folder}${source.file}`, ...importPlace(source, name) };
    into.set(name, { api: api.name, kind, name, location });
  };
  for (const source of sources) {
    const syntax = program.files.get(source.file)?.scope.file;
    for (const one of syntax?.imports ?? []) {
      const from = one.from.toLowerCase();
      const isClient = NAME.test(from) && packages.some((name) => from.startsWith(name));
      if (isClient && program.resolve(syntax!, one) === null && !isOwn(one.from, program))
        put(imports, 'import', one.from, source);
    }
    for (const host of hosts)
      if (source.text.includes(host)) put(mentions, 'mention', host, source);
  }
  return [...imports.values(), ...mentions.values()];
}

/** Where a file imports a name, or else where it has it first. */
export function importPlace(source: SourceText, name: string): Position {
  const place = { line: importLine(source.text, name), column: 1 };
  return outerPlace(source, place);
}

function importLine(text: string, name: string): number {
  const lines = text.split('\n');
  const stated = lines.findIndex((line) => line.includes(name) && IMPORTS.test(line));
  const at = stated === -1 ? lines.findIndex((line) => line.includes(name)) : stated;
  return Math.max(0, at) + 1;
}

/** What is shown of an import is the name of a package, and nothing else. */
const NAME = /^[@\w][\w.@/\\-]{0,100}$/;
const IMPORTS = /\b(import|require|using|use|from|include)\b/;

/** Whether the app itself has a folder or file of that name: its own package, or what an include names by its path. */
export function isOwn(from: string, { files }: Program): boolean {
  const paths = [from, from.replace(/[.\\]/g, '/')].map((path) => `/${path}`);
  return [...files.keys()].some((file) => {
    const [whole, plain] = [`/${file}`, `/${file.replace(/\.\w+$/, '')}`];
    return paths.some(
      (path) => [whole, plain].some((f) => f.endsWith(path)) || whole.includes(`${path}/`),
    );
  });
}
