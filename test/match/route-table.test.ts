// The route table: which rows a path reaches, and how surely.
import { describe, expect, it } from 'vitest';
import { createRouteTable } from '../../src/match/route-table.js';
import type { Route, Target } from '../../src/model/model.js';
import { parseTarget } from '../../src/paths/target.js';
import { parseTemplate } from '../../src/paths/template.js';

const targetOf = (text: string): Target => {
  const target = parseTarget(text);
  if (typeof target === 'string') throw new Error(target);
  return target;
};
function routeOf(row: string): Route {
  const [method = '', path = '', basis] = row.split(' ');
  const template = parseTemplate(path);
  if ('message' in template) throw new Error(`${row}: ${template.message}`);
  const facts = basis === '(prefix)' ? { basis: 'prefix' as const } : {};
  const location = { file: 'lab.yaml', line: 1, column: 1 };
  const closed = { requires: new Map(), closedOver: new Map(), overrides: null, generated: false };
  return {
    api: 'lab',
    method,
    path,
    written: path,
    template,
    category: '',
    location,
    facts,
    ...closed,
  };
}
const tableOf = (rows: readonly string[]) => createRouteTable(rows.map(routeOf));
const nameOf = ({ method, path }: Route) => `${method} ${path}`;

/** `GET /a` -> the candidates as `certain GET /{x}`. */
function lookup(rows: readonly string[], call: string): string[] {
  const [method = '', path = ''] = call.split(' ');
  const found = tableOf(rows).lookup(method, targetOf(path));
  return found.map(({ certainty, route }) => `${certainty} ${nameOf(route)}`);
}

describe('a path that is known', () => {
  const backtracking = ['GET /a/{x}/c', 'GET /a/b/{y}', 'GET /{x}/b/d', 'GET /a/b/c/d'];
  const methods = ['POST /a/log', 'GET /a/{x}', 'ANY /a/{x}', 'ANY /b/log', 'GET /b/{x}'];
  const patterns = ['GET /v{n}', 'GET /v1{n}', 'GET /v1', 'GET /v*', 'GET /{x}', 'GET /**'];
  it.each([
    ['literal before parameter', ['GET /a/{x}', 'GET /a/b'], 'GET /a/b', 'GET /a/b'],
    ['the same, whatever the order', ['GET /a/b', 'GET /a/{x}'], 'GET /a/b', 'GET /a/b'],
    ['a value', ['GET /a/{x}', 'GET /a/b'], 'GET /a/c', 'GET /a/{x}'],
    ['the root', ['GET /', 'GET /{x}'], 'GET /', 'GET /'],
    ['shorter than any row', ['GET /a/b'], 'GET /a', null],
    ['longer than any row', ['GET /a/b'], 'GET /a/b/c', null],
    ['another letter case', ['GET /a'], 'GET /A', null],
    ['an earlier literal counts more', backtracking, 'GET /a/b/c', 'GET /a/b/{y}'],
    ['back from a literal that leads nowhere', backtracking, 'GET /a/z/c', 'GET /a/{x}/c'],
    ['back over two segments', ['GET /a/b/c', 'GET /{x}/b/d'], 'GET /a/b/d', 'GET /{x}/b/d'],
    ['a literal without the method hides nothing', methods, 'GET /a/log', 'GET /a/{x}'],
    ['a literal with it does', methods, 'POST /a/log', 'POST /a/log'],
    ['a method of its own before ANY', methods, 'GET /a/5', 'GET /a/{x}'],
    ['ANY for any other', methods, 'PURGE /a/5', 'ANY /a/{x}'],
    ['a literal of ANY before a parameter of the method', methods, 'GET /b/log', 'ANY /b/log'],
    ['ANY is no method that a call has', ['GET /a'], 'POST /a', null],
    ['literal before all patterns', patterns, 'GET /v1', 'GET /v1'],
    ['the longer mixed segment', patterns, 'GET /v12', 'GET /v1{n}'],
    ['the shorter one where that does not fit', patterns, 'GET /v2', 'GET /v{n}'],
    ['parameter before glob', patterns, 'GET /v', 'GET /{x}'],
    ['the rest', patterns, 'GET /v1/2/3', 'GET /**'],
    ['the rest may be nothing', patterns, 'GET /', 'GET /**'],
    ['glob before rest', ['GET /a/**', 'GET /a/b*'], 'GET /a/bc', 'GET /a/b*'],
    ['the longer rest', ['GET /**', 'GET /a/**'], 'GET /a/b', 'GET /a/**'],
    ['a row before the rest of nothing', ['GET /a/**', 'GET /a'], 'GET /a', 'GET /a'],
    ['of the same row twice, the later', ['GET /a/{x}', 'GET /a/{y}'], 'GET /a/1', 'GET /a/{y}'],
    [
      'a later segment decides where earlier ones are alike',
      ['GET /v{x}/{y}', 'GET /{x}2/b'],
      'GET /v2/b',
      'GET /{x}2/b',
    ],
  ])('%s', (_, rows, call, row) => {
    expect(lookup(rows, call)).toEqual(row === null ? [] : [`certain ${row}`]);
  });

  it.each([
    ['/a/b', true],
    ['/{}/b', false],
    ['/{}/c', true],
    ['/b', false],
  ])('recognises %s: %s', (path, recognised) => {
    const table = tableOf(['GET /a/** (prefix)', 'GET /{x}/c']);
    expect(table.recognises(targetOf(path))).toBe(recognised);
  });
});

describe('a path with unknown segments', () => {
  const log = '/a/{x} /a/log /a/status';
  const one = '/a/{x}';
  it.each([
    ['takes the parameter', log, '/a/{}', 'certain /a/{x}, remote /a/log, remote /a/status'],
    ['may be a literal that it begins', log, '/a/l{}', 'certain /a/{x}, remote /a/log'],
    ['may be no literal at all', log, '/a/x{}', 'certain /a/{x}'],
    ['is possible without a parameter', '/a/log', '/a/{}', 'possible /a/log'],
    ['may be each literal', '/a/b /a/c', '/a/{}', 'possible /a/b, possible /a/c'],
    ['may be the literal that it ends', '/a/b /a/c', '/a/{}b', 'possible /a/b'],
    ['fits nothing', '/a/b', '/a/x{}', ''],
    ['surely fits a mixed segment', '/v{x} /v1', '/v{}', 'certain /v{x}, remote /v1'],
    ['may fit a mixed segment', '/v{x} /{y}', '/{}', 'certain /{y}, remote /v{x}'],
    ['is no glob where a parameter is', '/* /{x}', '/{}', 'certain /{x}'],
    ['surely fits a glob', '/a* /ab', '/a{}', 'certain /a*, remote /ab'],
    ['surely fits a rest', '/a/** /a/b', '/a/{}', 'certain /a/**, remote /a/b'],
    ['stands twice', '/a/b/c /{x}/{y}/c', '/{}/{}/c', 'certain /{x}/{y}/c, remote /a/b/c'],
    ['reaches no row that is always hidden', '/{x}/b /{x}/{y}', '/{}/b', 'certain /{x}/b'],
    ['is all possible', '/a/{y} /{x}/b', '/{}/{}', 'possible /a/{y}, possible /{x}/b'],
    ['is open to all below', '/a/b/c /a/{x} /b', '/a/**', 'possible /a/b/c, possible /a/{x}'],
    ['is open and may have ended', one, '/a/5/**', 'possible /a/{x}'],
    ['is open even to a rest', '/a/**', '/a/5/**', 'possible /a/**'],
    ['is open after more than any row', one, '/a/5/b/**', ''],
    ['is quite unknown', '/a /{x}', '{}', 'possible /a, possible /{x}'],
  ])('%s', (_, paths, path, candidates) => {
    const rows = paths.split(' ').map((row) => `GET ${row}`);
    expect(lookup(rows, `GET ${path}`).join(', ').replaceAll('GET ', '')).toBe(candidates);
  });

  it('falls to a literal where the parameter has another method', () => {
    const rows = ['POST /a/{x}', 'GET /a/log'];
    expect(lookup(rows, 'GET /a/{}')).toEqual(['possible GET /a/log']);
  });
});

describe('what else the table knows', () => {
  const table = tableOf(['GET /a/{x}', 'POST /a/b', 'ANY /c/**', 'DELETE /v{n}']);
  it.each([
    ['/a/5', ['GET']],
    ['/a/b', ['GET', 'POST']],
    ['/a/{}', ['GET', 'POST']],
    ['/c', ['ANY']],
    ['/c/d/e', ['ANY']],
    ['/d', []],
  ])('the methods at %s: %j', (path, methods) => {
    expect(table.methodsAt(targetOf(path)).sort()).toEqual(methods);
  });
  it.each([
    ['a', true],
    ['b', true],
    ['c', true],
    ['x', false],
    ['v', false],
    ['v1', false],
  ])('%s is a literal of some row: %s', (text, literal) => {
    expect(table.isLiteral(text)).toBe(literal);
  });
});
