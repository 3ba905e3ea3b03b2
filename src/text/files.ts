// Reading an input: its bytes -> text, or a finding that says why it cannot be read.
import { UNREADABLE_INPUT } from '../model/faults.js';
import { type Location, STANDARD_INPUT } from '../model/model.js';
import type { Finding } from '../model/report.js';

/** The file system as loaders see it. `src/host/host.ts` has the real one; tests inject others. */
export interface Files {
  /** Whether the path is a file, a folder, or nothing. */
  kind(path: string): 'file' | 'folder' | null;
  /** Throws what the file system throws, with its `code`; `<stdin>` is standard input. */
  read(path: string): Uint8Array;
  /** A path as outputs show it: from the working directory, with `/`. */
  local(path: string): string;
  /** The files below a folder, relative to it, with `/`. */
  list(folder: string): readonly string[];
  /** The same without what git ignores; where git knows nothing of the folder, without its hidden and package folders. */
  sources(folder: string): readonly string[];
  /**
   * The bytes of a source file, at most so many; `null` where there is none: a link, a folder, a device, or what went away.
   * Throws what the file system throws. Without it `read` is used.
   */
  readSource?(path: string, most: number): SourceBytes | null;
}

/** The beginning of a file, and its whole size. */
export interface SourceBytes {
  readonly bytes: Uint8Array;
  readonly size: number;
}

const REASONS: Readonly<Record<string, string>> = {
  ERR_ENCODING_INVALID_ENCODED_DATA: 'not valid UTF-8',
  ENOENT: 'no such file',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ERR_ACCESS_DENIED: 'the runtime was started without --allow-fs-read for it',
  EILSEQ: 'its name is not valid UTF-8',
  EISDIR: 'a folder, where a file is needed',
  ERR_FS_FILE_TOO_LARGE: 'too large: at most 2 GB is read',
  ERR_STRING_TOO_LONG: 'too large: at most 512 MB of text is read',
};

/** How a text is read. */
export interface ReadOptions {
  /** The bytes that it may have. */
  readonly most?: number;
  /** A byte that is no UTF-8 costs its character alone, not the whole text. */
  readonly lenient?: boolean;
}

/** Reads a file as UTF-8 text, its byte order mark dropped. */
export function readText(
  files: Files,
  path: string,
  { most = Number.POSITIVE_INFINITY, lenient = false }: ReadOptions = {},
): { text: string } | { finding: Finding } {
  try {
    if (path !== STANDARD_INPUT && files.kind(path) === 'folder')
      return { finding: unreadable(path, REASONS.EISDIR!) };
    const bytes = files.read(path);
    if (bytes.length > most)
      return { finding: unreadable(path, `too large: at most ${most / 1024 / 1024} MB is read`) };
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
      return { finding: unreadable(path, 'UTF-16 text, where UTF-8 is needed') };
    if (bytes.subarray(0, 8192).includes(0))
      return { finding: unreadable(path, 'a binary file, where text is needed') };
    return { text: new TextDecoder('utf-8', { fatal: !lenient }).decode(bytes) };
  } catch (error) {
    return { finding: unreadable(path, reasonOf(error)) };
  }
}

/** Why a file could not be read, from what reading it threw. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return REASONS[String(code)] ?? `the system says ${String(code)}`;
}

/** An input, or a part of it, that was lost. */
export function unreadable(
  where: string | Location,
  reason: string,
  related: Finding['related'] = [],
): Finding {
  const location = typeof where === 'string' ? { file: where, line: 1, column: 1 } : where;
  return {
    check: UNREADABLE_INPUT,
    severity: 'error',
    message: `${location.file} cannot be read: ${reason}`,
    location,
    related,
    data: { reason },
  };
}
