// An API -> what tells its calls from others in code.
import type { IndexedApi } from '../../match/api.js';
import type { Sdk } from '../../model/sdk.js';
import { ruleFor } from '../../requirements/demand.js';
import type { Files } from '../../text/files.js';
import { installedTransport } from '../sources/installed-transport.js';
import {
  type ApiProfile,
  type Operation,
  type Subscribing,
  settingText,
  VERSIONED,
} from './api-profile.js';
import { createChainTable } from './chains/chains.js';
import { readRules } from './chains/read-rules.js';
import { foldOperation } from './client-operations.js';
import { certainRoutes, mayReach } from './make-call.js';
import { open } from './open-path.js';

/** The code that is searched: its languages, and the machine that it stands on. */
export interface Searched {
  /** Clients of others are not asked for. */
  readonly languages: ReadonlySet<string>;
  /** What the names of the files begin with; empty, or with a slash at its end. */
  readonly below: string;
  readonly files: Files;
}

/** Prepares what the search for calls asks of an API. */
export function buildProfile(
  api: IndexedApi,
  searched: Searched,
): Omit<ApiProfile, 'near' | 'forms' | 'methods' | 'setsDefaults'> {
  const rules = api.sdk && readRules(api.sdk);
  const chains = [...(rules?.languages ?? [])]
    .filter(([language]) => searched.languages.has(language))
    .map(
      ([language, spelling]) => [language, createChainTable(api.routes, rules!, spelling)] as const,
    );
  const servers = [...api.servers, ...api.standIns];
  const links = Object.entries(api.sdk?.links ?? {}).map(([fields, path]) => ({
    fields: fields.split('.'),
    path: path === 'same' ? null : open(path),
  }));
  const prefixes = [
    ...api.prefixes,
    ...api.servers.map(({ basePath }) => basePath).filter((path) => path !== ''),
  ];
  return {
    hosts: new Set(servers.map(({ host }) => host.toLowerCase())),
    settings: new Map(
      servers.flatMap(({ setting }) =>
        setting === undefined ? [] : [[setting, settingText(setting)] as const],
      ),
    ),
    prefixes,
    versions: versionsOf(prefixes, api),
    tokenHeader: api.tokenHeader,
    isPrefixed: api.prefixes.length > 0,
    clients: (api.sdk?.packages ?? []).map((name) => name.toLowerCase()),
    bystanders: (api.sdk?.bystanders ?? []).map((name) => name.toLowerCase()),
    classes: new Map(
      Object.entries(api.sdk?.classes ?? {}).map(([of, names]) => [of, new Set(names)]),
    ),
    chains: new Map(chains),
    shortChains: Object.entries(api.sdk?.shortChains ?? {}).map(([begins, root]) => ({
      begins,
      root,
    })),
    operations: operationsOf(api),
    helpers: Object.entries(api.sdk?.helpers ?? {}).map(([names, route]) => {
      const [method = '', path = ''] = route.split(' ');
      return { names: names.split('.'), sends: { method, path: open(path) } };
    }),
    messages: Object.entries(api.sdk?.messages ?? {}),
    links,
    subscribing: api.sdk?.subscriptions
      ? subscribingOf(api.sdk.subscriptions, api, searched)
      : null,
    reaches: (methods, path) => certainRoutes(methods, path, api) !== null,
    mayReach: (methods, path) => mayReach(methods, path, api),
    bodyOf: (methods, path) => {
      const [route] = methods.length === 1 ? (certainRoutes(methods, path, api) ?? []) : [];
      return route?.facts.body ?? null;
    },
  };
}

/** The versions that routes have behind prefixes; prefixes without any are left out. */
function versionsOf(
  prefixes: readonly string[],
  { routes }: IndexedApi,
): ReadonlyMap<string, readonly string[]> {
  const all = prefixes.map((prefix) => {
    const found = routes.flatMap(({ path }) =>
      path.startsWith(`${prefix}/`) ? (VERSIONED.exec(path.slice(prefix.length))?.[1] ?? []) : [],
    );
    return [prefix, [...new Set(found)]] as const;
  });
  return new Map(all.filter(([, versions]) => versions.length > 0));
}

/** Names that two operations share say nothing. */
function operationsOf({ routes }: IndexedApi): Map<string, Operation> {
  const named = new Map<string, Operation | null>();
  for (const { method, path, facts } of routes) {
    // what is one word may be any method of a client, such as authorize
    if (!facts.operation || !/[a-z][A-Z]/.test(facts.operation)) continue;
    const name = foldOperation(facts.operation);
    const operation = { method, path: open(path) };
    named.set(name, named.has(name) ? null : operation);
  }
  return new Map([...named].flatMap(([name, one]) => (one ? [[name, one] as const] : [])));
}

function subscribingOf(
  form: NonNullable<Sdk['subscriptions']>,
  api: IndexedApi,
  { below, files }: Searched,
): Subscribing {
  const [method = '', path = ''] = form.route.split(' ');
  const [route] = certainRoutes([method], path, api) ?? [];
  const rules = route?.facts.events ?? [];
  return {
    method,
    path,
    calls: form.calls,
    transports: new Map(Object.entries(form.transports ?? {})),
    otherwise: new Map(Object.entries(form.otherwise ?? {})),
    installedFor: (file, language) => {
      const transports = form.packages?.[language] ?? {};
      return installedTransport(`${below}${file}`, language, transports, files);
    },
    filterOf: (filter) => {
      const whole = ['', ...api.implied].map((prefix) => `${prefix}${filter}`);
      return whole.find((path) => ruleFor(path, rules)) ?? null;
    },
  };
}
