// A call that looks like a request -> whether it declares a route that the app itself serves.
import { type ApiProfile, isClient } from '../api/api-profile.js';
import { isServer, isServerName } from '../http/not-clients.js';
import type { Expression } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import { pathText } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { accessPathOf } from '../values/value.js';

/** `app.get('/path', handler)`, `get '/path' do`: a path without a host, and a function that answers. */
export function isOwnRoute(site: Site, evaluator: Evaluator, api: ApiProfile): boolean {
  const { expression, point } = site;
  const [first, ...others] = expression.args;
  if (expression.kind !== 'call' || !first) return false;
  const frame = frameOf(point.scope);
  const ask = (e: Expression) => evaluator.ask({ expression: e, frame, point });
  const { callee } = expression;
  const receivers = callee.kind === 'member' ? ask(callee.of) : ask(callee);
  const names = receivers.flatMap((v) => accessPathOf(v) ?? []).map(pathText);
  const path = ask(first.value);
  const local = path.every((v) => v.kind === 'text' && String(v.parts[0]).startsWith('/'));
  if (!local) return false;
  const client = names.some((name) => isClient(name, api));
  if (!client && names.some(isServer)) return true;
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
