// The packages that take a transport + a file of code -> the transport by what a manifest above the file asks for.
import type { Files } from '../../text/files.js';
import { installedFor, isMeant, readPackageName } from './installed-packages.js';

/**
 * @param transports by package, as a matrix writes them
 * @returns `null` where none is asked for, where its versions may be others, or where two packages take two transports
 */
export function installedTransport(
  file: string,
  language: string,
  transports: Readonly<Record<string, string>>,
  files: Files,
): string | null {
  const takers = Object.entries(transports).map(([written, transport]) => {
    const taker = readPackageName(written);
    return { ...taker, transport };
  });
  const said = installedFor(file, language, takers, files).flatMap(({ name, versions = '' }) =>
    takers
      .filter((taker) => taker.name === name)
      .map((taker) => (isMeant(taker, versions) === true ? taker.transport : null)),
  );
  const [one = null, second] = new Set(said);
  return second === undefined ? one : null;
}
