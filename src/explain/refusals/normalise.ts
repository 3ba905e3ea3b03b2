// Text of a log -> the same without colours and without the escapes of JSON in JSON; its lines stay its lines.

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOUR = /\u001b\[[\d;?]{0,40}[A-Za-z]|(?<!\\)\\+(?:u001b|x1b|033|e)\[[\d;]{0,40}m/gi;
const ESCAPE = /\\+(?:u([\da-f]{4})|([^\n]))/gi;

/** Makes a body read the same, however often it was escaped. */
export function normalise(text: string): string {
  const plain = text.replace(COLOUR, '').replaceAll('&quot;', '"');
  return plain.replace(ESCAPE, (_, code: string | undefined, character: string | undefined) => {
    if (code === undefined) return /[nrt]/.test(character ?? '') ? ' ' : (character ?? '');
    const decoded = String.fromCharCode(Number.parseInt(code, 16));
    return /[ -~]/.test(decoded) ? decoded : ' ';
  });
}
