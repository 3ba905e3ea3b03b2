// The last name of a call -> whether it may send a request, and with which method.

const VERB =
  /^(?:do|send|perform|make|run|call|exec|execute|https?|api|rest|submit|json|auth|authorized|authenticated|signed|simple|safe|invoke|wp(?:safe)?remote)?(get|post|put|patch|delete|del|head)(?:request|req|call|json|api|http|string|stream|bytearray|fromjson|asjson|withjson|forobject|forentity|form|multipart|raw|bytes|resource|endpoint|response|urlencoded)*$/;

/** Calls whose method is among their arguments, and the method where it is not; `null`: not known then. */
const SENDERS: Readonly<Record<string, string | null>> = {
  ...{ fetch: 'GET', axios: 'GET', got: 'GET', ky: 'GET', urlopen: 'GET', restrequest: 'GET' },
  ...{ request: null, send: null, sendrequest: null, makerequest: null, createrequest: null },
  ...{ newrequest: null, newrequestwithcontext: null, httprequestmessage: null, runrequest: null },
  ...{ exchange: null, open: null, do: null, call: null, apicall: null, apirequest: null },
  ...{ execute: null, invoke: null, uri: null, url: null, dorequest: null, callapi: null },
  ...{ publicsend: null, ajax: 'GET', urlretrieve: 'GET', downloadfile: 'GET', openstream: 'GET' },
  ...{ openconnection: 'GET', curlinit: 'GET', curlsetopt: null, curlsetoptarray: null },
  ...{ filegetcontents: 'GET', fopen: 'GET', wpremoterequest: 'GET', newbuilder: 'GET' },
  ...{
    create: 'GET',
    createhttp: 'GET',
    getresponse: 'GET',
    read: 'GET',
    target: null,
    seturi: null,
  },
  ...{ downloadstring: 'GET', downloaddata: 'GET', uploadstring: 'POST', uploadvalues: 'POST' },
  ...{
    uploaddata: 'POST',
    uploadfile: 'POST',
    putrequest: null,
    httprequest: 'GET',
    stream: 'GET',
  },
};
/** Of these the name alone says nothing: only what is known by its client, or what has the whole URL of the API. */
const COMMON = new Set([
  ...['create', 'read', 'target', 'stream', 'newbuilder', 'fopen', 'open', 'url', 'uri', 'send'],
  ...['sendrequest', 'execute', 'do', 'call', 'invoke', 'publicsend', 'curlinit', 'curlsetopt'],
  ...['curlsetoptarray', 'filegetcontents', 'createrequest', 'getresponse', 'seturi'],
]);

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

/** What ends so reads something else as often: only where the client is known. */
const WEAK = /(string|stream|bytearray|bytes|response|resource)$/;

/** Whether a name with a verb in it sends only where the client is known. */
export const isWeak = (folded: string): boolean => WEAK.test(folded);

/** The method where the arguments say none; `undefined` for what is no sender. */
export const senderOf = (folded: string): string | null | undefined =>
  Object.hasOwn(SENDERS, folded) ? SENDERS[folded] : undefined;

/** Names that send only where the client is known. */
const CLIENTS_OWN = new Set(['create', 'read', 'target', 'stream', 'newbuilder', 'seturi']);

/** Whether a name sends only where the client is known. */
export const isClientsOwn = (folded: string): boolean => CLIENTS_OWN.has(folded);

/** Whether a name is too common to say that a request is sent. */
export const isCommon = (folded: string): boolean => COMMON.has(folded);

/** Whether a call of this name may send a request. */
export function maySend(name: string): boolean {
  const folded = foldName(name);
  return verbOf(folded) !== null || senderOf(folded) !== undefined;
}
