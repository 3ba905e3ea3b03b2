// Path templates: what parses and what is refused (with the place), what accepts what, which is more specific.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment, Template } from '../src/model/model.js';
import { parseTarget } from '../src/paths/target.js';
import {
  accepts,
  compareTemplates,
  overlap,
  parseTemplate,
  rankKey,
  templateKey,
} from '../src/paths/template.js';

const parse = (path: string): Template => {
  const template = parseTemplate(path);
  if ('message' in template) throw new Error(`${path}: ${template.message}`);
  return template;
};
const kinds = (path: string) => parse(path).segments.map(({ kind }) => kind);
const segmentOf = (text: string): Segment => {
  const target = parseTarget(`/${text}`);
  if (typeof target === 'string') throw new Error(target);
  return target.segments[0]!;
};

describe('a template that parses', () => {
  it.each([
    ['/', []],
    ['/a', ['literal']],
    ['/a/', ['literal']],
    ['/{id}', ['parameter']],
    ['/{account-id.x_1}', ['parameter']],
    ['/~', ['literal']],
    ['/v{n}', ['mixed']],
    ['/{name}.json', ['mixed']],
    ['/{from}..{to}', ['mixed']],
    ['/a/{b}/c', ['literal', 'parameter', 'literal']],
    ['/*', ['glob']],
    ['/call-*', ['glob']],
    ['/*a*b*', ['glob']],
    ['/**', ['rest']],
    ['/a/**', ['literal', 'rest']],
    ['/a/**/', ['literal', 'rest']],
    ['/...', ['literal']],
    ["/a(b)!c,d;e=f:g@h$i&j'k+", ['literal']],
    ['/%7E', ['literal']],
    [`/${'a'.repeat(300)}`, ['literal']],
    [`/${'a'.repeat(254)}*`, ['glob']],
  ])('%s', (path, expected) => {
    expect(kinds(path)).toEqual(expected);
  });
});

describe('a template that is refused', () => {
  it.each([
    ['', 0, 'a path begins with /'],
    ['a/b', 0, 'a path begins with /'],
    ['{id}', 0, 'a path begins with /'],
    ['//', 1, 'an empty segment: two slashes follow each other'],
    ['/a//b', 3, 'an empty segment: two slashes follow each other'],
    ['/./a', 1, 'the segment . has no meaning in a route'],
    ['/a/..', 3, 'the segment .. has no meaning in a route'],
    ['/a/%2e', 3, 'the segment %2e has no meaning in a route'],
    ['/a/.%2E/b', 3, 'the segment .%2E has no meaning in a route'],
    ['/a/{extensionId]', 15, 'expected } to close {extensionId, found ]'],
    ['/a/{id', 3, 'expected } to close {id'],
    ['/{a{b}}', 3, 'expected } to close {a, found {'],
    ['/{a b}', 3, 'expected } to close {a, found  '],
    ['/{a*}', 3, 'expected } to close {a, found *'],
    ['/a/{}', 4, 'a parameter needs a name: {id}'],
    ['/{a}{b}', 3, 'two parameters need a literal between them'],
    ['/id}', 3, '} cannot stand in a path; percent-encode it'],
    ['/a b', 2, '  cannot stand in a path; percent-encode it'],
    ['/100%', 4, '% cannot stand in a path; percent-encode it'],
    ['/%4', 1, '% cannot stand in a path; percent-encode it'],
    ['/a\\b', 2, '\\ cannot stand in a path; percent-encode it'],
    ['/é', 1, 'é cannot stand in a path; percent-encode it'],
    ['/a/[b]', 3, '[ cannot stand in a path; percent-encode it'],
    ['/a?b=1', 2, 'a route has no query or fragment, found ?'],
    ['/a#b', 2, 'a route has no query or fragment, found #'],
    ['/a/**/b', 3, '** stands only at the end of a path'],
    ['/a**', 2, '** stands for whole segments: /**'],
    ['/a/****', 3, '** stands for whole segments: /**'],
    ['/*a*b*c*', 1, 'a segment has at most 3 stars'],
    ['/{a}*', 1, 'a segment has parameters or *, not both'],
    [`/${'a'.repeat(255)}*`, 256, 'a path with * has at most 256 characters'],
  ])('%s at %i: %s', (path, offset, message) => {
    expect(parseTemplate(path)).toEqual({ offset, message });
  });
});

describe('whether a template segment accepts a segment of a call', () => {
  it.each([
    ['a', 'a', 'yes'],
    ['a', 'A', 'no'],
    ['%7Eme', '~me', 'yes'],
    ['~', '%7e', 'yes'],
    ['%C3%A9', 'é', 'yes'],
    ['abc', '{}', 'if'],
    ['abc', 'a{}', 'if'],
    ['abc', '{}b{}', 'if'],
    ['abc', 'b{}', 'no'],
    ['abc', '{}cc', 'no'],
    ['{id}', '5', 'yes'],
    ['{id}', '{}', 'yes'],
    ['{id}', 'a{}b', 'yes'],
    ['v{n}', 'v1', 'yes'],
    ['v{n}', 'v', 'no'],
    ['v{n}', 'w1', 'no'],
    ['v{n}', 'v{}', 'yes'],
    ['v{n}', 'v1{}', 'yes'],
    ['v{n}', '{}', 'if'],
    ['v{n}', 'w{}', 'no'],
    ['{a}-{b}', '1-2', 'yes'],
    ['{a}-{b}', '1-', 'no'],
    ['{a}-{b}', '-', 'no'],
    ['{a}-{b}', '{}-{}', 'if'],
    ['{name}.json', '.json', 'no'],
    ['{name}.json', 'a.json', 'yes'],
    ['{name}.json', 'a.json.json', 'yes'],
    ['*', 'anything', 'yes'],
    ['*', '.hidden', 'yes'],
    ['*', '{}', 'yes'],
    ['call-*', 'call-log', 'yes'],
    ['call-*', 'recall-log', 'no'],
    ['call-*', 'call-{}', 'yes'],
    ['call-*', '{}', 'if'],
    ['*-log', '{}-log', 'yes'],
    ['*-log', '{}-logs', 'no'],
    ['a*b', 'ab', 'yes'],
    ['(a)*', '(a)b', 'yes'],
    ['a+*', 'aab', 'no'],
    ['!a*', 'b', 'no'],
    ['**', 'anything', 'yes'],
    ['**', '{}', 'yes'],
  ])('%s accepts %s: %s', (template, segment, answer) => {
    expect(accepts(parse(`/${template}`).segments[0]!, segmentOf(segment))).toBe(answer);
  });

  it('never says yes or no to an unknown part that some value proves wrong', () => {
    const piece = fc.constantFrom('a', 'b', 'ab', '{}');
    const call = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    const template = fc.constantFrom(
      ...['a', 'ab', 'aab', '{x}', 'a{x}', '{x}b', 'a{x}b', 'a{x}a', '{x}a{y}', 'a{x}b{y}a'],
      ...['*', 'a*', '*b', 'a*b', '*a*', 'a*b*', 'ab*a'],
    );
    const values = fc.infiniteStream(fc.constantFrom('a', 'b', 'c', 'ab', 'ba', 'aabb'));
    fc.assert(
      fc.property(template, call, values, (path, text, stream) => {
        const segment = parse(`/${path}`).segments[0]!;
        const filled = text.replace(/\{\}/g, () => stream.next().value);
        fc.pre(filled !== text);
        const truth = accepts(segment, filled);
        expect(accepts(segment, segmentOf(text))).not.toBe(truth === 'yes' ? 'no' : 'yes');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the more specific of two templates', () => {
  it.each([
    ['/a', '/{x}'],
    ['/a', '/b{x}'],
    ['/b{x}', '/{x}'],
    ['/{x}', '/b*'],
    ['/{x}', '/*'],
    ['/abc*', '/a*'],
    ['/abc{x}', '/ab{x}'],
    ['/a{x}bc', '/ab{x}'],
    ['/*', '/**'],
    ['/a/{x}', '/{x}/a'],
    ['/a/{x}', '/a/**'],
    ['/a', '/a/**'],
    ['/', '/**'],
    ['/a/b/**', '/a/**'],
    ['/a/**', '/{x}/**'],
    ['/a/**', '/{x}/b'],
    ['/{x}/a/{y}', '/{x}/{y}/a'],
  ])('%s before %s', (first, second) => {
    expect(compareTemplates(parse(first), parse(second))).toBeLessThan(0);
    expect(compareTemplates(parse(second), parse(first))).toBeGreaterThan(0);
  });

  it.each([
    ['/a/{x}', '/a/{y}', true],
    ['/a{x}', '/{x}a', true],
    ['/a{x}', '/b{x}', false],
    ['/*a', '/b*', true],
    ['/a*/x', '/*b/x', true],
    ['/a*/x', '/*b/y', false],
  ])('neither of %s and %s; some path fits both: %s', (a, b, both) => {
    expect(compareTemplates(parse(a), parse(b))).toBe(0);
    expect(compareTemplates(parse(b), parse(a))).toBe(0);
    expect(overlap(parse(a), parse(b))).toBe(both);
    expect(overlap(parse(b), parse(a))).toBe(both);
  });

  it.each([
    ['/a/{id}', '/a/{name}', 'same', 'same'],
    ['/a/{id}/', '/a/{id}', 'same', 'same'],
    ['/a/%7E', '/a/~', 'same', 'same'],
    ['/v{a}', '/v{b}', 'same', 'same'],
    ['/a/{id}', '/a/*', 'differ', 'differ'],
    ['/v{a}', '/{a}v', 'differ', 'same'],
    ['/a/b', '/a/c', 'differ', 'differ'],
  ])('%s and %s: the keys %s, the ranks %s', (a, b, keys, ranks) => {
    const [first, second] = [parse(a), parse(b)];
    expect(templateKey(first) === templateKey(second) ? 'same' : 'differ').toBe(keys);
    expect(rankKey(first) === rankKey(second) ? 'same' : 'differ').toBe(ranks);
  });
});
