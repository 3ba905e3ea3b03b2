// Real OpenAPI documents, named in DOCUMENTS (paths, one a word): each gives a matrix without a fault, in which every
// operation resolves to its own row. Prints the table of docs/import.md.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseStated } from '../../../src/calls/stated.js';
import { groupByApi } from '../../../src/match/api.js';
import { matchCall } from '../../../src/match/match.js';
import { readMatrix } from '../../../src/matrix/read-matrix.js';
import type { Call } from '../../../src/model/model.js';
import { parseTemplate, templateKey } from '../../../src/paths/template.js';
import { permlint } from '../../run.js';

const documents = (process.env.DOCUMENTS ?? '').split(/\s+/).filter((path) => path !== '');
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

describe.skipIf(documents.length === 0)('a real document', () => {
  it.each(documents)('%s', (path) => {
    const text = readFileSync(path, 'utf8');
    const began = performance.now();
    const files = { 'document.json': text };
    const ran = permlint(['matrix', 'import', 'openapi', 'document.json', '--api', 'lab'], {
      files,
    });
    const took = performance.now() - began;
    expect(ran.code).toBe(0);
    const { value, findings } = readMatrix(ran.out, 'pack.yaml');
    expect(findings).toEqual([]);
    const again = permlint(
      ['matrix', 'import', 'openapi', 'document.json', '--write', 'pack.yaml'],
      { files: { ...files, 'pack.yaml': ran.out } },
    );
    expect(again.code).toBe(0);
    expect(again.written).toEqual({});

    const apis = groupByApi([value!]);
    const rows = new Set(value!.routes.map((r) => `${r.method} ${templateKey(r.template)}`));
    const first = JSON.parse(text).servers?.[0]?.url ?? '';
    const base =
      value!.servers[0]?.basePath ?? (first.startsWith('/') ? first.replace(/\/$/, '') : '');
    const origin = value!.servers[0] ? `https://${value!.servers[0].host}` : '';
    let resolved = 0;
    const document = JSON.parse(text);
    for (const [written, item] of Object.entries<Record<string, unknown>>(document.paths)) {
      const template = parseTemplate(base + written);
      for (const method of METHODS.filter((key) => item?.[key])) {
        if ('message' in template) continue;
        const key = `${method.toUpperCase()} ${templateKey(template)}`;
        if (!rows.has(key)) continue;
        const target = `${method} ${origin}${base}${written.replace(/\{[^}]*\}/g, 'zq7')}`;
        const call = parseStated(target, { file: 'calls', line: 1, column: 1 }, 'test') as Call;
        const [outcome] = matchCall(call, apis).outcomes;
        const found = outcome && 'candidates' in outcome ? outcome.candidates : [];
        expect(found.map((c) => `${c.route.method} ${templateKey(c.route.template)}`)).toEqual([
          key,
        ]);
        resolved++;
      }
    }
    const version = document.openapi ?? document.swagger;
    const [, operations, count, unknown, permissions] =
      /: (\d+) operations?, (\d+) rows? \((\d+) unknown\), (\d+) permission/.exec(ran.err)!;
    const told = ran.err.trim().split('\n').length - 1;
    const name = basename(path, '.json');
    const cells = [name, version, operations, count, resolved, unknown, permissions, told];
    console.info(`| ${cells.join(' | ')} | ${Math.round(took)} ms`);
  });
});
