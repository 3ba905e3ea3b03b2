// A pattern of paths or routes, as an ignore names them -> a test of texts, or what is wrong with it.
import { posix } from 'node:path';
import picomatch from 'picomatch';

const MAX_LENGTH = 256;
const MAX_STARS = 3;
const OPTIONS = { dot: true, nobrace: true, noextglob: true, nonegate: true } as const;

/** Compiles a pattern: `*` within a segment, `**` for any segments; everything else stands for itself. */
export function compilePattern(text: string): ((path: string) => boolean) | { fault: string } {
  if (text.length > MAX_LENGTH) return { fault: `a pattern has at most ${MAX_LENGTH} characters` };
  const segments = text.split('/');
  if (segments.some((segment) => segment.includes('**') && segment !== '**'))
    return { fault: '** stands for whole segments: /**' };
  if (segments.filter((segment) => segment === '**').length > MAX_STARS)
    return { fault: `a pattern has at most ${MAX_STARS} times **` };
  if (segments.some((segment) => segment.split('*').length - 1 > MAX_STARS))
    return { fault: `a segment has at most ${MAX_STARS} stars` };
  const matches = picomatch(text.replace(/[^\w*/]/gu, '\\$&'), OPTIONS);
  return (path) => matches(path);
}

/** Compiles a pattern of files: one that names a folder means all that is below it, `.` the folder of the config. */
export function compilePathPattern(text: string): ReturnType<typeof compilePattern> {
  if (text.startsWith('/'))
    return { fault: 'a path is taken from the folder of this file, such as src/legacy' };
  const trimmed = posix.normalize(text).replace(/\/$/, '');
  if (trimmed === '.') return (path) => !/^\.\.(\/|$)/.test(path);
  const own = compilePattern(trimmed);
  if ('fault' in own || trimmed.endsWith('**')) return own;
  const below = picomatch(`${trimmed.replace(/[^\w*/]/gu, '\\$&')}/**`, OPTIONS);
  return (path) => own(path) || below(path);
}

/** Compiles `METHOD /path`; `ANY` stands for every method, `{}` for any parameter whatever its name. */
export function compileRoutePattern(
  text: string,
): ((method: string, path: string) => boolean) | { fault: string } {
  const [, method, path] = /^([A-Za-z]+) (\/\S*)$/.exec(text) ?? [];
  if (method === undefined || path === undefined)
    return { fault: 'a route is METHOD /path, such as GET /restapi/**' };
  const matches = compilePattern(nameless(path));
  if ('fault' in matches) return matches;
  const wanted = method.toUpperCase();
  return (other, itsPath) => (wanted === 'ANY' || wanted === other) && matches(nameless(itsPath));
}

const nameless = (path: string): string => path.replace(/\{[^{}]*\}/g, '{}');
