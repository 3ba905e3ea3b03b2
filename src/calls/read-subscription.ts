// The body of a recorded request + where its event filters stand -> those and their transport; nothing else is kept.
import type { Call, RowFacts } from '../model/model.js';
import { parseTarget, pathText, withoutMarkers } from '../paths/target.js';

/** What a call says of a subscription. */
type Subscription = Pick<Call, 'events' | 'transport'>;

const NOT_KNOWN: Subscription = { events: null, transport: null };
const MAX_BODY = 1024 * 1024;
const MAX_EVENTS = 1000;
const MAX_LENGTH = 2000;
const TRANSPORT = /^[\w./-]{1,60}$/;

/** Reads the filters and the transport of a `postData`; what cannot be read is not known, never nothing. */
export function readSubscription(
  postData: unknown,
  fields: NonNullable<RowFacts['body']>,
): Subscription {
  const { text } = Object(postData) as { text?: unknown };
  if (typeof text !== 'string' || text.length > MAX_BODY) return NOT_KNOWN;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return NOT_KNOWN;
  }
  const events = readEvents(valueAt(body, fields.events));
  const transport = valueAt(body, fields.transport);
  const named = typeof transport === 'string' && TRANSPORT.test(transport);
  return { events, transport: named ? transport : null };
}

/** The value below keys joined by dots. */
function valueAt(value: unknown, field: string | undefined): unknown {
  let found = field === undefined ? undefined : value;
  for (const key of field?.split('.') ?? []) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

/** Each filter once, without its query; one that cannot be read is unknown as a whole. */
function readEvents(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length > MAX_EVENTS) return null;
  if (!value.every((filter): filter is string => typeof filter === 'string')) return null;
  return [...new Set(value.map(plainFilter))];
}

function plainFilter(filter: string): string {
  const target = filter.length > MAX_LENGTH ? '' : parseTarget(withoutMarkers(filter));
  return typeof target === 'string' ? '{}' : pathText(target);
}
