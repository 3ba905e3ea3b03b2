// A call that looks like a request -> whether it declares a route that the app itself serves.
import { type ApiProfile, isClient } from '../api/api-profile.js';
import { isServer, isServerName } from '../http/not-clients.js';
import type { Expression } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import { type AccessPath, pathText } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { accessPathOf, type Value } from '../values/value.js';
import { lineOf } from './request-lines.js';

/** Whether it is something that a server holds for the app, such as `flask.g.rc` and `express().locals.rc`. */
function isKept({ steps }: AccessPath): boolean {
  const last = steps.at(-1);
  return steps.length > 1 && last?.kind === 'member' && !isServerName(last.name);
}

/** A path without a host, or a method and such a path. */
function isLocal(value: Value): boolean {
  const url = lineOf(value)?.url ?? value;
  return url.kind === 'text' && String(url.parts[0]).startsWith('/');
}

/** `app.get('/path', handler)`, `get '/path' do`: a path without a host, and a function that answers. */
export function isOwnRoute(site: Site, evaluator: Evaluator, api: ApiProfile): boolean {
  const { expression, point } = site;
  const [first, ...others] = expression.args;
  if (expression.kind !== 'call' || !first) return false;
  const frame = frameOf(point.scope);
  const ask = (e: Expression) => evaluator.ask({ expression: e, frame, point });
  const { callee } = expression;
  const receivers = callee.kind === 'member' ? ask(callee.of) : ask(callee);
  const paths = receivers.flatMap((v) => accessPathOf(v) ?? []);
  const path = ask(first.value);
  const local = path.every(isLocal);
  if (!local) return false;
  const client = paths.some((of) => isClient(pathText(of), api));
  if (!client && paths.some((of) => isServer(pathText(of)) && !isKept(of))) return true;
  const handled = others.some(
    ({ name, value }) =>
      name === 'to' ||
      value.kind === 'lambda' ||
      ask(value).some(({ kind }) => kind === 'function'),
  );
  if (!handled) return false;
  if (callee.kind !== 'member') return !client;
  const { of } = callee;
  const written = of.kind === 'name' || of.kind === 'member' ? of.name : '';
  return isServerName(written);
}
