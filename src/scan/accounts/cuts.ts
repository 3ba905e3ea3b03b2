// The parts of the code that were not understood + one API -> those in which a call of it may be lost: doubts.
import type { Doubt } from '../../model/report.js';
import { maySend } from '../http/names.js';
import type { CutText, Place } from '../ir.js';
import { placeKey } from '../requests/collector.js';
import type { FileScopes } from '../symbols/file-scopes.js';
import { calledName } from '../symbols/program.js';
import type { SeenOfApi } from './account-for-texts.js';
import { type ApiText, apiTextFinder, callsOf } from './api-texts.js';
import { fitsRoute } from './code-texts.js';

/** A text of an API in a cut, with its place in the file. */
interface LostText extends Place {
  readonly target: string | null;
}

/**
 * A cut is harmless where no text of the API is in it that is part of no request, and no call that may send one is lost.
 * @param folder what stands before the paths of files, with a slash at its end; may be empty
 */
export function accountForCuts(seen: SeenOfApi, folder: string): Doubt[] {
  const { api, profile, evaluator } = seen;
  const find = cutTextFinder(seen);
  const doubts: Doubt[] = [];
  for (const [file, scopes] of evaluator.program.files)
    for (const cut of scopes.scope.file.cuts) {
      const named = find(cut);
      const texts = named.filter((text) => !isRequested(text, cut, file, seen.requests.texts));
      const isNear = named.length > 0 || profile.near.has(file);
      if (texts.length === 0 && !(isNear && losesCall(cut, scopes))) continue;
      const [first] = texts;
      const location = { file: `${folder}${file}`, ...placeOf(first ?? cut.at) };
      doubts.push({
        kind: 'cut region',
        location,
        reason: REASONS[cut.why],
        calls: callsOf(texts.length > 0 ? texts : [{ target: null }], api, location),
      });
    }
  return doubts;
}

const REASONS: Readonly<Record<CutText['why'], string>> = {
  syntax: 'there is a syntax error in it',
  depth: 'it is nested deeper than it is followed',
};

const placeOf = ({ line, column }: Place) => ({ line, column });

/** Finds the texts of an API in a cut: those that name it, and the quoted paths that fit a route. */
function cutTextFinder({ api, profile }: SeenOfApi): (cut: CutText) => LostText[] {
  const find = apiTextFinder(api);
  return ({ text, at }) => {
    const named = find(text).filter(({ isPackage }) => !isPackage);
    const quoted = [...text.matchAll(QUOTED)].flatMap(({ index, 1: path = '' }) => {
      const isNamed = named.some((one) => one.index >= index && one.index <= index + path.length);
      return !isNamed && fitsRoute(path, profile) ? [{ index: index + 1, target: path }] : [];
    });
    return [...named, ...quoted].map((one) => placed(one, text, at.line));
  };
}

const QUOTED = /["'`]([^"'`\n]{3,200})/g;

function placed(
  { index, target }: Pick<ApiText, 'index' | 'target'>,
  text: string,
  first: number,
): LostText {
  const before = text.slice(0, index);
  const line = first + (before.match(/\n/g)?.length ?? 0);
  return { target, line, column: index - before.lastIndexOf('\n') };
}

/** Whether a literal that is part of a request begins where a text does, or before it on its line. */
function isRequested(
  { line, column }: LostText,
  { text, at }: CutText,
  file: string,
  requested: ReadonlySet<string>,
): boolean {
  const own = text.split('\n')[line - at.line] ?? '';
  for (let start = column; start > 0; start--) {
    if (requested.has(placeKey(file, { line, column: start }))) return true;
    // what stands before the quote of the literal is not of it
    if (start < column && /["'`]/.test(own[start - 1] ?? '')) return false;
  }
  return false;
}

/** Whether more calls that may send a request are written in a cut than were found there. */
function losesCall({ text, at }: CutText, { sites }: FileScopes): boolean {
  const last = at.line + text.split('\n').length - 1;
  const found = new Map<string, number>();
  for (const site of sites) {
    const { line } = site.expression.at;
    const name = calledName(site);
    if (line >= at.line && line <= last) found.set(name, (found.get(name) ?? 0) + 1);
  }
  for (const { 1: name = '' } of text.matchAll(/(\w+)\s*\(/g)) {
    if (!maySend(name)) continue;
    const left = (found.get(name) ?? 0) - 1;
    if (left < 0) return true;
    found.set(name, left);
  }
  return false;
}
