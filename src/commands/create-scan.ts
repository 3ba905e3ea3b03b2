// The matrices of a run + the machine -> what scans the folders and source files that are named as calls.
import type { ClientForm } from '../calls/client-form.js';
import type { ScanCode } from '../calls/index.js';
import type { Host } from '../host/host.js';
import { groupByApi } from '../match/api.js';
import { type Matrix, type Server, STANDARD_INPUT } from '../model/model.js';
import { printable } from '../text/printable.js';

/** Inputs that other sources read, whatever is in them. */
export const NOT_CODE = /\.(har|json|ya?ml|txt)$/i;
/** Of these, those that a tool reads scripts of: hidden files, and those of well-known names. */
const HOLDS_CODE =
  /(?:^|\/)(?:\.(?!\.?\/)[^/]+(?:\/|$)|(?:package|composer|deno)\.json$|(?:taskfile|azure-pipelines|bitbucket-pipelines|action)[^/]*\.ya?ml$)/i;

/** What a command line says of a scan. */
export interface ScanOptions {
  readonly includeTests?: boolean;
  readonly quiet?: boolean;
}

/** Loads the scan only for what it may read. */
export function createScan(
  matrices: readonly Matrix[],
  servers: readonly Server[],
  { files, scanner, lower, beginLowering, progress }: Host,
  { includeTests = false, quiet = false }: ScanOptions,
  clients: readonly ClientForm[],
): ScanCode {
  return (path) => {
    const kind = path === STANDARD_INPUT ? null : files.kind(path);
    const mayBeCode = !NOT_CODE.test(path) || HOLDS_CODE.test(path);
    const isCode = kind === 'file' && mayBeCode && scanner().isSource(path);
    if (kind !== 'folder' && !isCode) return null;
    const tell = (text: string) => {
      if (!quiet) progress(printable(text));
    };
    if (kind === 'folder') beginLowering();
    try {
      return scanner().scan(path, {
        // the scan is a program of its own, which would index the matrices once more
        apis: groupByApi(matrices, servers),
        clients,
        files,
        includeTests,
        lower,
        progress: tell,
      });
    } finally {
      tell('');
    }
  };
}
