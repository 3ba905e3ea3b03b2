// A permission -> which routes need it, what includes it, which calls of this project need it, granted or not.
import { demandOf, possibleDemand } from '../demand.js';
import { type Api, COMMAND_LINE, type Permission } from '../model.js';
import type { Report } from '../report.js';
import { inColumns, placeText, wrap } from '../reporters/layout.js';
import { namesIn } from '../requirement.js';
import { pathText } from '../target.js';

const SHOWN = 10;

/** Explains a permission of one API. */
export function explainPermission(permission: Permission, api: Api, report: Report): string {
  const { name, scheme, title, location } = permission;
  const routes = api.routes.filter((route) => namesIn(possibleDemand(route, scheme)).has(name));
  const holders = api.permissions.filter(
    (p) => p.scheme === scheme && p.includes.some((edge) => edge.name === name),
  );
  const includes = permission.includes.map((edge) => edgeText(edge.name, edge.verified));
  const lines = [
    ...wrap(
      `${name}${title === name ? '' : ` ("${title}")`}: ${scheme} permission of ${api.title}`,
      80,
    ),
    '',
    `  declared     ${location.file}:${location.line}`,
    `  includes     ${includes.join(', ') || 'nothing'}`,
    `  included in  ${holders.map((p) => edgeText(p.name, isVerified(p, name))).join(', ') || 'nothing'}`,
    `  granted      ${grantedText(permission, api, report)}`,
    '',
    `Needed by ${count(routes.length, 'route')}`,
    ...shorten(routes.map((route) => `  ${route.method} ${route.path}`)),
  ];
  const calls = callsNeeding(permission, report);
  if (calls.length > 0)
    lines.push(
      '',
      `Needed by ${count(calls.length, 'call')} here`,
      ...shorten(inColumns(calls, '  ')),
    );
  else if (report.matches.length > 0) lines.push('', 'Needed by no call here');
  return `${lines.join('\n')}\n`;
}

const edgeText = (name: string, verified: boolean): string =>
  `${name} (${verified ? 'verified' : 'not verified'})`;

const isVerified = ({ includes }: Permission, name: string): boolean =>
  includes.some((edge) => edge.name === name && edge.verified);

function grantedText({ name, scheme }: Permission, api: Api, { grants, held }: Report): string {
  if (!grants) return 'not known: no grants are given';
  const own = grants.grants.find(
    (g) => g.name === name && (g.scheme ?? api.defaultScheme) === scheme,
  );
  if (own) {
    const { file, line } = own.location;
    const where = file === COMMAND_LINE ? 'on the command line' : `${file}:${line}`;
    return `yes, ${own.confirmed ? 'confirmed by a token' : 'declared'}, ${where}`;
  }
  const holdings = held.get(api.name)?.get(scheme);
  if (!holdings) return `not known: the grants name no ${scheme} permission`;
  const truth = holdings.get(name);
  if (truth === 'granted') return 'by inclusion';
  return truth === 'assumed' ? 'by inclusion, not verified' : 'no';
}

function callsNeeding({ name, scheme }: Permission, { matches }: Report) {
  return matches.flatMap(({ call, outcomes }) => {
    const needed = outcomes.some(
      (outcome) =>
        'candidates' in outcome &&
        outcome.candidates.some(
          ({ route, certainty }) =>
            certainty !== 'remote' && namesIn(demandOf(route, scheme, call)).has(name),
        ),
    );
    const text = `${call.methods.join('|') || 'ANY'} ${pathText(call)}`;
    return needed ? [{ place: placeText(call.locations[0]!), text }] : [];
  });
}

const shorten = (lines: readonly string[]): string[] =>
  lines.length <= SHOWN
    ? [...lines]
    : [...lines.slice(0, SHOWN), `  and ${lines.length - SHOWN} more`];

const count = (n: number, noun: string): string => `${n} ${n === 1 ? noun : `${noun}s`}`;
