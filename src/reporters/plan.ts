// Reports -> a plan of the calls in them, which permlint reads again with the same result. No value of a recording is
// left by then; queries never are.

import type { Api, Match, Route } from '../model/model.js';
import { type Report, saying } from '../model/report.js';
import { pathText } from '../paths/target.js';
import { filterText } from '../requirements/demand.js';
import { printable } from '../text/printable.js';
import { placeText } from './layout.js';
import { defineReporter } from './reporter.js';

/** The calls of known APIs; `recorded` where they are only part of what an app makes. */
export const plan = defineReporter({
  id: 'plan',
  summary: 'the calls as a plan, for permlint to read again: YAML',
  render(reports) {
    const whole = reports.every(({ coverage, lost }) => coverage === 'whole' && !lost);
    const items = reports.flatMap(writeReport);
    const head = ['# yaml-language-server: $schema=node_modules/permlint/schema/plan.json'];
    const lines = [
      ...[...head, 'version: 1', ...(whole ? [] : ['recorded: true'])],
      ...(items.some((line) => !line.startsWith('  #'))
        ? ['calls:', ...items]
        : [...items, 'calls: []']),
    ];
    return `${lines.map((line) => printable(line).replace(/[\r\n]/g, ' ')).join('\n')}\n`;
  },
});

function writeReport(report: Report): string[] {
  const { app, matches, findings, lost, apis, checks } = report;
  const unread = lost ? findings.filter(saying('input lost', checks)) : [];
  const items = matches.filter(({ outcomes }) => outcomes.length > 0).map((m) => toItem(m, apis));
  return [
    ...(app === null ? [] : [`  # app ${app}`]),
    ...unread.map(
      ({ check, severity, message, location }) =>
        `  # ${placeText(location)}: ${severity}[${check}]: ${message}`,
    ),
    ...joinAlike(items).flatMap(writeItem),
  ];
}

/** What is written of a call: its request and what else is known of it, as lines, and how often it is made. */
interface Item {
  readonly methods: readonly string[];
  readonly path: string;
  readonly facts: readonly string[];
  readonly count: number;
  readonly personal: boolean;
}

function toItem(match: Match, apis: readonly Api[]): Item {
  const { methods, count, events, transport, personal, possible } = match.call;
  const route = recordedRoute(match);
  const api = match.call.api ?? (route && apis.length > 1 ? match.api : null);
  const facts = [
    ...(api === null ? [] : [`api: ${scalar(api)}`]),
    ...(transport === null ? [] : [`transport: ${scalar(transport)}`]),
    ...(events === null ? [] : writeEvents(events)),
    ...(possible ? ['possible: true'] : []),
  ];
  return { methods, path: writePath(match, route), facts, count, personal };
}

/** Recorded calls that are written alike are one. */
function joinAlike(items: readonly Item[]): Item[] {
  const joined = new Map<string, Item>();
  for (const [index, item] of items.entries()) {
    const { methods, path, facts, personal } = item;
    const key = JSON.stringify(personal ? [methods, path, facts] : index);
    joined.set(key, { ...item, count: item.count + (joined.get(key)?.count ?? 0) });
  }
  return [...joined.values()];
}

function writeItem({ methods, path, facts, count }: Item): string[] {
  if (facts.length === 0 && count === 1)
    return [`  - ${scalar(`${methods.join('|') || 'ANY'} ${path}`)}`];
  const method = methods.length === 1 ? scalar(methods[0]!) : `[${methods.map(scalar).join(', ')}]`;
  const times = count === 1 ? [] : [`count: ${count}`];
  return [
    `  - method: ${methods.length === 0 ? 'ANY' : method}`,
    ...[`path: ${scalar(path)}`, ...times, ...facts].map((line) => `    ${line}`),
  ];
}

const writeEvents = (events: readonly string[]): string[] =>
  events.length === 0
    ? ['events: []']
    : ['events:', ...events.map((filter) => `  - ${scalar(filterText(filter))}`)];

/** Text that needs no quotes; all else is written as JSON, which YAML reads. */
const PLAIN =
  /^(?:[A-Z]+(?:\|[A-Z]+)* )?(?:https?:\/)?\/[\w./~{}%*-]*$|^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/;
const NAME = /^(?!(?:null|true|false|yes|no|on|off)$)[A-Za-z][\w/-]*$/i;
const scalar = (text: string): string =>
  PLAIN.test(text) || NAME.test(text) ? text : JSON.stringify(text);

/** The path as the call has it; that of a recorded call is the one of its route, whatever server took it. */
function writePath({ call }: Match, route: Route | null): string {
  if (route) return route.path.replace(/\{[^}]*\}/g, '{}');
  const { host, segments, open } = call;
  if (host === null) return pathText(call);
  // plain http where https would drop the port
  const scheme = host.endsWith(':443') ? 'http' : 'https';
  return `${scheme}://${host}${open && segments.length === 0 ? '/**' : pathText(call)}`;
}

/** The route that a recorded call surely has. */
function recordedRoute({ call, outcomes }: Match): Route | null {
  if (!call.personal) return null;
  const routes = outcomes.map((outcome) => {
    const [first] = outcome.kind === 'routed' ? outcome.candidates : [];
    return first?.certainty === 'certain' || first?.certainty === 'either' ? first.route : null;
  });
  const [route = null] = routes;
  return route && routes.every((r) => r === route) && !route.path.includes('*') ? route : null;
}
