// A call that looks like a request -> whether it declares a route that the app itself serves.
import { type ApiProfile, isClient } from '../api/api-profile.js';
import { clientNamed } from '../http/clients/index.js';
import { isMock, isServer, isServerName } from '../http/not-clients.js';
import type { Argument, Expression } from '../ir.js';
import type { Point, Scope, Site } from '../symbols/scope.js';
import { type AccessPath, lastName, pathText, rootPath } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { accessPathOf, type Value } from '../values/value.js';
import { lineOf } from './request-lines.js';

/** Whether it is something that a server holds for the app, such as `flask.g.rc` and `express().locals.rc`. */
function isKept({ steps }: AccessPath): boolean {
  const last = steps.at(-1);
  return steps.length > 1 && last?.kind === 'member' && !isServerName(last.name);
}

/** `app.get('/path', handler)`, `get '/path' do`: a path without a host, and what answers it. */
export function isOwnRoute(site: Site, evaluator: Evaluator, api: ApiProfile): boolean {
  const { expression, point } = site;
  const [first, ...others] = expression.args;
  if (expression.kind !== 'call' || !first) return false;
  const frame = frameOf(point.scope);
  const ask = (e: Expression) => evaluator.ask({ expression: e, frame, point });
  const { callee } = expression;
  const receivers = callee.kind === 'member' ? ask(callee.of) : ask(callee);
  const paths = receivers.flatMap((v) => accessPathOf(v) ?? []);
  if (paths.some((of) => isMock(pathText(of)))) return true;
  const path = ask(first.value);
  const isOption = hasHandler(path);
  if (!isOption && !path.every(isLocal)) return false;
  const client = paths.some((of) => isClient(pathText(of), api));
  if (!client && isOfServer(paths, ask(callee))) return true;
  if (callee.kind === 'name' && isInRoutes(point, evaluator)) return true;
  const handled = isOption || others.some((argument) => isHandler(argument, ask));
  if (!handled) return false;
  if (callee.kind !== 'member') return !client;
  // below a prefix that stands elsewhere, or from the root
  if (!isOption && !path.every(isRooted)) return false;
  // a name says nothing where what it stands for is known
  const { language } = point.scope.file;
  if (paths.some((of) => clientNamed(pathText(of), language))) return false;
  const { of } = callee;
  const written = of.kind === 'name' || of.kind === 'member' ? of.name : '';
  return isServerName(written);
}

/** Whether it is a method of a server, or a function of a package that serves: `http.HandleFunc`. */
function isOfServer(receivers: readonly AccessPath[], callees: readonly Value[]): boolean {
  const servers = receivers.filter((path) => isServer(pathText(path)));
  if (servers.length > 0) return servers.some((path) => !isKept(path));
  return callees.some((value) => isServer(pathText(accessPathOf(value) ?? NO_PATH)));
}

/** A path, or that of a line that says the method too. */
const pathIn = (value: Value): Value => lineOf(value)?.url ?? value;

function isLocal(value: Value): boolean {
  const path = pathIn(value);
  return path.kind === 'text' && /^[^{:]*(?:\/|$)/.test(String(path.parts[0] ?? ''));
}

function isRooted(value: Value): boolean {
  const path = pathIn(value);
  return path.kind === 'text' && String(path.parts[0]).startsWith('/');
}

/** `{ method: 'GET', url: '/path', handler }` */
const hasHandler = (values: readonly Value[]): boolean =>
  values.length > 0 &&
  values.every(
    (value) => value.kind === 'object' && value.entries.some(({ key }) => key === 'handler'),
  );

/** Whether an argument is a function, a class, or a method of a class that answers requests. */
function isHandler({ name, value }: Argument, ask: (e: Expression) => Value[]): boolean {
  if (name === 'to' || value.kind === 'lambda') return true;
  // [CallController::class, 'index']
  const [holder] = value.kind === 'list' ? value.items : [value];
  return holder !== undefined && ask(holder).some((one) => one.kind === 'function' || isClass(one));
}

/** A class, of the tree or by its name: `CallController`. */
function isClass(value: Value): boolean {
  const path = accessPathOf(value);
  const isNamed = value.kind === 'foreign' && path?.steps.length === 0;
  return value.kind === 'class' || (isNamed && /^[A-Z]\w*[a-z]\w*$/.test(lastName(path)));
}

/** Whether a place stands in what is given to a server to declare routes in: `routes.draw do`. */
function isInRoutes({ scope }: Point, evaluator: Evaluator): boolean {
  const { sites = [] } = evaluator.program.files.get(scope.file.file) ?? {};
  for (let next: Scope | undefined = scope; next; next = next.outer?.scope) {
    const { function: syntax } = next;
    const site =
      syntax &&
      sites.find(({ expression: { args } }) =>
        args.some(({ value }) => value.kind === 'lambda' && value.function === syntax),
      );
    if (site?.expression.kind !== 'call') continue;
    const values = evaluator.ask({
      expression: site.expression.callee,
      frame: frameOf(site.point.scope),
      point: site.point,
    });
    if (values.some((value) => isServer(pathText(accessPathOf(value) ?? NO_PATH)))) return true;
  }
  return false;
}

const NO_PATH = rootPath('');
