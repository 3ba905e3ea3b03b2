// The shape of the code scan: it is a program of its own, which is loaded only for folders and source files.
import type { ClientForm } from '../calls/client-form.js';
import type { LoadedCalls } from '../calls/index.js';
import type { IndexedApi } from '../match/api.js';
import type { Files } from '../text/files.js';
import type { SourceText } from './frontend/lower-files.js';
import type { FileSyntax } from './ir.js';

/** What a scan is given: the APIs of the run, and the machine. */
export interface ScanContext {
  readonly apis: readonly IndexedApi[];
  /** The wrappers that are as good as HTTP calls. */
  readonly clients: readonly ClientForm[];
  readonly files: Files;
  readonly includeTests: boolean;
  /** Takes what is going on, for who waits. */
  progress(text: string): void;
  /** Parses and lowers; waits for it, and may do something meanwhile. */
  lower(sources: readonly SourceText[], meanwhile?: () => void): readonly FileSyntax[];
}

/** Finds calls in code. */
export interface Scanner {
  /** Whether a file of this name is source code in a language that is known. */
  isSource(path: string): boolean;
  /** The calls of a folder or a source file. */
  scan(path: string, context: ScanContext): LoadedCalls;
}
