// A body -> the refusals in it: one per permission that it names, what its code says beside what its wording says.
import type { Body } from './join-loose.js';
import type { SeenRefusal, Sign } from './seen-refusal.js';
import type { Surroundings } from './surroundings.js';

type PlacedSign = Body['signs'][number];
type Naming = Extract<Sign, { permissions: unknown }>;

/** Reads what the signs of a body say together; nothing where neither a code nor a wording is among them. */
export function readBody(body: Body, around: Surroundings): SeenRefusal[] {
  const { signs } = body;
  if (signs.every(({ sign }) => sign.kind === 'field')) return [];
  const status = around.statusOf(body);
  const found = around.requestOf(body);
  const groups = groupByName(signs);
  return groups.map((group) => ({
    line: body.firstLine,
    status,
    ...describe(group.map(({ sign }) => sign)),
    request: found?.request ?? null,
    requestIsSure: found?.isSure ?? false,
  }));
}

/** The signs of each permission; those that name none go with the object that they stand in, or with all. */
function groupByName(signs: readonly PlacedSign[]): PlacedSign[][] {
  const naming = signs.filter(({ sign }) => namesOf(sign).length > 0);
  // a list before the names that stand in it
  naming.sort((a, b) => namesOf(b.sign).length - namesOf(a.sign).length);
  const byName = new Map<string, PlacedSign[]>();
  const groups = new Set<PlacedSign[]>();
  for (const placed of naming) {
    const names = namesOf(placed.sign);
    const known = byName.get(names[0]!);
    const group = known && names.every((name) => byName.get(name) === known) ? known : [];
    group.push(placed);
    groups.add(group);
    for (const name of names) if (!byName.has(name)) byName.set(name, group);
  }
  if (groups.size <= 1) return [[...signs]];
  const silent = signs.filter(({ sign }) => namesOf(sign).length === 0);
  const byObject = new Map<number, PlacedSign[]>();
  for (const placed of silent)
    byObject.set(placed.object, [...(byObject.get(placed.object) ?? []), placed]);
  const named = new Set(naming.map(({ object }) => object));
  const common = silent.filter(({ object }) => !named.has(object)).slice(0, MOST);
  return [...groups].map((group) => {
    const own = [...new Set(group.map(({ object }) => object))].flatMap(
      (object) => byObject.get(object) ?? [],
    );
    return [
      ...group,
      ...(own.some(({ sign }) => sign.kind === 'code') ? own : [...own, ...common]),
    ];
  });
}

const MOST = 10;

const namesOf = (sign: Sign): string[] => ('permissions' in sign ? sign.permissions.flat() : []);

function describe(signs: readonly Sign[]) {
  const codes = signs.filter((sign) => sign.kind === 'code');
  const wordings = signs.filter((sign) => sign.kind === 'wording');
  const naming = signs.filter((sign): sign is Naming => 'permissions' in sign);
  const wording = wordings.find(({ scheme }) => scheme !== null) ?? wordings[0];
  const wordingScheme = wording?.scheme ?? null;
  const telling = codes.filter(({ scheme }) => scheme !== null);
  const code =
    telling.find(({ scheme }) => scheme === wordingScheme) ??
    telling[0] ??
    codes.find(({ means }) => means !== null) ??
    codes[0];
  const other = telling.find(({ scheme }) => scheme !== code?.scheme);
  const longest = [...naming].sort((a, b) => namesOf(b).length - namesOf(a).length)[0];
  const permissions = longest?.permissions ?? [];
  return {
    api: longest?.api ?? code?.api ?? wording?.api ?? '',
    code: code?.code ?? null,
    otherCode: other?.code ?? null,
    usualStatus: code?.status ?? null,
    codeScheme: code?.scheme ?? null,
    wordingScheme,
    permissions,
    concealed: permissions.length === 0 && naming.some(({ concealed }) => concealed),
    means:
      permissions.length > 0
        ? null
        : (wordings.find(({ means }) => means)?.means ?? code?.means ?? null),
  };
}
