// A call that may be a request -> whether it surely is one, even where nothing is known of its URL.
import { type ApiProfile, isClient } from '../api/api-profile.js';
import { isClientName, isPlainVerb, surelySends } from '../http/certainty.js';
import { foldName } from '../http/names.js';
import type { Site } from '../symbols/scope.js';
import type { Request } from './request.js';

/**
 * Judges a call.
 * @param name the last name of what is called
 */
export function isSure(
  site: Site,
  name: string,
  { client, sure }: Pick<Request, 'client' | 'sure'>,
  api: ApiProfile,
): boolean {
  if (sure) return true;
  const folded = foldName(name);
  if (client === null) return isPlainVerb(folded) && isClientName(receiverOf(site));
  return isClient(ownerIn(client), api) && surelySends(folded);
}

/** What an unresolved module of the app itself is imported as. */
const OWN_MODULE = /^(?:\.|[@~]\/|#)/;

/** What says whose a call is: its whole name, but of a module of the app only what the called function is a member of. */
const ownerIn = (client: string): string =>
  OWN_MODULE.test(client) ? (client.split('.').at(-2) ?? '') : client;

function receiverOf({ expression }: Site): string {
  const callee = expression.kind === 'call' ? expression.callee : expression.type;
  const of = callee.kind === 'member' ? callee.of : null;
  return of?.kind === 'name' || of?.kind === 'member' ? of.name.replace(/^_+/, '') : '';
}
