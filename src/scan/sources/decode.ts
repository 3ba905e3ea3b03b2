// The bytes of a source file -> its text, whatever it is written in; `null` where it is no text.

/** Decodes UTF-8, UTF-16 with a byte order mark, and else Windows-1252, in which any bytes are text. */
export function decode(bytes: Buffer): string | null {
  const wide = wideOf(bytes);
  if (wide) return clean(new TextDecoder(wide).decode(bytes));
  if (bytes.subarray(0, 8192).includes(0)) return null;
  try {
    return clean(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return clean(new TextDecoder('windows-1252').decode(bytes));
  }
}

/** The same bytes where they may be searched for ASCII as they are, else as UTF-8. */
export const searchable = (bytes: Buffer): Buffer =>
  wideOf(bytes) ? Buffer.from(decode(bytes) ?? '') : bytes;

/** Whether a mark at its beginning says that a text is UTF-16. */
export const isWide = (bytes: Buffer): boolean => wideOf(bytes) !== null;

function wideOf(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** A parser takes a NUL for the end of the text; a space keeps every place. */
const clean = (text: string): string => text.replaceAll('\0', ' ');
