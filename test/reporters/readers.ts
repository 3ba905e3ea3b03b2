// The text of a reporter -> its shape as a reader of that format sees it; throws where it is not of the format.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseDocument } from 'yaml';

const schema = JSON.parse(
  readFileSync(new URL('../../fixtures/schemas/sarif-2.1.0.json', import.meta.url), 'utf8'),
);
// the schema is of draft 4, of which it uses nothing that the later drafts took away but the name of its id
delete schema.$schema;
delete schema.id;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addFormat('uri-reference', /^(?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[0-9A-Fa-f]{2})*$/);
ajv.addFormat('date-time', true);
const isSarif = ajv.compile(schema);

/** What is looked at besides the schema. */
interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
    readonly results: readonly Result[];
  }[];
}
interface Rule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly properties: { readonly 'security-severity'?: unknown };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly message: { readonly text: string };
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: { readonly startLine: number; readonly startColumn: number };
      };
    },
  ];
}

/** Only what is shown to people; what stands in `properties` is data. */
const shownTexts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) => (key === 'properties' ? [] : shownTexts(v)));
};

const STEERING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

function assert(holds: boolean, what: string, where: unknown): asserts holds {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(where)?.slice(0, 400)}`);
}

function readSarif(text: string): unknown {
  const document: Sarif = JSON.parse(text);
  assert((isSarif(document) as boolean) === true, 'the schema says', isSarif.errors?.slice(0, 3));
  for (const shown of shownTexts(document)) {
    assert(shown !== '', 'empty', document);
    assert(!STEERING.test(shown) && shown.isWellFormed(), 'steers', shown);
  }
  assert(document.runs.length <= 20, 'runs', document.runs.length);
  for (const run of document.runs) {
    const { rules } = run.tool.driver;
    for (const rule of rules) {
      assert(rule.name.length <= 255 && rule.shortDescription.text.length <= 1024, 'long', rule);
      assert(rule.fullDescription.text.length <= 1024, 'long', rule);
      const security = rule.properties['security-severity'];
      assert(
        security === undefined || (typeof security === 'string' && Number(security) > 0),
        'security',
        rule,
      );
    }
    const hashes = run.results.map((r) => r.partialFingerprints.primaryLocationLineHash);
    assert(new Set(hashes).size === hashes.length, 'the same hash twice', hashes);
    for (const result of run.results) {
      assert(rules[result.ruleIndex]?.id === result.ruleId, 'no rule', result);
      assert(!result.message.text.includes(']('), 'a link', result.message);
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      assert(
        !/^\/|^[a-z]+:|^\.\.?\//.test(artifactLocation.uri),
        'no path of the repository',
        artifactLocation,
      );
      assert(region.startLine >= 1 && region.startColumn >= 1, 'no region', region);
    }
  }
  return document.runs.map((run) => run.results.length);
}

const COMMAND =
  /^::(error|warning|notice) (?:file=([^:,]+),line=\d+,col=\d+,)?title=([^:,]+)::(.+)$/;

function readGithub(text: string): unknown {
  const lines = text.split('\n').slice(0, -1);
  for (const line of lines) {
    assert(!/##\w*\[/.test(line), 'a command of the older form', line);
    const [, , file = '', title = '', message = ''] = COMMAND.exec(line) ?? [];
    if (line.startsWith('::')) assert(message !== '', 'no annotation', line);
    else assert(line.startsWith('permlint: '), 'a line of a stranger', line);
    for (const part of [file, title, line.startsWith('::') ? message : ''])
      assert(!/%(?!25|0A|0D|3A|2C)/.test(part), 'an escape', part);
  }
  return lines.map((line) => COMMAND.exec(line)?.[1] ?? 'line');
}

/** As GitHub shows it, all HTML let through; what stands in code is text. */
function readMarkdown(text: string): unknown {
  assert(text.startsWith('<!-- permlint -->\n'), 'no marker', text);
  assert(text.split('<!--').length === 2, 'a comment', text);
  const html = micromark(text, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const open = html.replace(/<code>[^<]*<\/code>/g, '');
  assert(
    !/<(?!\/?(?:h3|p|table|thead|tbody|tr|th|td|strong|details|summary)>|!-- permlint)/.test(open),
    'a tag',
    open,
  );
  const words = open.replace(/<[^>]*>/g, ' ');
  assert(
    !/@\w|#\d|\bGH-\d|https?:\/\/|www\.|:\w+:|\b[0-9a-f]{40}\b|[[\]`*_~$\\|]/.test(words),
    'a reference',
    words,
  );
  return [...open.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
}

function readGitlab(text: string): unknown {
  const items = JSON.parse(text);
  assert(Array.isArray(items), 'no list', text);
  for (const { description, check_name, fingerprint, severity, location, ...more } of items) {
    assert(Object.keys(more).length === 0, 'more', more);
    for (const part of [description, check_name, fingerprint, location.path])
      assert(typeof part === 'string' && part !== '' && !STEERING.test(part), 'text', part);
    assert(
      ['info', 'minor', 'major', 'critical', 'blocker'].includes(severity),
      'severity',
      severity,
    );
    assert(!/^\/|^\.\.?\//.test(location.path) && location.lines.begin >= 1, 'place', location);
  }
  const prints = items.map(({ fingerprint }) => fingerprint);
  assert(new Set(prints).size === prints.length, 'the same fingerprint twice', prints);
  return items.map(({ check_name, severity }) => [check_name, severity]);
}

/** What XML 1.0 allows. */
const LEGAL = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const TOKEN =
  /<\?xml version="1\.0" encoding="UTF-8"\?>|<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|[^<]+/y;
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  '': ['testsuites'],
  testsuites: ['testsuite'],
  testsuite: ['properties', 'testcase', 'system-out'],
  properties: ['property'],
  testcase: ['skipped', 'failure', 'system-out'],
};

/** Well-formed, and with the elements of junit-10.xsd in their places. */
function readJunit(text: string): unknown {
  assert(LEGAL.test(text), 'a character', text);
  const shape: string[] = [];
  const path: string[] = [''];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    assert(match !== null, 'not well-formed', text.slice(at, at + 200));
    const [token, end, name, attributes = '', empty] = match;
    assert(!/&(?!(?:amp|lt|gt|quot|apos);)/.test(token), 'an entity', token);
    if (name === undefined) {
      if (!token.startsWith('<?')) {
        const inside = ['failure', 'system-out'].includes(path.at(-1)!);
        assert(inside || token.trim() === '', 'text', token);
        assert(!token.includes(']]>'), 'the end of CDATA', token);
      }
    } else if (end) assert(path.pop() === name, 'the wrong end', token);
    else {
      assert(CHILDREN[path.at(-1)!]?.includes(name) ?? false, 'the wrong place', [path, token]);
      const keys = [...attributes.matchAll(/ ([a-z]+)="[^"]*"/g)].map(([, key]) => key);
      assert(new Set(keys).size === keys.length, 'an attribute twice', token);
      if (['testsuite', 'testcase', 'property'].includes(name))
        assert(keys.includes('name'), 'no name', token);
      if (name === 'testcase') assert(keys.includes('classname'), 'no class', token);
      shape.push(`${path.length}${name}`);
      if (!empty) path.push(name);
    }
  }
  assert(path.length === 1, 'no end', path);
  const count = (name: string) => shape.filter((s) => s.endsWith(name)).length;
  const said = /^<testsuites name="permlint" tests="(\d+)" failures="(\d+)"/m.exec(text);
  assert(Number(said?.[1]) === count('testcase'), 'tests', said);
  return shape;
}

function readPlan(text: string): unknown {
  const document = parseDocument(text);
  assert(document.errors.length === 0, 'not YAML', document.errors);
  return Object.keys(document.toJS());
}

/** By the id of the reporter: what a reader of its format sees. One that is not here is read as text alone. */
export const readers: Readonly<Record<string, (text: string) => unknown>> = {
  json: (text) => Object.keys(JSON.parse(text)),
  oneline: (text) => text.split('\n').length,
  plan: readPlan,
  sarif: readSarif,
  github: readGithub,
  markdown: readMarkdown,
  gitlab: readGitlab,
  junit: readJunit,
};

/** What no output may have, whatever its format. */
export function findSteering(text: string): string | null {
  if (!text.isWellFormed()) return 'half a character';
  return STEERING.exec(text)?.[0] ?? null;
}
