// "METHOD /path" as a person writes it -> a call, or one sentence that says what is wrong.
import type { Call, Location } from '../model/model.js';
import { parseTarget } from '../paths/target.js';

const STATED = /^\s*([a-z]+(?:[|,][a-z]+)*|\*)\s+(\S+)\s*$/i;
const NOT_KNOWN = /^(\*|any)$/i;

/** Whether a word of the command line or a config is a call, not the name of a file. */
export const looksLikeCall = (text: string): boolean => STATED.test(text);

/** Reads `METHOD target`; several methods stand as `GET|POST`, one that is not known as `ANY`. */
export function parseStated(text: string, location: Location, source: string): Call | string {
  const [, method, target] = STATED.exec(text) ?? [];
  if (method === undefined || target === undefined) return 'expected METHOD /path';
  return stateCall(method.split(/[|,]/), target, location, source);
}

/** Makes a call of its parts; `{}` in the target stands for what is not known. */
export function stateCall(
  methods: readonly string[],
  text: string,
  location: Location,
  source: string,
): Call | string {
  const target = parseTarget(text);
  if (typeof target === 'string') return target;
  const bad = methods.find((method) => !/^([a-z]+|\*)$/i.test(method));
  if (bad !== undefined) return 'a method is one word of letters';
  return {
    host: target.host,
    segments: target.segments,
    open: target.open,
    methods: effectiveMethods(methods, target.methodOverride),
    stated: true,
    personal: false,
    api: null,
    events: null,
    transport: null,
    count: 1,
    source,
    locations: [location],
  };
}

/** In upper case, a POST replaced by the method that it tunnels; none where one of them is not known. */
export function effectiveMethods(methods: readonly string[], override: string | null): string[] {
  const upper = methods.map((method) => method.toUpperCase());
  const sent = upper.map((method) => (method === 'POST' ? (override ?? method) : method));
  return sent.some((method) => NOT_KNOWN.test(method)) ? [] : [...new Set(sent)];
}
