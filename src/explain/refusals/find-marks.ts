// Normalised text -> the marks in it in order: signs of refusals, objects, lines, statuses and requests.
import type { SignPattern } from './compile-forms.js';
import type { Mark } from './seen-refusal.js';

/** A mark and where it begins in the text, counted from 0. */
export type PlacedMark = Mark & { readonly at: number };

const STATUS =
  /\bHTTP\/\d(?:\.\d)?["']?\s{1,4}([45]\d\d)\b|\bHTTP error(?: code)?:?\s{1,4}([45]\d\d)\b|\bstatus(?:[ _-]?(?:code|text))?["'\])]{0,3}\s{0,4}(?:=>|[:=])?\s{0,4}["']?([45]\d\d)\b|\b([45]\d\d) (?:client error|forbidden|unauthorized)\b/gi;
const REQUEST =
  /(?<![\w-])(GET|POST|PUT|PATCH|DELETE|HEAD)["']?[\s:,]{1,4}["']?((?:https?:\/\/|\/)(?:[^\s"'<>\\)\]{};,]|\{\w{0,60}\}|,(?=\d)){0,2000})/g;
const METHOD =
  /(?<![\w-])method["']?\s{0,4}(?:=>|[:=])\s{0,4}["']?(get|post|put|patch|delete|head)\b/gi;
const TARGET =
  /(?<![\w-])(?:url|uri|path|endpoint|href|originalUrl|requestUrl)["']?\s{0,4}(?:=>|[:=])\s{0,4}["']?((?:https?:\/\/|\/)(?:[^\s"'<>\\)\]{};,]|\{\w{0,60}\}){0,2000})/gi;
const SHAPES = new Map([
  [0x7b, 'open'],
  [0x7d, 'close'],
  [0x0a, 'line'],
] as const) as ReadonlyMap<number, 'open' | 'close' | 'line'>;

/** Finds them all. */
export function findMarks(text: string, patterns: readonly SignPattern[]): PlacedMark[] {
  const marks: PlacedMark[] = [];
  const find = (pattern: RegExp, read: (hit: RegExpExecArray) => Mark) => {
    for (const hit of text.matchAll(pattern)) marks.push({ ...read(hit), at: hit.index });
  };
  for (let at = 0; at < text.length; at++) {
    const kind = SHAPES.get(text.charCodeAt(at));
    if (kind) marks.push({ kind, at });
  }
  for (const sign of findSigns(text, patterns)) marks.push(sign);
  find(STATUS, (hit) => ({ kind: 'status', status: Number(hit.slice(1).find(Boolean)) }));
  find(REQUEST, ([, method = '', target = '']) => ({ kind: 'target', target, method }));
  find(METHOD, ([, method = '']) => ({ kind: 'method', method: method.toUpperCase() }));
  find(TARGET, ([, target = '']) => ({ kind: 'target', target, method: null }));
  return marks.sort((a, b) => a.at - b.at);
}

/** Of wordings that overlap the one that its matrix names first. */
function findSigns(text: string, patterns: readonly SignPattern[]): PlacedMark[] {
  const hits = patterns.flatMap(({ pattern, read }, rank) =>
    [...text.matchAll(pattern)].map((hit) => ({
      sign: { ...read(hit), at: hit.index },
      rank,
      end: hit.index + hit[0].length,
    })),
  );
  const kept: typeof hits = [];
  const wordings = hits.filter(({ sign }) => sign.kind === 'wording');
  wordings.sort((a, b) => a.sign.at - b.sign.at || a.rank - b.rank);
  for (const hit of wordings) {
    const last = kept.at(-1);
    if (!last || last.end <= hit.sign.at) kept.push(hit);
    else if (hit.rank < last.rank) kept[kept.length - 1] = hit;
  }
  const others = hits.filter(({ sign }) => sign.kind !== 'wording');
  return [...kept, ...others].map(({ sign }) => sign);
}
