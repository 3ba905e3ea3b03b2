// A valid JSON text and paths of keys -> the offsets at which they stand, in one pass. Holds no values.

/** The keys and list positions that lead to a value. */
export type Path = readonly (string | number)[];

/** The wanted keys below one place. */
interface Wanted {
  readonly below: Map<string, Wanted>;
  offset: number | null;
}

const SCALAR = /[^\s,:"[\]{}]+/y;

/** Finds the wanted paths; one that is not there has the place of the nearest one above it. */
export function findInJson(text: string, paths: readonly Path[]): (path: Path) => number {
  const root: Wanted = { below: new Map(), offset: 0 };
  for (const path of paths) {
    let at = root;
    for (const key of path.map(String)) {
      const next: Wanted = at.below.get(key) ?? { below: new Map(), offset: null };
      at.below.set(key, next);
      at = next;
    }
  }
  scan(text, root);
  return (path) => {
    let [at, offset]: [Wanted | undefined, number] = [root, 0];
    for (const key of path.map(String)) {
      at = at?.below.get(key);
      offset = at?.offset ?? offset;
    }
    return offset;
  };
}

function scan(text: string, root: Wanted): void {
  const stack: { array: boolean; index: number; wanted: Wanted | undefined }[] = [];
  let below: Wanted | undefined = root;
  let keyNext = false;
  for (let at = 0; at < text.length; ) {
    const character = text[at]!;
    const top = stack.at(-1);
    if (character === '}' || character === ']') stack.pop();
    if (/[\s,:}\]]/.test(character)) {
      if (character === ',') keyNext = !top?.array;
      at++;
      continue;
    }
    if (top && !top.array && keyNext) {
      const end = stringEnd(text, at);
      below = top.wanted?.below.get(top.wanted ? String(JSON.parse(text.slice(at, end))) : '');
      if (below) below.offset = at;
      keyNext = false;
      at = end;
      continue;
    }
    if (top?.array) {
      below = top.wanted?.below.get(String(top.index++));
      if (below) below.offset = at;
    }
    if (character === '{' || character === '[') {
      stack.push({ array: character === '[', index: 0, wanted: below });
      keyNext = character === '{';
      at++;
    } else if (character === '"') at = stringEnd(text, at);
    else {
      SCALAR.lastIndex = at;
      at = SCALAR.test(text) ? SCALAR.lastIndex : at + 1;
    }
  }
}

/** Where the string that begins at `start` ends. */
function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}
