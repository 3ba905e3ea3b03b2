// A map of source files -> the calls of one small API that the scan finds in them, one line each.
import { readFileSync } from 'node:fs';
import { grammarFile } from '../../.ci/grammars.mjs';
import { lowerFiles, type ReadGrammar } from '../../src/scan/frontend/lower-files.js';
import { findCalls } from '../../src/scan/requests/find-requests.js';
import { setsDefaults } from '../../src/scan/sources/client-defaults.js';
import { moduleNames } from '../../src/scan/sources/module-names.js';
import { codeOf } from '../../src/scan/sources/readable.js';
import { Program } from '../../src/scan/symbols/program.js';
import { createEvaluator, NO_CLIENTS } from '../../src/scan/values/evaluator.js';
import type { Files } from '../../src/text/files.js';

/** Reads a grammar from the installed packages. */
export const readGrammar: ReadGrammar = (name) => readFileSync(grammarFile(name));

const filesOf = (texts: Readonly<Record<string, string>>): Files => ({
  kind: (path) => (path in texts ? 'file' : null),
  read: (path) => new TextEncoder().encode(texts[path]),
  local: (path) => path,
  list: () => Object.keys(texts),
  sources: () => Object.keys(texts),
});

/** Scans files for calls of `https://api.test` and of paths below `/api`: `file:line METHOD url`, with `possibly` before the method. */
export async function findIn(
  files: Readonly<Record<string, string>>,
  remembers = true,
): Promise<string[]> {
  const sources = Object.entries(files).map(([file, text]) => ({ file, text }));
  const lowered = await lowerFiles(sources.flatMap(codeOf), readGrammar);
  const program = new Program(lowered, moduleNames('.', Object.keys(files), filesOf(files)));
  const { calls: found } = findCalls(createEvaluator(program, NO_CLIENTS, remembers), {
    hosts: new Set(['api.test']),
    settings: new Map(),
    near: new Set(Object.keys(files)),
    forms: [],
    helpers: [],
    methods: new Map(),
    prefixes: ['/api'],
    versions: new Map(),
    isPrefixed: true,
    tokenHeader: 'authorization',
    setsDefaults: Object.values(files).some(setsDefaults),
    clients: [],
    bystanders: [],
    classes: new Map(),
    chains: new Map(),
    shortChains: [],
    operations: new Map(),
    messages: [],
    links: [],
    subscribing: null,
    reaches: (methods, path) => methods.length > 0 && !/^\{\}|\w\{\}/.test(path),
    mayReach: () => true,
    bodyOf: () => null,
  });
  return found.map(({ file, at, methods, url, possible }) => {
    const path = url.replace(/^https:\/\/api\.test/, '');
    return `${file}:${at.line} ${possible ? 'possibly ' : ''}${methods.join('|') || '?'} ${path}`;
  });
}
