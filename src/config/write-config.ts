// What is known of an app -> the text of a permlint.yaml with comments; what is not known is left out in it.

/** What is to stand in a config. */
export interface ConfigDraft {
  /** The schema for editors; `null` where none is at hand. */
  readonly schema: string | null;
  readonly matrix: readonly string[];
  /** Where the permissions are switched on, in the vendor's words. */
  readonly console: string | null;
  /** One without a name, or several with one each. */
  readonly apps: readonly AppDraft[];
}

/** The part of one app. */
export interface AppDraft {
  readonly name: string | null;
  readonly calls: readonly string[];
  /** `null`: not known. */
  readonly grants: GrantsDraft | null;
  /** What its calls need, which is never taken for what it holds. */
  readonly needed: readonly string[];
}

/** What an app holds, by scheme (`null`: the default one), and how that is known. */
export interface GrantsDraft {
  readonly names: ReadonlyMap<string | null, readonly string[]>;
  readonly origin: string;
}

const WIDTH = 80;

/** Writes the config. */
export function writeConfig(draft: ConfigDraft): string {
  const { schema, matrix, apps } = draft;
  const [only] = apps;
  const named = only?.name !== null;
  const lines = [
    ...(schema ? [`# yaml-language-server: $schema=${schema}`] : []),
    'version: 1',
    '',
    '# The rule pack; a matrix of your own behind it wins row by row',
    ...entry('matrix', matrix, '', matrix.length > 1),
    '',
    ...(named
      ? [
          '# Each with its own calls: folders of code (those that it shares with others too),',
          '# recordings (HAR), plans, "METHOD /path"; and what it holds',
          'apps:',
          ...apps.flatMap((app) => [
            `  ${scalar(app.name!)}:`,
            ...entry('calls', app.calls, '    ', true),
            ...grantLines(app, draft, '    '),
          ]),
        ]
      : [
          '# Where the calls are: folders of code, recordings (HAR), plans, "METHOD /path"',
          ...entry('calls', only?.calls ?? [], '', true),
          '',
          ...(only ? grantLines(only, draft, '') : []),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

function grantLines(
  { grants, needed }: AppDraft,
  { console: place }: ConfigDraft,
  indent: string,
): string[] {
  const where = place ?? 'console of the vendor';
  if (!grants)
    return [
      ...comment(
        `What the app holds is not known yet, so nothing can be missing or excess. Write the names that the ${where} shows for it:`,
        indent,
      ),
      `${indent}# grants: []`,
      ...(needed.length > 0
        ? comment(`(Its calls need ${needed.join(', ')}; what it holds may differ.)`, indent)
        : []),
    ];
  const schemes = [...grants.names];
  const origin = comment(grants.origin, indent);
  const [first] = schemes;
  if (schemes.length <= 1 && (first?.[0] ?? null) === null)
    return [...origin, ...entry('grants', first?.[1] ?? [], indent, true)];
  return [
    ...origin,
    `${indent}grants:`,
    ...schemes.flatMap(([scheme, names]) => entry(scheme ?? 'app', names, `${indent}  `, true)),
  ];
}

/** A key and its list: on one line where that fits, else an item a line. */
function entry(key: string, items: readonly string[], indent: string, list: boolean): string[] {
  const written = items.map(scalar);
  const line = `${indent}${scalar(key)}: ${list ? `[${written.join(', ')}]` : written.join('')}`;
  if (line.length <= WIDTH) return [line];
  return [`${indent}${scalar(key)}:`, ...written.map((item) => `${indent}  - ${item}`)];
}

const PLAIN = /^[A-Za-z_][\w./-]*$/;
const NOT_TEXT = /^(true|false|null|yes|no|on|off|y|n|\.nan|\.inf)$/i;

/** A text as YAML reads it back: in quotes unless nothing else could be meant. */
const scalar = (text: string): string =>
  PLAIN.test(text) && !NOT_TEXT.test(text) ? text : JSON.stringify(text);

/** A text as comment lines; all white space in it is one space. */
function comment(text: string, indent: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}# ${word}`);
  }
  return lines;
}
