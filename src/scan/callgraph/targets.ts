// What something is assigned to -> whether all code sees it: an export of the file, a member of the global object.
import type { MemberExpression } from '../symbols/uses.js';
import { writtenNames } from '../symbols/written-names.js';

const EXPORTS = new Set(['exports', 'module']);
const GLOBALS = new Set(['window', 'globalThis', 'global', 'top']);

/** `exports.a`, `module.exports` */
export const isExport = (target: MemberExpression): boolean =>
  EXPORTS.has(writtenNames(target)[0]!);

/** `window.a` */
export const isGlobal = ({ of }: MemberExpression): boolean =>
  of.kind === 'name' && GLOBALS.has(of.name);
