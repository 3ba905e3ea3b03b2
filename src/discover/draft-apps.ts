// The calls that were found + the folders that may be apps -> the apps of a config, each with its folders and its calls.
import type { Call, Location } from '../model/model.js';
import type { Evidence } from '../model/report.js';
import { callFolder, canBeNamed } from './call-folders.js';

/** One app of a config to be written. */
export interface DraftedApp {
  /** `null` where there is one only. */
  readonly name: string | null;
  /** The inputs that are no folders come behind it. */
  readonly folder: string;
  readonly calls: readonly Call[];
}

const NAME = /^[A-Za-z\d][\w./-]*$/;

/**
 * Several where every call, and all that may call, lies in the folder of an app, and each app has calls; else one.
 * @param apps the folders with manifests of their own
 * @param evidence what else says that a folder has to do with the API
 * @param doubts what may make calls, and was not read: the config is to name it too
 */
export function draftApps(
  calls: readonly Call[],
  apps: readonly string[],
  evidence: readonly Evidence[],
  doubts: readonly Location[],
): DraftedApp[] {
  const scanned = calls.filter(({ source }) => source === 'scan');
  const own = apps.map((folder) => ({
    name: folder,
    folder,
    calls: scanned.filter((call) => filesOf(call).every((file) => file.startsWith(`${folder}/`))),
  }));
  const covered =
    own.reduce((sum, app) => sum + app.calls.length, 0) === calls.length &&
    doubts.every(({ file }) => apps.some((folder) => file.startsWith(`${folder}/`)));
  const usable = own.every(
    (app) => app.calls.length > 0 && NAME.test(app.name) && canBeNamed(app.name),
  );
  if (apps.length > 1 && covered && usable) return own;
  // a manifest at the top says nothing of where the code is
  const others = evidence.map(({ location }) => location.file).filter((file) => file.includes('/'));
  const unread = doubts.map(({ file }) => file);
  const folder = callFolder([...scanned.flatMap(filesOf), ...others, ...unread]);
  return [{ name: null, folder, calls }];
}

/** Where a call stands, and all that was followed to work it out. */
const filesOf = ({ locations, trace }: Call): string[] => [
  ...locations.map(({ file }) => file),
  ...[...(trace?.parts ?? []), ...(trace?.through ?? [])].map(({ location }) => location.file),
];
