// Files with the names that they speak of + those that name an API -> all that are to be read: what leads to these, and
// what these are made of.

/** A file as far as choosing is concerned. */
export interface Referring {
  readonly path: string;
  /** It names the API itself. */
  readonly own: boolean;
  readonly names: readonly string[];
  readonly references: ReadonlySet<string>;
}

/** How far from a file that names the API others are followed. */
const TOWARDS = 3;
const INTO = 2;
/** A name that so many files have says nothing of which is meant. */
const MAX_NAMESAKES = 40;
const MAX_FILES = 10_000;

/** @returns the paths, and whether some were left out: more than 10,000 */
export function chooseFiles(files: readonly Referring[]): {
  chosen: ReadonlySet<string>;
  cut: boolean;
} {
  const chosen = new Set(files.filter(({ own }) => own).map(({ path }) => path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const named = group(files, ({ names }) => names);
  const referring = group(files, ({ references }) => references);
  let cut = false;
  const spread = (levels: number, next: (file: Referring) => Iterable<Referring>): void => {
    let edge = [...chosen];
    for (let level = 0; level < levels; level++) {
      const found = new Set<string>();
      for (const path of edge)
        for (const file of next(byPath.get(path)!))
          if (!chosen.has(file.path)) found.add(file.path);
      for (const path of found) {
        if (chosen.size >= MAX_FILES) cut = true;
        else chosen.add(path);
      }
      edge = [...found];
    }
  };
  const few = (list: readonly Referring[] | undefined, key: string) =>
    list && (key.startsWith('=') || list.length <= MAX_NAMESAKES) ? list : [];
  spread(TOWARDS, ({ names }) =>
    names.flatMap((key) => {
      // a name of many files says nothing of which is meant, but who says it may mean this one
      const namesakes = named.get(key)?.length ?? 0;
      return key.startsWith('=') || namesakes <= MAX_NAMESAKES ? (referring.get(key) ?? []) : [];
    }),
  );
  spread(INTO, ({ references }) => [...references].flatMap((key) => few(named.get(key), key)));
  return { chosen, cut };
}

function group(
  files: readonly Referring[],
  keysOf: (file: Referring) => Iterable<string>,
): Map<string, Referring[]> {
  const groups = new Map<string, Referring[]>();
  for (const file of files)
    for (const key of keysOf(file)) {
      const list = groups.get(key);
      if (list) list.push(file);
      else groups.set(key, [file]);
    }
  return groups;
}
