// The calls that were found + the folders that may be apps -> the apps of a config, each with its folders and its calls.
import type { Call } from '../model.js';
import { callFolders, canBeNamed } from './call-folders.js';

/** One app of a config to be written. */
export interface DraftedApp {
  /** `null` where there is one only. */
  readonly name: string | null;
  /** Folders; the inputs that are none come behind them. */
  readonly folders: readonly string[];
  readonly calls: readonly Call[];
}

const NAME = /^[A-Za-z\d][\w./-]*$/;

/** Several where every call lies in the folder of an app, and each app has calls; else one. */
export function draftApps(calls: readonly Call[], apps: readonly string[]): DraftedApp[] {
  const scanned = calls.filter(({ source }) => source === 'scan');
  const own = apps.map((folder) => ({
    ...{ name: folder, folders: [folder] },
    calls: scanned.filter((call) => filesOf(call).every((file) => file.startsWith(`${folder}/`))),
  }));
  const covered = own.reduce((sum, app) => sum + app.calls.length, 0) === calls.length;
  const usable = own.every(
    (app) => app.calls.length > 0 && NAME.test(app.name) && canBeNamed(app.name),
  );
  if (apps.length > 1 && covered && usable) return own;
  return [{ name: null, folders: callFolders(scanned.flatMap(filesOf)), calls }];
}

/** Where a call stands, and all that was followed to work it out. */
const filesOf = ({ locations, trace }: Call): string[] => [
  ...locations.map(({ file }) => file),
  ...[...(trace?.parts ?? []), ...(trace?.through ?? [])].map(({ location }) => location.file),
];
