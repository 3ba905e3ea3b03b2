// The text of a script -> the files and functions that it speaks of, and those by which others speak of it.
import { nameOf, namesByPath } from '../../mentions.js';

const SCRIPTS = /([\w-]+)\.ps[md]?1\b/gi;
const COMMANDS = /\b[A-Za-z]+-[A-Za-z]\w{0,80}\b/g;
const TYPES = /\[([A-Za-z_]\w{0,80})\]/g;
const DECLARED = /\b(?:function|filter|class|enum)\s+(?:\w+:)?([\w-]{1,80})/gi;

const named = (name: string): string => `~${name.toLowerCase()}`;

/** Scripts, and commands and classes by their names: files of one module see each other without imports. */
export const mentionsOf = (_: string, text: string): Set<string> =>
  new Set([
    ...[...text.matchAll(SCRIPTS)].flatMap(([, name = '']) => [`~${name}`, named(name)]),
    ...[...text.matchAll(COMMANDS)].map(([name]) => named(name)),
    ...[...text.matchAll(TYPES)].map(([, name = '']) => named(name)),
  ]);

/** A file by its path, its name, and what it declares. */
export const namesOf = (path: string, text: string): string[] => [
  ...new Set([
    ...namesByPath(path),
    named(nameOf(path)),
    ...[...text.matchAll(DECLARED)].map(([, name = '']) => named(name)),
  ]),
];
