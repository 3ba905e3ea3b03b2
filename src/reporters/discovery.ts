// A report of a run that was told nothing -> what it says of the APIs in use, how sure it is, and what to do next.

import type { Location, Match, Outcome } from '../model/model.js';
import type { Discovery, Evidence, Report } from '../model/report.js';
import { counted } from '../text/counted.js';
import { matrixNames, readText, wrap } from './layout.js';

type Row = readonly [label: string, text: string];

/** Which APIs are in use and by what, with what was passed over; none where the run was told what to read. */
export const apiRows = (report: Report): Row[] => {
  const { discovery } = report;
  if (!discovery) return [];
  const rows = discovery.inUse.map((api): Row => ['api', `${api}, by ${signsOf(api, report)}`]);
  return [...rows, ...appRows(discovery), ...linkRows(discovery)];
};

/** How many of the calls are judged, and what is not looked at. */
export const sureRows = (report: Report): Row[] => {
  const { discovery, matches, counts } = report;
  if (!discovery) return [];
  const open = matches.filter(({ outcomes }) => outcomes.some(({ kind }) => kind === 'unresolved'));
  const lost = matches.filter(({ outcomes }) =>
    outcomes.some(({ kind }) => kind === 'unknown-route' || kind === 'unsupported-method'),
  );
  const rest = counts.cannotTell - new Set([...open, ...lost]).size;
  const coarse = matches.filter(({ outcomes }) => outcomes.some(mayGoElsewhere)).length;
  const parts = [
    ...(open.length > 0 ? [`${open.length} ${are(open.length)} unresolved`] : []),
    ...(lost.length > 0 ? [`${lost.length} ${lost.length === 1 ? 'fits' : 'fit'} no route`] : []),
    ...(rest > 0 ? [`what ${rest} ${rest === 1 ? 'needs' : 'need'} is not known`] : []),
  ];
  const judged = counts.calls - counts.cannotTell;
  const all = counted(counts.calls, 'call');
  const head = parts.length === 0 ? `${all}, all judged` : `${judged} of ${all} judged`;
  const elsewhere = coarse > 0 ? [`${coarse} may reach another route`] : [];
  return [['sure', [head, ...parts, ...elsewhere].join('; ')], ...foreignRows(discovery)];
};

const mayGoElsewhere = (outcome: Outcome): boolean =>
  outcome.kind === 'routed' && outcome.candidates[0]?.certainty === 'possible';

function foreignRows({ foreign }: Discovery): Row[] {
  const sorted = [...foreign].sort(([, a], [, b]) => b - a).slice(0, MOST_NAMES);
  if (sorted.length === 0) return [];
  const shown = sorted.map(([ending, files]) => `${files} ${ending}`).join(', ');
  return [['', `not read, in languages that no scan knows: ${shown}`]];
}

/** The commands to go on with; none names what is needed as granted, for a line pasted as it is must not end in "fine". */
export const nextRows = ({ grants, discovery }: Report): Row[] => {
  if (!discovery) return [];
  const { link, apps, named } = discovery;
  const matrices = named.map((name) => ` -m ${wordText(name)}`).join('');
  const [one] = apps.filter((folder) => folder !== '.');
  const compare = link
    ? ['--grants - < token-response.json', 'compares with what a token says instead']
    : apps.length > 1 && one !== undefined
      ? [wordText(one), 'judges one of the apps']
      : ['--grants NAME,NAME', 'compares with what it holds: the names that its console shows'];
  const rows = [
    ...(grants && !link ? [] : [[`npx permlint${matrices} ${compare[0]}`, compare[1]]]),
    [`npx permlint init${matrices}`, 'writes permlint.yaml, for the next run'],
  ];
  return rows.flatMap(([command = '', does = ''], index): Row[] => [
    [index === 0 ? 'next' : '', command],
    ['', `    ${does}`],
  ]);
};

const wordText = (word: string): string => (/^[\w./@-]+$/.test(word) ? word : JSON.stringify(word));

/** The page for a folder in which no call was found. */
export function renderNothing(report: Report): string {
  const { inUse, known, manifests } = report.discovery!;
  const titles = report.apis.map(({ title }) => title).join(' and ');
  const head =
    inUse.length > 0
      ? `No call of ${titles || inUse.join(', ')} was found, so what this app needs cannot be told`
      : 'No known API was found here: no call, no import and no dependency of one';
  const matrices = inUse.length > 0 ? matrixNames(report) : [];
  const read = [readText({ apis: [], inputs: report.inputs }), namesOf(manifests), ...matrices];
  const rows: Row[] = [
    ...apiRows(report),
    ['read', read.filter((part) => part !== '').join(', ')],
    ...foreignRows(report.discovery!),
    ...(inUse.length > 0 ? NEXT_CALLS : [['known', known.join(', ')] as const, ...NEXT_MATRIX]),
  ];
  return `${[...wrap(head, 80), '', ...layRows(rows)].join('\n')}\n`;
}

const NEXT_CALLS: readonly Row[] = [
  ['next', 'npx permlint recorded.har'],
  ['', '    judges the requests of a recording'],
  ['', 'npx permlint "GET /path"'],
  ['', '    judges calls that you name'],
];
const NEXT_MATRIX: readonly Row[] = [
  ['next', 'npx permlint -m permissions.yaml'],
  ['', '    judges with a matrix of your own'],
  ['', 'npx permlint matrix import openapi openapi.yaml -w permissions.yaml'],
  ['', '    makes one of the document of an API'],
];

/** Lines of `label  text`, wrapped below the text; commands stay whole. */
export function layRows(rows: readonly Row[], least = 0): string[] {
  const width = Math.max(least, ...rows.map(([label]) => label.length));
  return rows.flatMap(([label, text]) => {
    const lines = /^( {4}|npx |https:)/.test(text) ? [text] : wrap(text, 80 - width - 2);
    return lines.map((line, at) => `${(at === 0 ? label : '').padEnd(width)}  ${line}`.trimEnd());
  });
}

const MOST_NAMES = 3;

function namesOf(files: readonly string[]): string {
  const more = files.length - MOST_NAMES;
  return [...files.slice(0, MOST_NAMES), ...(more > 0 ? [`${more} more manifests`] : [])].join(
    ', ',
  );
}

/** The strongest sign and the next kind of one. */
function signsOf(api: string, report: Report): string {
  const own = report.matches.filter((match) => match.api === api && match.outcomes.length > 0);
  const known = own.filter(isKnown);
  const [first = own[0]] = known;
  const signs = report.discovery!.evidence.filter((sign) => sign.api === api);
  const said = (kind: Evidence['kind'], words: string) => {
    const [sign] = signs.filter((one) => one.kind === kind);
    return sign ? [`${words} ${sign.name} (${lineText(sign.location)})`] : [];
  };
  const called = first
    ? [`${counted(known.length, 'call')} (${lineText(first.call.locations[0]!)})`]
    : [];
  const all = [
    ...(known.length > 0 ? called : []),
    ...said('dependency', 'the dependency'),
    ...said('import', 'the import of'),
  ];
  if (all.length > 0) return all.slice(0, 2).join(' and ');
  return said('mention', 'a text that names').join('');
}

/** Of a request with neither a host nor a path it is only thought that it may be of the API. */
const isKnown = ({ call }: Match): boolean => !(call.open && call.segments.length === 0);

function appRows({ apps }: Discovery): Row[] {
  if (apps.length < 2) return [];
  const shown = apps.slice(0, MOST_NAMES).map((folder) => (folder === '.' ? 'this one' : folder));
  const more = apps.length > MOST_NAMES ? ` and ${apps.length - MOST_NAMES} more` : '';
  const folders = `${apps.length} folders ask for a client of it: ${shown.join(', ')}${more}`;
  return [
    ['apps', `${folders}; each may be an app of its own, and what is said here is of all together`],
  ];
}

const linkRows = ({ passed }: Discovery): Row[] =>
  passed.map(({ location, message }, index) => [
    index === 0 ? 'links' : '',
    `${lineText(location)} makes an app, but ${message}: not taken for grants`,
  ]);

const lineText = ({ file, line }: Location): string => `${file}:${line}`;
const are = (n: number): string => (n === 1 ? 'is' : 'are');
