// A finding of a report -> the line of text that stays the same when code moves.
import { posix } from 'node:path';
import type { RouteReference } from './model.js';
import type { Finding, Report } from './report.js';

/** The parts of a fingerprint, in their order. */
export const FINGERPRINT_KEYS = ['check', 'app', 'api', 'scheme', 'about', 'permission'] as const;

/**
 * What a finding says, without its line: check, app, API, scheme, what it is about and permissions, with tabs
 * between. It is about a route; where there is none, about the path that the call has; where that says nothing, about
 * the file, from the root of the repository, and the texts in it that are not accounted for. What is not there is empty. Findings of one cause share it.
 */
export function fingerprintOf(
  { check, data, location }: Finding,
  { app, folder }: Pick<Report, 'app' | 'folder'>,
): string {
  const { api, scheme, route, call, permission, missing, text } = data;
  const file = location.file.startsWith('<') ? location.file : posix.join(folder, location.file);
  const where = route ? inWords(route) : call ? inWords(call) : text;
  const bare = where === undefined || (!route && !/[^/{}*]/.test(call?.path ?? ''));
  const names = permission ?? missing?.map((all) => all.join('+')).join('|');
  return [check, app, api, scheme, bare ? [where ?? '', file].join(' ').trim() : where, names]
    .map((part) => (part ?? '').replace(/[\t\r\n]/g, ' '))
    .join('\t');
}

const inWords = ({ method, path }: RouteReference): string => `${method} ${path}`;
