// A path -> the bytes of a text file, for a search; nothing for links, devices, and what is no text.
import type { Files } from '../../text/files.js';
import { isWide } from './decode.js';

/** The bytes of a file, or their beginning where it is larger than is searched, and its whole size. */
export interface Source {
  readonly bytes: Buffer;
  readonly size: number;
}

/** What is searched of a file for what names the API. */
export const MOST_SEARCHED = 32 * 1024 * 1024;
/** So much of a file says whether it is text. */
const TOP = 8192;
/** Most files are smaller, and are read at once. */
const FIRST = 64 * 1024;

/** Endings of what is never text, so that it need not be opened. */
const BINARY =
  /\.(?:png|jpe?g|gif|webp|avif|heic|ico|bmp|tiff?|psd|pdf|woff2?|ttf|otf|eot|zip|t?gz|bz2|xz|7z|rar|jar|war|class|dll|exe|so|dylib|pdb|nupkg|whl|pyc|mp[34]|m4[av]|wav|ogg|flac|mov|avi|webm|mkv|docx?|xlsx?|pptx?|od[tsp]|sqlite3?|parquet|onnx|jks|p12|pfx|wasm)$/i;

/** Whether the name of a file says that it is no text. */
export const isBinaryName = (path: string): boolean => BINARY.test(path);

/**
 * Machines say what is no file; files in memory are what they are. Throws what the file system throws.
 * @param isCode it is in a language that is read, so that a NUL in it is a fault to be told
 */
export function readSource(files: Files, path: string, isCode: boolean): Source | null {
  if (!files.readSource) {
    const { buffer, byteOffset, byteLength } = files.read(path);
    return textOnly(
      { bytes: Buffer.from(buffer, byteOffset, byteLength), size: byteLength },
      isCode,
    );
  }
  const first = asSource(files.readSource(path, FIRST));
  if (!first || first.size <= FIRST || !textOnly(first, isCode))
    return first && textOnly(first, isCode);
  return asSource(files.readSource(path, MOST_SEARCHED));
}

function asSource(read: ReturnType<NonNullable<Files['readSource']>>): Source | null {
  if (!read) return null;
  const { buffer, byteOffset, byteLength } = read.bytes;
  return { bytes: Buffer.from(buffer, byteOffset, byteLength), size: read.size };
}

const textOnly = (source: Source, isCode: boolean): Source | null =>
  isCode || isWide(source.bytes) || !source.bytes.subarray(0, TOP).includes(0) ? source : null;
