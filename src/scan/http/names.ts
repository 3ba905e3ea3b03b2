// The last name of a call -> whether it may send a request, and with which method.
import { endsWith, type NameTest, oneOf, words } from '../name-tables.js';

/** What stands before the method in names such as `doGet`, `api_post`. */
const BEFORE = words(`
  do send perform make run call exec execute invoke submit http https api rest json
  auth authorized authenticated signed simple safe wpremote wpsaferemote`);
const VERBS = words('get post put patch delete del head');
/** What stands behind it, once or several times: `getJson`, `post_form_request`. */
const BEHIND = words(`
  request req call json api http string stream bytearray fromjson asjson withjson forobject
  forentity form multipart raw bytes resource endpoint response urlencoded`);
const VERB = new RegExp(`^(?:${BEFORE.join('|')})?(${VERBS.join('|')})(?:${BEHIND.join('|')})*$`);

/** Calls whose method is among their arguments, by the method that they send where it is not. */
const SENDERS: ReadonlyMap<string, string | null> = new Map([
  ...words(`
    fetch axios got ky urlopen restrequest ajax urlretrieve downloadfile openstream openconnection
    curlinit filegetcontents fopen wpremoterequest newbuilder create createhttp getresponse read
    seturi downloadstring downloaddata httprequest stream`).map((name) => [name, 'GET'] as const),
  ...words('uploadstring uploadvalues uploaddata uploadfile').map(
    (name) => [name, 'POST'] as const,
  ),
  // not known then
  ...words(`
    request send sendrequest makerequest createrequest newrequest newrequestwithcontext
    httprequestmessage runrequest exchange open do call apicall apirequest execute invoke uri url
    dorequest callapi publicsend curlsetopt curlsetoptarray target putrequest`).map(
    (name) => [name, null] as const,
  ),
]);
/** Of these the name alone says nothing: only what is known by its client, or what has the whole URL of the API. */
const COMMON = new Set(
  words(`
    create read target stream newbuilder fopen open url uri send sendrequest execute do call invoke
    publicsend curlinit curlsetopt curlsetoptarray filegetcontents createrequest getresponse seturi`),
);

/** A last name as the tables have it: without signs, in lower case. */
export const foldName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/_/g, '')
    .replace(/async$/, '');

/** The method that a call of this name sends. */
export function verbOf(folded: string): string | null {
  const verb = VERB.exec(folded)?.[1];
  return verb === undefined ? null : verb === 'del' ? 'DELETE' : verb.toUpperCase();
}

/** Whether a folded name is a method of HTTP and nothing else. */
export const isBareVerb: NameTest = oneOf(words('get post put patch delete head'));

/** Whether a name with a verb in it sends only where the client is known: what ends so reads other things as often. */
export const isWeak: NameTest = endsWith(words('string stream bytearray bytes response resource'));

/** The method where the arguments say none; `undefined` for what is no sender. */
export const senderOf = (folded: string): string | null | undefined => SENDERS.get(folded);

/** Whether a name sends only where the client is known. */
export const isClientsOwn: NameTest = oneOf(words('create read target stream newbuilder seturi'));

/** Whether a name is too common to say that a request is sent. */
export const isCommon = (folded: string): boolean => COMMON.has(folded);

/** Whether a call of this name may send a request, whatever it is a call of. */
export function maySend(name: string): boolean {
  const folded = foldName(name);
  return verbOf(folded) !== null || senderOf(folded) !== undefined;
}
