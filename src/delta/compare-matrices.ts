// Two lists of matrices -> what the second says otherwise: rows, permissions, servers. Sorted.
import { mergeMatrices } from '../matrix/merge.js';
import { inWords } from '../matrix/show.js';
import type { Api, Matrix, Permission, Route, RouteReference } from '../model/model.js';
import { templateKey } from '../paths/template.js';
import { requirementKey, simplify, writeRequirement } from '../requirements/simplify.js';

/** A row on one side. */
export interface RowDescription extends RouteReference {
  readonly api: string;
  readonly requires: string;
}

/** A row on both sides, and in what they differ: a scheme or a fact, before and after. */
export interface RowChange extends RouteReference {
  readonly api: string;
  readonly changes: readonly { readonly of: string; readonly old: string; readonly new: string }[];
}

/** What two sides differ in; `+` and `-` by list, `old` and `new` by change. */
export interface MatrixChanges {
  readonly added: readonly RowDescription[];
  readonly removed: readonly RowDescription[];
  readonly changed: readonly RowChange[];
  readonly permissions: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly {
      readonly name: string;
      readonly old: string;
      readonly new: string;
    }[];
  };
  /** Servers, prefixes, schemes and what clients are known by, each with its kind. */
  readonly others: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** Compares what two lists of matrices say, merged. What parameters are called makes no difference. */
export function compareMatrices(old: readonly Matrix[], now: readonly Matrix[]): MatrixChanges {
  const [before, after] = [mergeMatrices(old), mergeMatrices(now)];
  const [oldRows, newRows] = [before, after].map(rowsByKey) as [Rows, Rows];
  const several = before.length > 1 || after.length > 1;
  const [oldNames, newNames] = [before, after].map((apis) => permissionsByName(apis, several)) as [
    Names,
    Names,
  ];
  const [oldOthers, newOthers] = [before, after].map(othersOf) as [string[], string[]];
  const kept = [...newRows].filter(([key]) => oldRows.has(key));
  const changes = kept.map(([key, route]) => describeChange(oldRows.get(key)!, route));
  return {
    added: inOrder(missingIn(oldRows, newRows).map(describeRow)),
    removed: inOrder(missingIn(newRows, oldRows).map(describeRow)),
    changed: inOrder(changes.filter((change) => change.changes.length > 0)),
    permissions: {
      added: [...newNames.keys()].filter((name) => !oldNames.has(name)).sort(),
      removed: [...oldNames.keys()].filter((name) => !newNames.has(name)).sort(),
      changed: [...newNames]
        .flatMap(([name, includes]) => {
          const earlier = oldNames.get(name);
          if (earlier === undefined || earlier === includes) return [];
          return [{ name, old: earlier, new: includes }];
        })
        .sort((a, b) => compareText(a.name, b.name)),
    },
    others: {
      added: newOthers.filter((other) => !oldOthers.includes(other)).sort(),
      removed: oldOthers.filter((other) => !newOthers.includes(other)).sort(),
    },
  };
}

type Rows = ReadonlyMap<string, Route>;
type Names = ReadonlyMap<string, string>;

const rowsByKey = (apis: readonly Api[]): Rows =>
  new Map(
    apis.flatMap(({ name, routes }) =>
      routes.map((route) => [`${name} ${route.method} ${templateKey(route.template)}`, route]),
    ),
  );

/** The name of a permission, with its scheme unless that is the default, and its API of several -> what it includes. */
function permissionsByName(apis: readonly Api[], several: boolean): Names {
  return new Map(
    apis.flatMap(({ name, defaultScheme, permissions }) =>
      permissions.map((permission) => [
        [
          ...(several ? [name] : []),
          ...(permission.scheme === defaultScheme ? [] : [permission.scheme]),
          permission.name,
        ].join(' '),
        includesText(permission),
      ]),
    ),
  );
}

const includesText = ({ includes }: Permission): string =>
  includes
    .map(({ name, verified }) => (verified ? `${name} (verified)` : name))
    .sort()
    .join(', ') || 'nothing';

const othersOf = (apis: readonly Api[]): string[] =>
  apis.flatMap((api) => [
    ...api.servers.map(({ host, basePath }) => `server ${host}${basePath}`),
    ...api.prefixes.map((prefix) => `prefix ${prefix}`),
    ...api.implied.map((path) => `implied ${path}`),
    ...(api.tokenHeader === null ? [] : [`token header ${api.tokenHeader}`]),
    ...api.schemes.map((scheme) => `scheme ${scheme}`),
    `scheme of a plain list of grants: ${api.defaultScheme}`,
    ...Object.entries(api.sdk ?? {}).map(([key, value]) => `sdk ${key} ${JSON.stringify(value)}`),
  ]);

const missingIn = (some: Rows, others: Rows): Route[] =>
  [...others].filter(([key]) => !some.has(key)).map(([, route]) => route);

const describeRow = (route: Route): RowDescription => ({
  api: route.api,
  method: route.method,
  path: route.path,
  requires: inWords(route),
});

function describeChange(old: Route, now: Route): RowChange {
  const schemes = [...new Set([...old.requires.keys(), ...now.requires.keys()])].sort();
  const requirements = schemes
    .filter((scheme) => meaning(old, scheme) !== meaning(now, scheme))
    .map((scheme) => ({ of: scheme, ...describeRequirements(old, now, scheme) }));
  const [before, after] = [factsOf(old), factsOf(now)];
  const facts = [...before].flatMap(([of, text]) => {
    const other = after.get(of) ?? '';
    return text === other ? [] : [{ of, old: text, new: other }];
  });
  const { api, method, path } = now;
  return { api, method, path, changes: [...requirements, ...facts] };
}

function meaning({ requires }: Pick<Route, 'requires'>, scheme: string): string {
  const requirement = requires.get(scheme);
  return requirement ? requirementKey(simplify(requirement)) : 'nothing said';
}

/** In words; as a matrix writes them where the words, which leave `unknown` alternatives out, are the same. */
function describeRequirements(old: Route, now: Route, scheme: string) {
  const words = { old: wordsOf(old, scheme), new: wordsOf(now, scheme) };
  const [before, after] = [old.requires.get(scheme), now.requires.get(scheme)];
  if (words.old !== words.new || !before || !after) return words;
  return { old: writeRequirement(before), new: writeRequirement(after) };
}

const wordsOf = ({ requires }: Route, scheme: string): string => {
  const requirement = requires.get(scheme);
  return inWords({ requires: new Map(requirement ? [[scheme, requirement]] : []) });
};

/** The facts that say something of calls; where a row is documented, and when it was checked, do not. */
const factsOf = ({ facts }: Route): Map<string, string> =>
  new Map([
    ['deprecated', facts.deprecated ? 'yes' : 'no'],
    ['media', facts.media ? 'yes' : 'no'],
    ['basis', facts.basis ?? 'the route itself'],
    [
      'events',
      said((facts.events ?? []).map((rule) => [templateKey(rule.template), rule.requires])),
    ],
    ['transports', said([...(facts.transports ?? [])])],
  ]);

/** The requirement of each part of a row, by its name. */
const said = (parts: readonly (readonly [string, Route['requires']])[]): string =>
  parts
    .map(([name, requires]) => {
      const schemes = [...requires.keys()].map((s) => `${s} ${meaning({ requires }, s)}`);
      return `${name}: ${schemes.sort().join('; ')}`;
    })
    .sort()
    .join(', ') || 'none';

const inOrder = <T extends RouteReference & { readonly api: string }>(rows: readonly T[]): T[] =>
  [...rows].sort(
    (a, b) =>
      compareText(a.api, b.api) || compareText(a.path, b.path) || compareText(a.method, b.method),
  );

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
