// The files of a program and what its runs send -> the properties of the scan that do not hold for it.
import type { Call } from '../../../src/model/model.js';
import { pathText } from '../../../src/paths/target.js';
import { platformOf } from '../../../src/scan/frontend/language.js';
import { languageOfText } from '../../../src/scan/frontend/languages/index.js';
import type { SourceText } from '../../../src/scan/frontend/lower-files.js';
import type { FileSyntax } from '../../../src/scan/ir.js';
import { parsed } from '../lower.js';
import { callText, scanFiles } from '../scan-files.js';

/**
 * S: what a run sends is found, or a call that is open may be it. C: a call that is certain is sent by some run.
 * D: the order of the files changes nothing.
 */
export const PROPERTIES = ['S', 'C', 'D'] as const;
export type Property = (typeof PROPERTIES)[number];

/** A property that does not hold, in words. */
export interface Failure {
  readonly property: Property;
  readonly why: string;
}

const BASE = '/restapi/v1.0';

/** Lowers files with grammars that are loaded once: the parser has no room for thousands. */
function lower(sources: readonly SourceText[]): Promise<FileSyntax[]> {
  return Promise.all(
    sources.map(({ file, text }) => {
      const language = languageOfText(file, text)!;
      const extension = file.replace(/^.*\./, '.');
      const code = language.readable?.(text) ?? text;
      return parsed(code, language, extension, (root) => {
        if (root.hasError) throw new Error(`${file} is broken:\n${text}`);
        const { id, traits } = language;
        const of = { file, language: id, platform: platformOf(language), traits };
        return { ...of, ...language.lower(root), directives: [], cuts: [] };
      });
    }),
  );
}

const callsOf = async (files: Readonly<Record<string, string>>): Promise<readonly Call[]> =>
  (await scanFiles(files, [], lower)).calls;

const isPossible = (call: Call): boolean =>
  (call as Call & { readonly possible?: boolean }).possible === true;

const isWhole = ({ segments, open }: Call): boolean =>
  !open && segments.every((segment) => typeof segment === 'string');

const escaped = (text: string): string => text.replace(/[^\w]/g, '\\$&');

/** Whether a call, with what is not known of it, may be this request. */
function mayBe(call: Call, method: string, path: string): boolean {
  if (call.methods.length > 0 && !call.methods.includes(method)) return false;
  const names = path.split('/').slice(1);
  if (call.open ? names.length < call.segments.length : names.length !== call.segments.length)
    return false;
  return call.segments.every((segment, index) => {
    const name = names[index]!;
    if (typeof segment === 'string') return segment === name;
    const pattern = segment.map((part) => (part === null ? '.*' : escaped(part))).join('');
    return new RegExp(`^${pattern}$`).test(name);
  });
}

const withoutBase = (path: string): string =>
  path.startsWith(`${BASE}/`) ? path.slice(BASE.length) : `without the host ${path}`;

const lineOf = (call: Call): string => `${callText(call)}${isPossible(call) ? ' possible' : ''}`;

/** What does not hold for a program that sends this. */
export async function failuresOf(
  files: Readonly<Record<string, string>>,
  sent: ReadonlySet<string>,
  asked: readonly Property[] = PROPERTIES,
): Promise<Failure[]> {
  const calls = await callsOf(files);
  const failures: Failure[] = [];
  const found = `found: ${calls.map(lineOf).join(', ') || 'nothing'}`;
  if (asked.includes('S')) {
    const missed = [...sent].filter((one) => {
      const [method, path] = one.split(' ') as [string, string];
      return !calls.some((call) => mayBe(call, method, BASE + path));
    });
    if (missed.length > 0)
      failures.push({ property: 'S', why: `missed: ${missed.join(', ')}; ${found}` });
  }
  if (asked.includes('C')) {
    const certain = calls
      .filter((call) => !isPossible(call) && isWhole(call))
      .flatMap((call) => call.methods.map((method) => `${method} ${withoutBase(pathText(call))}`));
    const invented = [...new Set(certain)].filter((one) => !sent.has(one));
    if (invented.length > 0)
      failures.push({ property: 'C', why: `invented: ${invented.join(', ')}; ${found}` });
  }
  if (asked.includes('D') && Object.keys(files).length > 1) {
    const backwards = Object.fromEntries(Object.entries(files).reverse());
    const other = await callsOf(backwards);
    if (JSON.stringify(other) !== JSON.stringify(calls))
      failures.push({ property: 'D', why: `${found}; backwards: ${other.map(lineOf).join(', ')}` });
  }
  return failures;
}
