// A plan (YAML, JSON, or lines of METHOD path) -> the calls it states.
import type { Call, Location } from '../model/model.js';
import type { Finding } from '../model/report.js';
import { firstContent, readDocument } from '../text/document.js';
import { unreadable } from '../text/files.js';
import { validatePlan } from '../text/validators.js';
import { type CallSet, defineCallSource } from './source.js';
import { parseStated, stateCall } from './stated.js';

const MAP = /^\s*(?:[{[]|["']?(?:version|calls|recorded|\$schema)["']?\s*:)/;
const LINES = /^\s*(?:[a-z]+(?:[|,][a-z]+)*|\*)[ \t]+(?:\/|\{|https?:)/i;
const isMap = (text: string): boolean => MAP.test(firstContent(text));
const MAX_LINES_LENGTH = 16 * 1024 * 1024;

/** Lists of planned calls, as people and `permlint calls -f plan` write them. */
export const plan = defineCallSource({
  id: 'plan',
  summary: 'a list of planned calls: YAML, JSON, or lines of METHOD path',
  recognises: (text) => isMap(text) || LINES.test(firstContent(text)),
  read: (text, file) => (isMap(text) ? readMap(text, file) : readLines(text, file)),
});

interface Item {
  readonly method: string | readonly string[];
  readonly path: string;
  readonly count?: number;
  readonly api?: string | null;
  readonly events?: readonly string[] | null;
  readonly transport?: string | null;
  readonly possible?: unknown;
}

function readMap(text: string, file: string): { value: CallSet; findings: Finding[] } {
  const document = readDocument(text, validatePlan);
  const findings = document.faults.map((f) =>
    fault({ file, line: f.line, column: f.column }, f.message),
  );
  const broken = new Set(
    document.faults.map(({ path }) => (path[0] === 'calls' ? path[1] : undefined)),
  );
  const { calls: items, recorded } = Object(document.value) as {
    calls?: unknown;
    recorded?: boolean;
  };
  const calls: Call[] = [];
  for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
    if (broken.has(String(index)) || !isItem(item)) continue;
    const location = { file, ...document.at(['calls', index]) };
    const call =
      typeof item === 'string' ? parseStated(item, location, 'plan') : readItem(item, location);
    if (typeof call === 'string') findings.push(fault(location, call));
    else calls.push(call);
  }
  const coverage = recorded === true ? 'part' : 'whole';
  return {
    value: { calls: calls.map((c) => ({ ...c, personal: recorded === true })), coverage },
    findings,
  };
}

/** Whether an item can be read. The schema does not say it here: it is not asked where the text has a syntax error. */
const isItem = (item: unknown): item is string | Item => {
  if (typeof item === 'string') return true;
  const { method, path, count = 1, api = '', events = [], transport = '' } = Object(item);
  const methods: unknown[] = [method].flat();
  const texts = [...methods, path, api, transport, ...[events].flat()];
  return (
    methods.length > 0 && typeof count === 'number' && texts.every((t) => typeof t === 'string')
  );
};

function readItem(
  { method, path, count = 1, api = null, events = null, transport = null, possible }: Item,
  location: Location,
): Call | string {
  const call = stateCall([method].flat() as string[], path, location, 'plan');
  if (typeof call === 'string') return call;
  const rest = possible === true ? { possible: true as const } : {};
  return { ...call, count, api, events, transport, ...rest };
}

function readLines(text: string, file: string): { value: CallSet; findings: Finding[] } {
  const findings: Finding[] = [];
  const calls: Call[] = [];
  if (text.length > MAX_LINES_LENGTH) {
    const finding = unreadable(file, 'a plan of more than 16 MB');
    return { value: { calls, coverage: 'whole' }, findings: [finding] };
  }
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const stated = line.replace(/(^|\s)#.*$/, '');
    if (stated.trim() === '') continue;
    const location = { file, line: index + 1, column: stated.search(/\S/) + 1 };
    const call = parseStated(stated, location, 'plan');
    if (typeof call === 'string') findings.push(fault(location, call));
    else calls.push(call);
  }
  return { value: { calls, coverage: 'whole' }, findings };
}

const fault = (location: Location, message: string): Finding => ({
  ...unreadable(location, message),
  message,
});
