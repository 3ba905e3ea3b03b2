// A permission -> which routes need it, what includes it, which calls of this project need it, granted or not.

import type { Api, Permission } from '../model/model.js';
import type { Report } from '../model/report.js';
import { inColumns, wrap } from '../reporters/layout.js';
import { possibleDemand } from '../requirements/demand.js';
import { namesIn } from '../requirements/evaluate.js';
import { counted } from '../text/counted.js';
import { callsNeeding, grantedText } from './permission-facts.js';

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
    `Needed by ${counted(routes.length, 'route')}`,
    ...shorten(routes.map((route) => `  ${route.method} ${route.path}`)),
  ];
  const calls = callsNeeding(permission, report);
  if (calls.length > 0)
    lines.push(
      '',
      `Needed by ${counted(calls.length, 'call')} here`,
      ...shorten(inColumns(calls, '  ')),
    );
  else if (report.matches.length > 0) lines.push('', 'Needed by no call here');
  return `${lines.join('\n')}\n`;
}

const edgeText = (name: string, verified: boolean): string =>
  `${name} (${verified ? 'verified' : 'not verified'})`;

const isVerified = ({ includes }: Permission, name: string): boolean =>
  includes.some((edge) => edge.name === name && edge.verified);

const shorten = (lines: readonly string[]): string[] =>
  lines.length <= SHOWN
    ? [...lines]
    : [...lines.slice(0, SHOWN), `  and ${lines.length - SHOWN} more`];
