// A README, or another text, with links that make an app -> declared grants: the permissions that the links ask for.
import type { Grant, Location } from '../model/model.js';
import type { Finding } from '../model/report.js';
import { firstContent } from '../text/document.js';
import { unreadable } from '../text/files.js';
import { STRUCTURED } from './list.js';
import { defineGrantSource, type LoadedList, toGrant, toLoaded } from './source.js';

const LINK =
  /https?:\/\/developers?\.ringcentral\.com\/new-app\/?\?((?:[^\s"'<>`()\]|\\]|\([^\s"'<>`()]*\))*)/gi;
const PROSE = /\.(md|mdx|markdown|html?|rst|adoc|asciidoc)$/i;
const PARAMETER = /^permissions?$/i;
const MOST = 5;

/** Whether a file of this name is text for people, in which links are looked for. */
export const isProse = (path: string): boolean => PROSE.test(path);

/** Links as RingCentral documents them: `https://developer.ringcentral.com/new-app?permissions=A,B`. */
export const newAppLink = defineGrantSource({
  id: 'new-app-link',
  summary: 'a README with a link that makes an app: new-app?permissions=',
  // a link in a comment of a list is no list
  recognises: (text) =>
    !beginsAsList(firstContent(text)) &&
    text.split('\n').some((line) => line.replace(/(^|\s)#.*$/, '').match(LINK) !== null),
  read: readLinks,
});

const beginsAsList = (text: string): boolean =>
  STRUCTURED.test(text) && !/^\s*\[[^\]]*\]\(/.test(text);

interface Link {
  readonly location: Location;
  readonly names: readonly string[];
  /** The list is broken off by the end of a line. */
  readonly cut: boolean;
}

function readLinks(text: string, file: string): LoadedList {
  const links = [...findLinks(text, file)];
  const [first, ...others] = links.filter(({ names }) => names.length > 0);
  if (!first) {
    const reason =
      links.length === 0
        ? 'it has no link such as https://developer.ringcentral.com/new-app?permissions=A,B; give a list'
        : 'its link that makes an app names no permissions; give a list';
    return { value: [], findings: [unreadable(links[0]?.location ?? file, reason)] };
  }
  const distinct = [first];
  for (const link of others)
    if (!distinct.some((known) => keyOf(known) === keyOf(link))) distinct.push(link);
  const loaded = distinct.map(({ location, names }) =>
    toLoaded(names.map((name) => toGrant(name, null, false, location))),
  );
  const conflicts = distinct.length > 1 ? [conflict(distinct, loaded)] : [];
  const cut = links
    .filter((link) => link.cut)
    .map(({ location }) => unreadable(location, 'the link is broken off by the end of its line'));
  const once = new Map(loaded.flatMap(({ value }) => value).map((grant) => [grant.name, grant]));
  return {
    value: [...once.values()],
    findings: [...conflicts, ...cut, ...loaded.flatMap(({ findings }) => findings)],
  };
}

const keyOf = ({ names }: Link): string => JSON.stringify([...new Set(names)].sort());

/** Every link, with its place and the names in it; all else in its query is left alone. */
function* findLinks(text: string, file: string): Generator<Link> {
  let [line, lineStart] = [1, 0];
  for (const { 0: link, 1: query = '', index } of text.matchAll(LINK)) {
    for (let end = text.indexOf('\n', lineStart); end !== -1 && end < index; ) {
      line++;
      lineStart = end + 1;
      end = text.indexOf('\n', lineStart);
    }
    const location = { file, line, column: index - lineStart + 1 };
    const after = text.slice(index + link.length, index + link.length + 80);
    const cut = link.endsWith(',') && /^\r?\n[ \t>]*\w/.test(after);
    yield { location, names: namesIn(query), cut };
  }
}

function namesIn(query: string): string[] {
  const [pairs = ''] = query
    .replace(/&(?:amp|#38|#x26);/gi, '&')
    .replace(/[.,;:!?*]+$/, '')
    .split('#', 1);
  return pairs.split('&').flatMap((pair) => {
    const [key = '', value = ''] = pair.split(/=(.*)/s);
    if (!PARAMETER.test(decode(key))) return [];
    const names = decode(value).split(',');
    return names.map((name) => name.trim()).filter((name) => name !== '');
  });
}

/** As forms encode: `+` is a space; what cannot be decoded stays as it is, and is then no name. */
function decode(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function conflict(
  links: readonly Link[],
  loaded: readonly { readonly value: readonly Grant[] }[],
): Finding {
  const { location } = links[0]!;
  const reason = `${links.length} links in it ask for different permissions; give a list of those that the app holds`;
  const asked = loaded.map(({ value }) => value.map(({ name }) => name).join(', '));
  const related = links.map((link, index) => ({
    location: link.location,
    message: `the link of line ${link.location.line} asks for ${asked[index]}`,
  }));
  const shown = related.slice(0, MOST).map(({ message }) => message);
  const more = related.length > MOST ? [`and ${related.length - MOST} more`] : [];
  return { ...unreadable(location, reason, related), hint: [...shown, ...more].join('\n') };
}
