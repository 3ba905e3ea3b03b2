// A call in the code -> the HTTP request that it may send: which expressions give its method and its URL.
import type { Evaluator } from './evaluate.js';
import type { Site } from './scope.js';
import type { Expression } from './syntax.js';
import { type BoundArgument, type Frame, plainText, UNKNOWN, type Value } from './value.js';

/** What a call sends, where it sends anything; methods are upper-case, none where nothing is known. */
export interface Request {
  readonly methods: readonly string[];
  readonly urls: readonly Value[];
  /** The method or the URL is a parameter of the function around. */
  readonly methodHoles: readonly Value[];
  /** What the call is a member of, by its foreign name: `@ringcentral/sdk.SDK().platform()`. */
  readonly client: string | null;
  readonly body: BoundArgument | null;
}

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);
/** Last names of calls that name their method. */
const VERBS: Readonly<Record<string, string>> = {
  ...{
    get: 'GET',
    post: 'POST',
    put: 'PUT',
    patch: 'PATCH',
    delete: 'DELETE',
    del: 'DELETE',
    head: 'HEAD',
  },
  ...{ getforobject: 'GET', getforentity: 'GET', postforobject: 'POST', postforentity: 'POST' },
  ...{
    getstring: 'GET',
    getstream: 'GET',
    getbytearray: 'GET',
    getfromjson: 'GET',
    postasjson: 'POST',
    putasjson: 'PUT',
    getjson: 'GET',
    postjson: 'POST',
    putjson: 'PUT',
    deletejson: 'DELETE',
  },
  ...{ httpget: 'GET', httppost: 'POST', httpput: 'PUT', httppatch: 'PATCH', httpdelete: 'DELETE' },
  ...{ executeget: 'GET', executepost: 'POST', executeput: 'PUT', executedelete: 'DELETE' },
};
/** Last names of calls whose method is among their arguments, and the method where it is not. */
const SENDERS: Readonly<Record<string, string | null>> = {
  ...{
    fetch: 'GET',
    axios: 'GET',
    got: 'GET',
    ky: 'GET',
    request: null,
    send: null,
    urlopen: 'GET',
  },
  ...{
    newrequest: null,
    newrequestwithcontext: null,
    httprequestmessage: null,
    restrequest: 'GET',
  },
  ...{ exchange: null, open: null, do: null, call: null, sendrequest: null, createrequest: null },
  ...{
    makerequest: null,
    apicall: null,
    execute: null,
    invoke: null,
    uri: null,
    url: null,
    curl: null,
  },
};
const URL_KEYS = ['url', 'uri', 'path', 'endpoint', 'href', 'pathname', 'resource'];

/** The last name of a call as the tables have it. */
const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/async$/, '')
    .replace(/_/g, '');

/** Whether a call of this name may send a request. */
export const maySend = (name: string): boolean => fold(name) in VERBS || fold(name) in SENDERS;

/** Reads a call; `null` for what sends nothing. */
export function readRequest(
  site: Site,
  name: string,
  frame: Frame,
  evaluator: Evaluator,
): Request | null {
  const { expression, point } = site;
  const folded = fold(name);
  if (!maySend(name)) return null;
  const args = evaluator.bind(expression.args, { expression, frame, point });
  const callee = expression.kind === 'call' ? expression.callee : expression.type;
  const receivers =
    callee.kind === 'member' ? evaluator.ask({ expression: callee.of, frame, point }) : [];
  const client = clientOf(receivers, callee, evaluator, frame, point);
  const positional = args.filter((argument) => argument.name === null && !argument.spread);
  const values = positional.slice(0, 4).map((argument) => evaluator.ask(argument));
  const option = (keys: readonly string[]): Value[] => {
    const named = args.find(
      (argument) => argument.name !== null && keys.includes(argument.name.toLowerCase()),
    );
    if (named) return evaluator.ask(named);
    return values.flat().flatMap((value) => {
      if (value.kind !== 'object') return [];
      for (const key of keys) {
        const found = evaluator.memberOf(value, key);
        if (found) return found;
      }
      return [];
    });
  };
  const verb = VERBS[folded];
  let methodValues: Value[] = verb ? [] : option(['method', 'verb', 'type', 'httpmethod']);
  let urlIndex = values.findIndex((list) => list.some(isText));
  if (!verb && methodValues.length === 0) {
    const index = values.findIndex((list) => list.some(isMethod));
    if (index !== -1) {
      methodValues = values[index]!;
      urlIndex = values.findIndex(
        (list, at) => at !== index && list.some((v) => isText(v) && !isMethod(v)),
      );
      if (urlIndex === -1) urlIndex = index === 0 ? 1 : 0;
    } else if (values.length > 1 && SENDERS[folded] === null) {
      // request(method, url): both may be parameters
      const [first, second] = values;
      if (
        first!.every(isOpen) &&
        second!.some((v) => isText(v) || isOpen(v)) &&
        !second!.some((v) => v.kind === 'object')
      ) {
        methodValues = first!;
        urlIndex = 1;
      }
    }
  }
  const optionUrl = option(URL_KEYS);
  const urls =
    urlIndex !== -1
      ? values[urlIndex]!.filter((v) => isText(v) || isOpen(v))
      : optionUrl.length > 0
        ? optionUrl
        : (values[methodValues.length > 0 && methodValues === values[0] ? 1 : 0] ?? []).filter(
            ({ kind }) => kind === 'unknown' || kind === 'foreign' || kind === 'made',
          );
  if (urls.length === 0) return null;
  const known = methodValues.flatMap((value) => {
    const text = methodText(value);
    return text ? [text] : [];
  });
  const fallback = SENDERS[folded] ?? null;
  const methods = verb
    ? [verb]
    : known.length > 0
      ? known
      : methodValues.length === 0 && fallback
        ? [fallback]
        : [];
  return {
    methods: [...new Set(methods)],
    urls,
    methodHoles: methodValues.filter(isOpen),
    client,
    body: positional[urlIndex + 1] ?? null,
  };
}

const isText = (value: Value): boolean => value.kind === 'text';
const isOpen = (value: Value): boolean => value.kind === 'unknown' && value.hole.parameter !== null;
const isMethod = (value: Value): boolean => methodText(value) !== null;

/** `'POST'`, `HttpMethod.Post`, `http.MethodGet`, `Method.POST`. */
function methodText(value: Value): string | null {
  if (value.kind === 'foreign' && /Method|Verb|RequestType/i.test(value.name)) {
    const last = value.name
      .split(/[.:]+/)
      .at(-1)!
      .replace(/^Method/, '')
      .toUpperCase();
    return METHODS.has(last) ? last : null;
  }
  const text = plainText(value)?.toUpperCase();
  return text && METHODS.has(text) ? text : null;
}

function clientOf(
  receivers: readonly Value[],
  callee: Expression,
  evaluator: Evaluator,
  frame: Frame,
  point: Site['point'],
): string | null {
  const [named] = receivers.flatMap((value) =>
    value.kind === 'foreign' || value.kind === 'made' ? [value.name] : [],
  );
  if (named) return named;
  if (callee.kind !== 'name') return null;
  const [own = UNKNOWN] = evaluator.ask({ expression: callee, frame, point });
  return own.kind === 'foreign' ? own.name : null;
}
