// What a change does: the facts that its text, Markdown and JSON are made of.
import type { Finding } from '../model/report.js';
import type { GatePart } from './compare-gates.js';
import type { AppChange, NeedChange } from './compare-runs.js';

/** A change of one app, with its gate. */
export interface JudgedChange extends AppChange {
  readonly gate: readonly GatePart[];
  /** The files that are there after the change; of calls elsewhere it is said that their file is gone. */
  isThere(file: string): boolean;
}

/** A change of all apps. */
export interface Change {
  /** How the commit is called that it is compared with, and its hash. */
  readonly base: string;
  readonly commit: string;
  readonly apps: readonly JudgedChange[];
  /** Sentences on what was not compared. */
  readonly skipped: readonly string[];
}

/** The new findings but those of the permissions that are listed as needed newly or no longer. */
export function unlisted({ found, needed, noLonger }: JudgedChange): readonly Finding[] {
  const listed = new Set([...needed, ...noLonger].map(({ permission }) => permission));
  return found.filter(({ data }) => !listed.has(data.permission ?? ''));
}

/** `This change needs 1 more permission and 1 less`; only as far as it can be told, where the change brings a doubt. */
export function sayChange(change: Change): string {
  const isTold = change.apps.every(({ untold }) => untold.length === 0);
  return `${sayNeeds(change)}${isTold ? '' : ', as far as can be told'}`;
}

function sayNeeds({ apps }: Change): string {
  const sum = (of: (app: JudgedChange) => readonly unknown[]) =>
    apps.reduce((n, app) => n + of(app).length, 0);
  const [more, less] = [sum(({ needed }) => needed), sum(({ noLonger }) => noLonger)];
  const plural = (n: number, word: string) => `${n} ${word} permission${n === 1 ? '' : 's'}`;
  if (more + less === 0) return 'This change needs the same permissions as before';
  if (less === 0) return `This change needs ${plural(more, 'more')}`;
  if (more === 0) return `This change needs ${plural(less, 'less').replace('less', 'fewer')}`;
  return `This change needs ${plural(more, 'more')} and ${less} less`;
}

/** `2 new errors, 1 mended`: how many findings came and went. */
export function sayFindings({ apps }: Change): string {
  const found = apps.flatMap((app) => app.found);
  const mended = apps.flatMap((app) => app.mended);
  const kinds = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const n = found.filter((finding) => finding.severity === severity).length;
    return n === 0 ? [] : [`${n} new ${severity}${n === 1 ? '' : 's'}`];
  });
  const gone = mended.length === 0 ? [] : [`${mended.length} mended`];
  return [...(kinds.length === 0 ? ['no new findings'] : kinds), ...gone].join(', ');
}

/** `grants same, matrix +1 -2, ...`: each part of the gate in a few words. */
export const sayGate = (gate: readonly GatePart[]): string =>
  gate
    .filter(({ part, added, removed }) => SAID.includes(part) || added.length + removed.length > 0)
    .map(({ part, added, removed }) => {
      const signs = [
        ...(added.length > 0 ? [`+${added.length}`] : []),
        ...(removed.length > 0 ? [`-${removed.length}`] : []),
      ];
      return `${part} ${signs.join(' ') || 'same'}`;
    })
    .join(', ');

/** Said of also where they are the same. */
const SAID = ['grants', 'matrix', 'severity', 'ignores'];

/** What became of a permission that is needed newly or no longer. */
export function fateOf({ granted, excess, listed }: NeedChange, isNeeded: boolean): string {
  const at = listed === null ? '' : ` (${listed})`;
  if (granted === null) return 'it is not known what is granted';
  if (isNeeded) return granted ? 'granted' : `not granted${at}`;
  if (!granted) return 'no longer granted';
  return excess ? `still granted, nothing else needs it${at}` : 'still granted';
}
