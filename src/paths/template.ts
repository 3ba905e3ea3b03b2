// Path templates: text -> segments, what each accepts, and which of two is more specific.
import picomatch from 'picomatch';
import type { Segment, Template, TemplateSegment } from '../model/model.js';
import { isUnknown, normaliseText } from './target.js';

/** What is wrong with a template, and where in its text (counted from 0). */
export interface TemplateFault {
  readonly message: string;
  readonly offset: number;
}

const MAX_LENGTH = 256;
const MAX_STARS = 3;
const GLOB_OPTIONS = { dot: true, nobrace: true, noextglob: true, nonegate: true } as const;

/** Parses a path template: literals, `{param}` for a segment or a part of one, `*` in a segment, `**` at the end. */
export function parseTemplate(path: string): Template | TemplateFault {
  if (!path.startsWith('/')) return { message: 'a path begins with /', offset: 0 };
  if (path.includes('*') && path.length > MAX_LENGTH)
    return { message: `a path with * has at most ${MAX_LENGTH} characters`, offset: MAX_LENGTH };
  const texts = path.slice(1).replace(/\/$/, '').split('/');
  const segments: TemplateSegment[] = [];
  let offset = 1;
  for (const [index, text] of texts.entries()) {
    if (path !== '/') {
      const segment = parseSegment(text, index === texts.length - 1);
      if ('message' in segment) return { ...segment, offset: segment.offset + offset };
      segments.push(segment);
    }
    offset += text.length + 1;
  }
  return { path: path.replace(/(.)\/$/, '$1'), segments };
}

function parseSegment(text: string, last: boolean): TemplateSegment | TemplateFault {
  const fault = findFault(text);
  if (fault) return fault;
  if (text === '**') {
    return last ? { kind: 'rest' } : { message: '** stands only at the end of a path', offset: 0 };
  }
  if (text.includes('*')) return parseGlob(text);
  const parts = text.split(/(\{[^}]*\})/).filter((part) => part !== '');
  if (parts.length === 1 && text.startsWith('{')) return { kind: 'parameter' };
  if (!text.includes('{')) return { kind: 'literal', text: normaliseText(text) };
  return { kind: 'mixed', parts: parts.map((p) => (p.startsWith('{') ? null : normaliseText(p))) };
}

function findFault(text: string): TemplateFault | null {
  if (text === '') return { message: 'an empty segment: two slashes follow each other', offset: 0 };
  if (/^\.\.?$/.test(normaliseText(text)))
    return { message: `the segment ${text} has no meaning in a route`, offset: 0 };
  let opened = -1;
  for (const { 0: character, index } of text.matchAll(/%[\da-f]{2}|./gisu)) {
    const at = (message: string): TemplateFault => ({ message, offset: index });
    if (opened >= 0) {
      const name = text.slice(opened, index);
      if (character === '}') {
        if (index === opened + 1) return at('a parameter needs a name: {id}');
        if (text[index + 1] === '{') return at('two parameters need a literal between them');
        opened = -1;
      } else if (!/[\w.-]/.test(character)) {
        return at(`expected } to close ${name}, found ${character}`);
      }
    } else if (character === '{') {
      opened = index;
    } else if (character === '?' || character === '#') {
      return at(`a route has no query or fragment, found ${character}`);
    } else if (!/^(%..|[\w.~!$&'()*+,;=:@-])$/s.test(character)) {
      return at(`${character} cannot stand in a path; percent-encode it`);
    }
  }
  return opened >= 0
    ? { message: `expected } to close ${text.slice(opened)}`, offset: opened }
    : null;
}

function parseGlob(text: string): TemplateSegment | TemplateFault {
  if (text.includes('{')) return { message: 'a segment has parameters or *, not both', offset: 0 };
  if (text.includes('**'))
    return { message: '** stands for whole segments: /**', offset: text.indexOf('**') };
  if (text.split('*').length - 1 > MAX_STARS)
    return { message: `a segment has at most ${MAX_STARS} stars`, offset: 0 };
  const literal = normaliseText(text);
  const pattern = literal.replace(/[^\w*]/g, '\\$&');
  return { kind: 'glob', text: literal, test: picomatch(pattern, GLOB_OPTIONS) };
}

/** The identity of a template: its text with the names of parameters dropped. */
export function templateKey(template: Pick<Template, 'segments'>): string {
  const known = KEYS.get(template);
  if (known !== undefined) return known;
  const key = `/${template.segments.map(segmentKey).join('/')}`;
  KEYS.set(template, key);
  return key;
}

/** Each is asked for several times while matrices merge and are indexed. */
const KEYS = new WeakMap<object, string>();

function segmentKey(segment: TemplateSegment): string {
  switch (segment.kind) {
    case 'literal':
    case 'glob':
      return segment.text;
    case 'mixed':
      return segment.parts.map((part) => part ?? '{}').join('');
    case 'parameter':
      return '{}';
    case 'rest':
      return '**';
  }
}

/**
 * Whether a template segment accepts a call's: `yes`, `no`, or `if`: only should the unknown part of the call
 * turn out to be what the template's literal says.
 */
export function accepts(template: TemplateSegment, segment: Segment): 'yes' | 'if' | 'no' {
  switch (template.kind) {
    case 'parameter':
    case 'rest':
      return 'yes';
    case 'literal':
      if (!isUnknown(segment)) return segment === template.text ? 'yes' : 'no';
      return meet(segment, [template.text]) ? 'if' : 'no';
    case 'mixed':
      if (!isUnknown(segment)) return meet([segment], template.parts, 1) ? 'yes' : 'no';
      if (covers(template.parts, segment)) return 'yes';
      return meet(segment, template.parts) ? 'if' : 'no';
    case 'glob': {
      if (!isUnknown(segment)) return template.test(segment) ? 'yes' : 'no';
      const parts = globParts(template.text);
      if (covers(parts, segment)) return 'yes';
      return meet(segment, parts) ? 'if' : 'no';
    }
  }
}

const globParts = (text: string): (string | null)[] =>
  text.split(/(\*)/).flatMap((part) => (part === '*' ? [null] : part === '' ? [] : [part]));

/**
 * Whether some text fits both patterns, `null` being any text (of `b`: of at least `least` characters).
 * Exact where one side has no `null`; else it compares the literal ends, which errs towards yes.
 */
function meet(
  a: readonly (string | null)[],
  b: readonly (string | null)[],
  least: 0 | 1 = 0,
): boolean {
  if (!a.includes(null)) return fits(a.join(''), b, least);
  if (!b.includes(null)) return fits(b.join(''), a, 0);
  const [headA, tailA, headB, tailB] = [head(a), tail(a), head(b), tail(b)];
  return (
    (headA.startsWith(headB) || headB.startsWith(headA)) &&
    (tailA.endsWith(tailB) || tailB.endsWith(tailA))
  );
}

/** Whether `text` fits the pattern: each literal at its first place after a gap, in linear time. */
function fits(text: string, parts: readonly (string | null)[], least: 0 | 1): boolean {
  let at = 0;
  let gap = false;
  for (const [index, part] of parts.entries()) {
    if (part === null) {
      at += least;
      gap = true;
    } else {
      const lastLiteral = gap && index === parts.length - 1;
      const found = lastLiteral ? text.length - part.length : gap ? text.indexOf(part, at) : at;
      if (found < at || !text.startsWith(part, found)) return false;
      at = found + part.length;
      gap = false;
    }
  }
  return gap ? at <= text.length : at === text.length;
}

/** Whether every text that fits the call's parts surely fits the template's, which has one unknown part. */
const covers = (
  template: readonly (string | null)[],
  segment: readonly (string | null)[],
): boolean =>
  template.filter((part) => part === null).length === 1 &&
  head(segment).startsWith(head(template)) &&
  tail(segment).endsWith(tail(template));

const head = (parts: readonly (string | null)[]): string => parts[0] ?? '';
const tail = (parts: readonly (string | null)[]): string => parts.at(-1) ?? '';

const RANK = { literal: 0, mixed: 1, parameter: 2, glob: 3, rest: 4 } as const;

/** Below zero where `a` is more specific than `b`, zero where neither is. */
export function compareSegments(a: TemplateSegment, b: TemplateSegment): number {
  return RANK[a.kind] - RANK[b.kind] || literalLength(b) - literalLength(a);
}

const literalLength = (segment: TemplateSegment): number =>
  segment.kind === 'mixed' || segment.kind === 'glob'
    ? segmentKey(segment).replace(/\{\}|\*/g, '').length
    : 0;

/** Orders templates segment by segment, the most specific first; zero for a tie. */
export function compareTemplates(a: Template, b: Template): number {
  for (const [index, segment] of a.segments.entries()) {
    const other = b.segments[index];
    if (!other) return segment.kind === 'rest' ? 1 : -1;
    const order = compareSegments(segment, other);
    if (order !== 0) return order;
  }
  return a.segments.length < b.segments.length ? (b.segments.at(-1)?.kind === 'rest' ? -1 : 1) : 0;
}

/** A key that templates have in common which compare as equal, whatever their parameters are called. */
export const rankKey = ({ segments }: Template): string =>
  segments
    .map((s) => (s.kind === 'literal' ? `=${s.text}` : `${RANK[s.kind]}:${literalLength(s)}`))
    .join('/');

/** Whether some path fits both templates. */
export function overlap(a: Template, b: Template): boolean {
  const [longer, shorter] = a.segments.length < b.segments.length ? [b, a] : [a, b];
  return longer.segments.every((segment, index) => {
    const other = shorter.segments[index] ?? shorter.segments.at(-1);
    if (segment.kind === 'rest') return true;
    return (
      other !== undefined && (other.kind === 'rest' || accepts(segment, shapeOf(other)) !== 'no')
    );
  });
}

/** What a template says of any segment that it accepts: its literal text, `null` for each part that it leaves open. */
export const shapeOf = (segment: TemplateSegment): Segment => {
  switch (segment.kind) {
    case 'literal':
      return segment.text;
    case 'mixed':
      return segment.parts;
    case 'glob':
      return globParts(segment.text);
    default:
      return [null];
  }
};
