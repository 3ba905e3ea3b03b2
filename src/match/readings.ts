// The path of a call -> the full paths of an API that it may mean.
import type { Call, Segment, Target } from '../model/model.js';
import type { IndexedApi } from './api.js';

/** The literal segments of a base path. */
export const baseSegments = (path: string): string[] =>
  path.split('/').filter((text) => text !== '');

const isBelow = (target: Target, basePath: string): boolean =>
  basePath !== '' && baseSegments(basePath).every((text, index) => target.segments[index] === text);

/** Without a host, what a path begins with says whose it is. */
export const beginsLike = (call: Call, api: IndexedApi): boolean =>
  [...api.servers.map(({ basePath }) => basePath), ...api.prefixes].some((p) => isBelow(call, p));

/**
 * The ways to read a path: as it stands, with a server's base path replaced by the first one's, below the base path,
 * and, where it begins with no prefix of the API, below what clients put before it.
 */
export function readings(call: Target, api: IndexedApi): Target[] {
  const base = baseSegments(api.servers[0]?.basePath ?? '');
  const at = (segments: readonly Segment[]): Target => ({ ...call, segments });
  const own = api.servers.some((server) => server.host === call.host);
  const alike = [...api.servers, ...api.standIns].filter(
    (server) => server.host === call.host && isBelow(call, server.basePath),
  );
  // a stand-in may take the place of the base path, or of what stands before it
  const replaced = alike.flatMap((server) => {
    const rest = call.segments.slice(baseSegments(server.basePath).length);
    return [at([...base, ...rest]), ...(api.standIns.includes(server) ? [at(rest)] : [])];
  });
  const [first] = call.segments;
  const whole =
    own || typeof first !== 'string' || api.prefixes.some((path) => isBelow(call, path));
  const implied = whole ? [] : api.implied.map(baseSegments);
  const below = own || base.length === 0 ? implied : [base, ...implied];
  return [call, ...replaced, ...below.map((path) => at([...path, ...call.segments]))];
}
