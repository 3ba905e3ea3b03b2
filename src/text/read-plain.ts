// A path + a limit -> the text of a plain file, or nothing: links, pipes and what is larger are passed over.
import type { Files } from './files.js';

/** The text of a file that nobody named; `null` where it is no plain file, larger than `most` bytes, or no UTF-8. */
export function readPlain(path: string, most: number, files: Files): string | null {
  try {
    const own = files.readSource?.(path, most);
    if (own === null || (own && own.size > most)) return null;
    const bytes = own?.bytes ?? files.read(path);
    if (bytes.length > most) return null;
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The size of a plain file; `null` where there is none. One that cannot be opened counts as empty: its reader says why. */
export function sizeOf(path: string, files: Files): number | null {
  try {
    if (!files.readSource) return files.read(path).length;
    return files.readSource(path, 0)?.size ?? null;
  } catch {
    return 0;
  }
}
