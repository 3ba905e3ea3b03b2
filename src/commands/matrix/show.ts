// permlint matrix show: prints the table of matrices, or the rows of it that are asked for.
import { loadCalls } from '../../calls/index.js';
import { looksLikeCall } from '../../calls/stated.js';
import { groupByApi } from '../../match/api.js';
import { matchCalls } from '../../match/match.js';
import { DEFAULT_MATRIX, loadMatrices } from '../../matrix/index.js';
import { mergeMatrices } from '../../matrix/merge.js';
import { METHODS } from '../../matrix/read-routes.js';
import { parsePattern, type Selection, selectRoutes } from '../../matrix/select.js';
import { showMarkdown, showText } from '../../matrix/show.js';
import { type Api, COMMAND_LINE, type Matrix, type Route } from '../../model/model.js';
import { printable } from '../../text/printable.js';
import { didYouMean } from '../../text/suggest.js';
import { collect, defineCommand, oneOf, shown, UsageError } from '../command.js';

const FORMATS = { text: showText, markdown: showMarkdown } as const;

interface ShowOptions {
  readonly matrix?: readonly string[];
  readonly format: string;
  readonly path?: string;
  readonly permission?: string;
  readonly tag?: string;
  readonly method?: string;
  readonly deprecated?: boolean;
}

/** Prints the table of matrices. */
export const show = defineCommand({
  id: 'show',
  summary: 'print the table of a matrix',
  examples: [['permlint matrix show ringcentral -f markdown', 'the whole table']],
  define(command, host, end) {
    command
      .argument('[pattern]', 'the same as --path')
      .option('-m, --matrix <name|file>', 'rule pack or matrix; repeatable', collect)
      .option(
        '--path <pattern>',
        'rows that begin with this path, fit this glob, or serve this call',
      )
      .option('--permission <name>', 'rows that name it, or what it includes')
      .option('--tag <tag>', 'rows with this tag')
      .option('--method <method>', 'rows for this method')
      .option('--deprecated', 'deprecated rows only')
      .option('-f, --format <name>', Object.keys(FORMATS).join(', '), 'text')
      .action((pattern: string | undefined, options: ShowOptions) => {
        const formats = Object.keys(FORMATS) as (keyof typeof FORMATS)[];
        const render = FORMATS[oneOf('--format', options.format, formats)];
        const words = (options.matrix ?? [DEFAULT_MATRIX]).map(onCommandLine);
        const { matrices, findings } = loadMatrices(words, host.files);
        const apis = mergeMatrices(matrices);
        if (pattern !== undefined && options.path !== undefined)
          throw new UsageError('the pattern and --path say the same; give one of them');
        const asked = readSelection({ ...options, path: pattern ?? options.path }, apis, matrices);
        host.print(printable(apis.map((api) => render(selectRoutes(api, asked))).join('\n')));
        for (const { check, message, location: at } of findings)
          host.complain(`${at.file}:${at.line}:${at.column}  error[${check}]: ${message}\n`);
        end(findings.length > 0 ? 2 : 0);
      });
  },
});

const onCommandLine = (text: string) => ({
  text,
  location: { file: COMMAND_LINE, line: 1, column: 1 },
});

type Asked = Omit<ShowOptions, 'path'> & { readonly path: string | undefined };

/** Names that no matrix knows are slips, not empty tables; without a matrix nothing is known. */
function readSelection(asked: Asked, apis: readonly Api[], matrices: readonly Matrix[]): Selection {
  const permissions = apis.flatMap((api) => api.permissions.map(({ name }) => name));
  const tags = apis.flatMap((api) => api.routes.flatMap(({ facts }) => facts.tag ?? []));
  const { permission, tag, deprecated } = asked;
  const isTag = tags.some((known) => known.toLowerCase() === tag?.toLowerCase());
  if (apis.length > 0 && permission !== undefined && !permissions.includes(permission))
    throw new UsageError(notKnown('--permission', permission, permissions));
  if (apis.length > 0 && tag !== undefined && !isTag)
    throw new UsageError(notKnown('--tag', tag, tags));
  const method =
    asked.method && oneOf('--method', asked.method.toUpperCase().replace('HEAD', 'GET'), METHODS);
  const fitsPath =
    asked.path === undefined ? {} : { fitsPath: readPath(asked.path, apis, matrices) };
  return { permission, tag, method, deprecated, ...fitsPath };
}

const notKnown = (flag: string, word: string, known: readonly string[]): string =>
  `${flag}: ${shown(word)} stands in no matrix${didYouMean(word, known)}`;

/** A call means the rows that may serve it; a path means the rows below it, or if there are none the same as a call. */
function readPath(
  text: string,
  apis: readonly Api[],
  matrices: readonly Matrix[],
): (route: Route) => boolean {
  if (looksLikeCall(text)) return servingRows(text, matrices);
  const fits = parsePattern(text);
  const routes = apis.flatMap((api) => api.routes);
  if (typeof fits !== 'string' && (text.includes('*') || routes.some(fits))) return fits;
  if (!/^(\/|https?:)/i.test(text))
    throw new UsageError('a pattern begins with / or a method; -m names a matrix');
  return servingRows(`ANY ${text}`, matrices);
}

function servingRows(text: string, matrices: readonly Matrix[]): (route: Route) => boolean {
  const { calls, findings } = loadCalls([onCommandLine(text)], NO_FILES);
  if (findings[0]) throw new UsageError(findings[0].message);
  const matches = matchCalls(calls, groupByApi(matrices));
  const candidates = matches.flatMap(({ outcomes }) =>
    outcomes.flatMap((outcome) => ('candidates' in outcome ? outcome.candidates : [])),
  );
  const serving = candidates.filter(({ certainty }) => certainty !== 'remote');
  const names = new Set(serving.map(({ route }) => nameOf(route)));
  return (route) => names.has(nameOf(route));
}

const nameOf = ({ api, method, path }: Route): string => `${api} ${method} ${path}`;

const NO_FILES = {
  kind: () => null,
  local: (path: string) => path,
  read: () => new Uint8Array(),
  list: () => [],
  sources: () => [],
};
