// The shape of an import: a vendor's document and settings come in, the content of a pack and findings go out.
import type { Location, Requirement, Scheme } from '../../model/model.js';
import type { Loaded } from '../../model/report.js';

/** How a document is read; all of it is kept in the pack, so that a later import repeats it. */
export interface ImportSettings {
  /** How a list of permissions is to be read: all of them are needed, or any. */
  readonly scopeList: 'all' | 'any';
  /** The security schemes that are chosen; none: those that can carry scopes. */
  readonly schemes: readonly string[];
  /** The vendor's own keys that name permissions, by scheme of the pack; none: `security` is read. */
  readonly permissionKeys: ReadonlyMap<Scheme, readonly string[]>;
  /** What an operation without such a key needs. */
  readonly absent: 'unknown' | 'none';
}

/** What the pack is called; `null` is taken from the document. */
export interface PackNames {
  readonly api: string | null;
  readonly title: string | null;
}

/** One operation of the document. */
export interface ImportedRow {
  readonly method: string;
  /** The full path as a template, that of the servers included. */
  readonly path: string;
  readonly requires: ReadonlyMap<Scheme, Requirement>;
  readonly operation?: string;
  readonly tag?: string;
  readonly deprecated?: boolean;
  readonly location: Location;
}

/** A permission with the first line of what the document says of it. */
export interface ImportedPermission {
  readonly scheme: Scheme;
  readonly name: string;
  readonly title: string;
}

/** What a document says, as a matrix can say it. */
export interface ImportedPack {
  readonly format: string;
  /** The version that the document gives itself; empty where it gives none. */
  readonly version: string;
  /** Empty where neither the caller nor the document gives a name. */
  readonly api: string;
  readonly title: string;
  readonly settings: ImportSettings;
  readonly servers: readonly string[];
  /** The path of the first server. */
  readonly basePath: string;
  /** Empty: the one that every matrix has. */
  readonly schemes: readonly Scheme[];
  readonly permissions: readonly ImportedPermission[];
  readonly rows: readonly ImportedRow[];
  /** How many operations the document has, those that are left out included. */
  readonly operations: number;
}

/** One format that a matrix can be imported from. */
export interface Importer {
  /** Its file name and the word that people type. */
  readonly id: string;
  /** One line for the help. */
  readonly summary: string;
  read(
    text: string,
    file: string,
    settings: ImportSettings,
    names: PackNames,
  ): Loaded<ImportedPack | null>;
}

/** Types an import; the id is its file name. */
export const defineImporter = (importer: Importer): Importer => importer;
