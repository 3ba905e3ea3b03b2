// permlint.yaml -> what it says, with places; paths in it are turned to the working directory.
import { posix } from 'node:path';
import type { Location } from '../model/model.js';
import type { Finding, Severity } from '../model/report.js';
import { type ReadDocument, readDocument } from '../text/document.js';
import { type Files, readText, unreadable } from '../text/files.js';
import { didYouMean } from '../text/suggest.js';
import { validateConfig } from '../text/validators.js';

/** A word of the config and where it stands. */
export interface ConfigWord {
  readonly text: string;
  readonly location: Location;
}

/** The calls and grants of one app; what is left out is `null`. */
export interface AppConfig {
  /** `null` for a config that is of one app. */
  readonly name: string | null;
  readonly matrix: readonly ConfigWord[] | null;
  readonly calls: readonly ConfigWord[] | null;
  /** As written, to be read by the grants loader. */
  readonly grants: ConfigGrants | null;
  readonly servers: readonly ConfigWord[];
  /** The wrappers that are as good as HTTP calls: `rc.send(method, path)`. */
  readonly clients: readonly ConfigWord[];
}

/** The value of `grants`, and the document that knows the places in it. */
export interface ConfigGrants {
  readonly value: unknown;
  readonly path: readonly string[];
  readonly document: Pick<ReadDocument, 'at'>;
}

/** What a config says. */
export interface Config {
  readonly file: string;
  /** At least one. */
  readonly apps: readonly AppConfig[];
  readonly severity: ReadonlyMap<string, Severity | 'off'>;
  /** In the order of the file; each may be of one app. */
  readonly ignores: readonly ConfigIgnore[];
  /** Files that call no API. */
  readonly elsewhere: readonly ConfigElsewhere[];
}

/** A statement that files make no call of an API. */
export interface ConfigElsewhere
  extends Pick<ConfigIgnore, 'app' | 'reason' | 'until' | 'location'> {
  /** Patterns of files, from the folder of the config. */
  readonly paths: readonly string[];
}

/** A finding that is known and accepted; `null` for what an item does not name. */
export interface ConfigIgnore {
  readonly check: string;
  readonly app: string | null;
  readonly permission: string | null;
  /** A pattern of `METHOD /path`. */
  readonly route: string | null;
  /** A pattern of files, from the folder of the config. */
  readonly path: string | null;
  readonly reason: string;
  readonly until: string | null;
  readonly location: Location;
}

/** What the reader must know of the rest of the program. */
export interface ConfigContext {
  /** Which words are paths, relative to the folder of the config. */
  readonly isPath: { matrix(text: string): boolean; calls(text: string): boolean };
  readonly checks: readonly string[];
  /** What is wrong with an item of `ignore:`, and at which key of it. */
  faultOfIgnore: FaultOfItem;
  /** The same of an item of `elsewhere:`. */
  faultOfElsewhere: FaultOfItem;
}

type FaultOfItem = (
  item: Readonly<Record<string, unknown>>,
) => { readonly key: string; readonly message: string } | null;

/** Reads a config; `null` with findings where it has any fault. */
export function readConfig(
  named: string,
  files: Files,
  context: ConfigContext,
): { config: Config | null; findings: readonly Finding[] } {
  const file = files.local(named);
  const input = readText(files, file);
  if ('finding' in input) return { config: null, findings: [input.finding] };
  const document = readDocument(input.text, validateConfig);
  const faults = document.faults.map((f) =>
    fault({ file, line: f.line, column: f.column }, f.message),
  );
  if (document.faults.some(({ kind }) => kind === 'syntax'))
    return { config: null, findings: faults };
  const reader = new ConfigReader(file, document, context);
  const slips = reader.checkNames();
  const findings = [...faults, ...slips].sort(
    (a, b) => a.location.line - b.location.line || a.location.column - b.location.column,
  );
  return { config: findings.length > 0 ? null : reader.read(), findings };
}

const fault = (location: Location, message: string): Finding => ({
  ...unreadable(location, message),
  message,
});

type Section = Readonly<Record<string, unknown>>;
const OF_ONE_APP = ['calls', 'grants'];

class ConfigReader {
  private readonly findings: Finding[] = [];
  private readonly source: Section;

  constructor(
    private readonly file: string,
    private readonly document: ReadDocument,
    private readonly context: ConfigContext,
  ) {
    this.source = Object(document.value);
  }

  /** What the schema cannot know: ids of checks, names of apps. The document may still have faults of its own. */
  checkNames(): readonly Finding[] {
    const { apps, severity } = this.source;
    for (const key of OF_ONE_APP.filter((k) => apps !== undefined && k in this.source))
      this.report([key], `${key} goes below an app where there is apps:`, 'key');
    for (const check of Object.keys(Object(severity)))
      this.checkId(check, ['severity', check], 'key');
    this.checkItems('ignore', this.context.faultOfIgnore);
    this.checkItems('elsewhere', this.context.faultOfElsewhere);
    return this.findings;
  }

  /** Items of a list, each of which may be of one app. */
  private checkItems(list: string, faultOf: FaultOfItem): void {
    const items = this.source[list];
    const names = Object.keys(Object(this.source.apps));
    for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
      const { app } = Object(item);
      const slip = faultOf(Object(item));
      if (slip) this.report([list, index, slip.key], slip.message);
      if (typeof app === 'string' && !names.includes(app))
        this.report(
          [list, index, 'app'],
          `${app} is no app of this config${didYouMean(app, names)}`,
        );
    }
  }

  /** Reads a document that has no fault. */
  read(): Config {
    const { source } = this;
    const apps = source.apps as Readonly<Record<string, Section>> | undefined;
    const whole = this.readApp(null, source, []);
    const severity = Object.entries((source.severity ?? {}) as Record<string, Severity | 'off'>);
    return {
      file: this.file,
      apps: apps
        ? Object.entries(apps).map(([name, app]) => ({
            ...this.readApp(name, app, ['apps', name]),
            ...(app.matrix === undefined && { matrix: whole.matrix }),
            ...(app.servers === undefined && { servers: whole.servers }),
            clients: whole.clients,
          }))
        : [whole],
      severity: new Map(severity),
      ignores: ((source.ignore ?? []) as readonly Partial<ConfigIgnore>[]).map((item, index) => ({
        check: '',
        reason: '',
        app: null,
        permission: null,
        route: null,
        path: null,
        until: null,
        ...item,
        location: this.place(['ignore', index]),
      })),
      elsewhere: ((source.elsewhere ?? []) as readonly Partial<ConfigElsewhere>[]).map(
        ({ paths = [], reason = '', app = null, until = null }, index) => ({
          ...{ paths: [paths].flat(), reason, app, until },
          location: this.place(['elsewhere', index]),
        }),
      ),
    };
  }

  private readApp(name: string | null, source: Section, path: readonly string[]): AppConfig {
    const { isPath } = this.context;
    return {
      name,
      matrix: this.words(source.matrix, [...path, 'matrix'], isPath.matrix),
      calls: this.words(source.calls, [...path, 'calls'], isPath.calls),
      grants:
        source.grants === undefined
          ? null
          : { value: source.grants, path: [...path, 'grants'], document: this.document },
      servers: this.words(source.servers, [...path, 'servers'], () => false) ?? [],
      clients: this.words(source.clients, [...path, 'clients'], () => false) ?? [],
    };
  }

  private words(
    value: unknown,
    path: readonly string[],
    isPath: (text: string) => boolean,
  ): ConfigWord[] | null {
    if (value === undefined) return null;
    const folder = posix.dirname(this.file);
    return ([value].flat() as string[]).map((text, index) => ({
      text: isPath(text) && !posix.isAbsolute(text) ? posix.join(folder, text) : text,
      location: this.place(Array.isArray(value) ? [...path, index] : path),
    }));
  }

  private checkId(id: string, path: readonly (string | number)[], what?: 'key'): void {
    if (!this.context.checks.includes(id))
      this.report(path, `${id} is no check${didYouMean(id, this.context.checks)}`, what);
  }

  private report(path: readonly (string | number)[], message: string, what?: 'key'): void {
    this.findings.push(fault(this.place(path, what), message));
  }

  private place(path: readonly (string | number)[], what?: 'key'): Location {
    return { file: this.file, ...this.document.at(path, what) };
  }
}
