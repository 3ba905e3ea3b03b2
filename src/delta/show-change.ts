// What a change does -> text for a terminal, or JSON for programs.
import type { Match } from '../model/model.js';
import type { Finding } from '../model/report.js';
import { callText, methodsText, pathText } from '../paths/target.js';
import { inColumns, placeText, wrap } from '../reporters/layout.js';
import {
  type Change,
  fateOf,
  type JudgedChange,
  sayChange,
  sayFindings,
  sayGate,
  unlisted,
} from './change.js';
import type { NeedChange } from './compare-runs.js';

/** So many places or lines are shown of each. */
const PLACES = 3;
const LINES = 10;

/** For a terminal: 80 columns. */
export function showChangeText(change: Change): string {
  const { apps, base, skipped } = change;
  const blocks = apps.flatMap((app) => [
    ...(apps.length > 1 ? [app.app === null ? 'the app without a name' : `app ${app.app}`] : []),
    ...[
      ...app.needed.map((need) => needText(need, '+', app)),
      ...app.noLonger.map((need) => needText(need, '-', app)),
    ],
    gateText(app),
    ...foundText(app),
  ]);
  const last = [sayFindings(change), `compared with ${base}`, ...skipped].flatMap((text) =>
    wrap(text, 80),
  );
  return `${[sayChange(change), ...blocks, last.join('\n')].join('\n\n')}\n`;
}

function needText(need: NeedChange, sign: '+' | '-', app: JudgedChange): string {
  const rows = need.calls.slice(0, PLACES).map((match) => ({
    place: placeOf(match, sign === '-' && !app.isThere(match.call.locations[0]!.file)),
    text: callText(match.call),
  }));
  const rest = need.calls.length - rows.length;
  return [
    `${sign} ${need.permission}   ${fateOf(need, sign === '+')}`,
    ...inColumns(rows, '    '),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
  ].join('\n');
}

const placeOf = ({ call }: Match, gone: boolean): string => {
  const [place] = call.locations;
  return gone ? `${place!.file} (deleted)` : placeText(place!);
};

function gateText({ gate }: JudgedChange): string {
  const lines = gate.flatMap(({ part, added, removed }) => {
    const signed = [...removed.map((text) => `- ${text}`), ...added.map((text) => `+ ${text}`)];
    const more = signed.length - LINES;
    return [
      ...signed.slice(0, LINES).map((text) => `    ${part} ${text}`),
      ...(more > 0 ? [`    ${part}: ${more} more`] : []),
    ];
  });
  return [...wrap(`The gate itself: ${sayGate(gate)}`, 80), ...lines].join('\n');
}

function foundText(app: JudgedChange): string[] {
  const others = unlisted(app);
  if (others.length === 0) return [];
  const shown = others.slice(0, LINES).map((finding) => ({
    place: placeText(finding.location),
    text: `${finding.severity}[${finding.check}]: ${finding.message}`,
  }));
  const more = others.length - shown.length;
  return [
    ['New findings', ...inColumns(shown, '  '), ...(more > 0 ? [`  and ${more} more`] : [])].join(
      '\n',
    ),
  ];
}

/** For programs: version 1. */
export function showChangeJson(change: Change): string {
  const { base, commit, apps, skipped } = change;
  const need = ({ scheme, permission, calls, granted }: NeedChange) => ({
    scheme,
    permission,
    granted,
    calls: calls.map((match) => ({
      method: methodsText(match.call),
      path: pathText(match.call),
      location: match.call.locations[0],
    })),
  });
  const found = ({ check, severity, message, location, data }: Finding) => ({
    check,
    severity,
    message,
    location,
    data,
  });
  const shown = {
    version: 1,
    base: { commit, name: base },
    apps: apps.map((app) => ({
      app: app.app,
      needed: app.needed.map(need),
      noLonger: app.noLonger.map(need),
      found: app.found.map(found),
      mended: app.mended.map(found),
      gate: Object.fromEntries(
        app.gate.map(({ part, added, removed }) => [part, { added, removed }]),
      ),
    })),
    skipped,
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}
