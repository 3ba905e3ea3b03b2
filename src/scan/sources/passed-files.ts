// A file in no language that is read, which names an API -> the column of the accounts that it is in, and what may call.
import { posix } from 'node:path';
import { endingOf } from '../../text/ending.js';
import type { Position } from '../../text/line-index.js';
import { isOwnForm } from '../../text/own-forms.js';
import { formOf } from '../embedded/forms/index.js';
import type { FindTexts, NamedText } from './build-outputs.js';
import { keeping, unreadMarkup } from './markup.js';
import { otherLanguageOf } from './other-languages.js';

/** The columns of files that are passed over. */
export type FileColumn =
  | 'prose'
  | 'data'
  | 'test'
  | 'package'
  | 'build output'
  | 'input'
  | 'not read';

/** A file that names an API and was passed over, or what was passed over of one that was read. */
export interface PassedFile {
  /** From the folder that is scanned. */
  readonly path: string;
  readonly column: FileColumn;
  /** Why it was not read, without a full stop. */
  readonly why: string;
  /** The language that it is in, where no language of the scan reads it, and its name says which. */
  readonly language?: string;
  /** What was not read, with spaces for the rest; empty in columns that raise no doubt. */
  readonly text: string;
  /** Where the text of a file that names no API itself imports one that does. */
  readonly imports?: Position;
}

const PROSE =
  /\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc|textile|rdoc|org|tex|pod|log|diff|patch|[1-9])$|(?:^|\/)(?:LICEN[CS]E|NOTICE|README|CHANGELOG|CHANGES|AUTHORS|CONTRIBUTORS|TODO|CODEOWNERS)(?:-[^/.]*)?$/i;
/** What package managers write, and what only lists addresses. */
const LISTS =
  /(?:^|\/)(?:[^/]*\.lock|(?:package-lock|npm-shrinkwrap|composer-lock|packages\.lock)\.json|pnpm-lock\.yaml|go\.sum|bun\.lockb?|Package\.resolved|\.gitignore|\.dockerignore|\.npmrc)$/i;
/** What describes an API, and calls none. */
const DESCRIPTION = /\.(?:graphqls?|gql|proto|wsdl|xsd|raml|css|s[ac]ss|less|d\.[cm]?ts)$/i;
const OPENAPI = /^\s*(?:\{\s*)?["']?(?:openapi|swagger|asyncapi)["']?\s*:\s*["']?\d/m;
/** What programs write beside their output. */
const BESIDE_OUTPUT = /\.(?:map|tsbuildinfo)$/i;
/** What holds values, which code may take out. */
const VALUES =
  /\.(?:json[c5l]?|ya?ml|toml|ini|cfg|conf|config|properties|plist|xml|xliff|xlf|resx|strings|arb|po|pot|csv|tsv|sql|svg|env|tfvars|csproj|props|targets|gradle|kts|gemspec|lock|mod|webmanifest|editorconfig|storyboard|xib|nix|sln|iml|pbxproj)$|(?:^|\/)(?:\.env[^/]*|dotenv|env\.(?:example|sample)|Gemfile|Podfile|Pipfile|Procfile|Makefile|GNUmakefile|(?:[^/]*\.)?Dockerfile(?:\.[^/]*)?|\.[^/.]+(?:rc|ignore)|_headers|_redirects|Caddyfile|Brewfile)$/i;
/** Code, though its ending is that of values. */
const SCRIPTED = /\.kts$/i;
/** What is put behind the name of a file that people are to copy. */
const SAMPLE = /[-.](?:example|sample|template|tmpl|dist|default)$/i;
/** A file of settings, whatever its name: each line gives a name a value, and calls nothing for it. */
const SETTING =
  /^\s*(?:[#;].*|(?:export\s+)?[\w.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'(){};]*)\s*(?:#.*)?)?$/;

/** Whether a file holds values and no code. */
function holdsValues(path: string, text: string): boolean {
  const name = path.replace(SAMPLE, '');
  return (
    (VALUES.test(name) && !SCRIPTED.test(name)) ||
    text.split('\n').every((line) => SETTING.test(line.trimEnd()))
  );
}

/** What tests have for data: values, pages, recordings. */
export const isData = (path: string, text: string): boolean =>
  holdsValues(path, text) || /\.(?:html?|har|ndjson|jsonl|mock)$/i.test(path);

/** Whether a file is like an answer or an event of an API: its paths are what these say of themselves. */
export function isLikeAnswer(path: string, text: string, find: FindTexts): boolean {
  const paths = /\.json$/i.test(path) ? find(text).filter(({ target }) => target !== null) : [];
  return paths.length > 0 && paths.every(({ index }) => SELF.test(lineBefore(text, index)));
}

const SELF = /"(?:uri|href|self|event|@id|\w+Uri)"\s*:\s*"$/;

/** A list of requests for a tool that sends them. */
const COLLECTION =
  /getpostman\.com\/json\/collection|"_type"\s*:\s*"export"[\s\S]*"__export_format"/;
/** A command that sends a request, in a list of tasks, or what hands requests of others on. */
const SENDS =
  /(?:^|[\s"'`(|;&@$])(?:curl|wget|xh|httpie|https?(?=\s+(?:GET|POST|PUT|PATCH|DELETE)\b)|Invoke-(?:RestMethod|WebRequest)|proxy_pass|ProxyPass|reverse_proxy)\s|\brewrites\b|["']?\b(?:proxy|destination)\b["']?\s*[:=]|^\s*\[\[redirects\]\]/im;
/** A base of URLs: a prefix, a version, or where tokens come from. */
const BASE = /^\/?[\w-]*(?:\/v?\d+(?:\.\d+)*)?\/?$|\/oauth2?\/\w+\/?$/i;

/** The column of a file, apart from where it lies and what else is in the tree. */
export function columnOf(
  path: string,
  text: string,
  find: FindTexts,
): Pick<PassedFile, 'column' | 'text'> {
  if (isOwnForm(path, text)) return quiet('input');
  if (LISTS.test(path)) return quiet('data');
  const exported = /\.mdx$/i.test(path) ? codeOfMdx(text) : '';
  if (find(exported).some(isMeant(exported))) return unread(exported);
  if (PROSE.test(path)) return quiet('prose');
  if (BESIDE_OUTPUT.test(path)) return quiet('build output');
  if (DESCRIPTION.test(path) || isDescription(path, text)) return quiet('data');
  if (isNotebook(path))
    return find(cellsOf(text)).some(isMeant(text)) ? unread(text) : quiet('prose');
  const markup = unreadMarkup(path, text);
  if (markup !== null) return find(markup).some(isMeant(markup)) ? unread(markup) : quiet('data');
  const named = find(text);
  if (holdsValues(path, text)) {
    const feeds = named.some(({ target }) => target !== null && !BASE.test(target));
    return feeds || SENDS.test(text) || COLLECTION.test(text) ? unread(text) : quiet('data');
  }
  return named.some(isMeant(text)) ? unread(text) : quiet('data');
}

/** What MDX exports stands between lines of words, up to the next empty line; spaces for the rest. */
const codeOfMdx = (text: string): string => keeping(text, /^export\b[^\n]*(?:\n(?![ \t]*\n).*)*/gm);

const quiet = (column: FileColumn) => ({ column, text: '' });
const unread = (text: string) => ({ column: 'not read' as const, text });

/** A description in YAML or JSON, whatever its name: it says so at its top. */
const isDescription = (path: string, text: string): boolean =>
  /\.(?:ya?ml|json)$/i.test(path) &&
  OPENAPI.test(text.slice(0, 4096)) &&
  /["']?paths["']?\s*:/.test(text);

/** Whether a text of code is more than a word: a name without a dot or slash counts only where it is imported. */
export const isMeant =
  (text: string) =>
  ({ index, written, isPackage }: NamedText): boolean =>
    !isPackage ||
    /[@/.]/.test(written) ||
    (IMPORTS.test(lineBefore(text, index)) &&
      !/^[A-Za-z\d]/.test(text.slice(index + written.length)));

/** What stands before the name of a package where it is imported, or an object of it is made. */
const IMPORTS =
  /\b(?:from|import|require\w*|include|using?|new|gem|pod|alias|library|implementation)(?:\s+static)?[\s("'<{[]+$/;

/** Lines are cut, for a page may be one. */
const MOST_LOOKED_AT = 200;

const lineBefore = (text: string, index: number): string =>
  text.slice(Math.max(text.lastIndexOf('\n', index - 1) + 1, index - MOST_LOOKED_AT), index);

const isNotebook = (path: string): boolean => endingOf(path) === '.ipynb';

/** The code of a notebook; all of one that cannot be parsed. */
function cellsOf(text: string): string {
  try {
    const { cells } = Object(JSON.parse(text)) as { cells?: unknown };
    if (!Array.isArray(cells)) return text;
    return cells
      .filter((cell) => Object(cell).cell_type === 'code')
      .map((cell) => [Object(cell).source].flat().join(''))
      .join('\n');
  } catch {
    return text;
  }
}

/** Why a file in no language that is read is passed over. */
export function unknownLanguage(path: string): string {
  const form = formOf(path);
  if (form) return form.unread;
  const language = otherLanguageOf(path);
  if (language !== null) return `${language} files are not read`;
  const ending = endingOf(path);
  if (ending !== '') return `${ending} files are not read`;
  const name = posix.basename(path);
  const kind = /^(?:GNU)?makefile$/i.test(name)
    ? 'Make'
    : /file$/.test(name)
      ? name.slice(0, -4)
      : null;
  return kind === null ? 'its language is not known' : `${kind}files are not read`;
}
