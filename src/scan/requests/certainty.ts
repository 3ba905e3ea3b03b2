// A call that may be a request -> whether it surely is one, even where nothing is known of its URL.
import { type ApiMarks, isClient } from '../api/api-profile.js';
import { foldName } from '../http/names.js';
import type { Site } from '../symbols/scope.js';
import type { Request } from './request.js';

const SENDING = /^(get|post|put|patch|delete|del|head|request|send|fetch|axios|got|ky|urlopen)$/;
const VERBS = /^(get|post|put|patch|delete|del|head|request|fetch)$/;
/** What people call a client whose type the code does not say. */
const WRITTEN =
  /^(https?|api|rest|platform|agent|sdk|rc|axios)$|client$|(?<=[a-z])(Http|Api|Platform|Sdk)$/;

/**
 * Judges a call.
 * @param name the last name of what is called
 */
export function isSure(
  site: Site,
  name: string,
  { client, sure }: Pick<Request, 'client' | 'sure'>,
  api: ApiMarks,
): boolean {
  if (sure) return true;
  const folded = foldName(name);
  if (client === null) return VERBS.test(folded) && WRITTEN.test(receiverOf(site));
  return isClient(client, api) && SENDING.test(folded);
}

function receiverOf({ expression }: Site): string {
  const callee = expression.kind === 'call' ? expression.callee : expression.type;
  const of = callee.kind === 'member' ? callee.of : null;
  return of?.kind === 'name' || of?.kind === 'member' ? of.name.replace(/^_+/, '') : '';
}
