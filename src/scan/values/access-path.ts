// The name of something foreign, as a path: where it begins, and which members and calls lead to it (`axios.create().get`).
// Made and read here alone; what it prints to is a key of tables, and what reports show.

/** A member of what stands before, or a call of it. An element by a literal key is a member; by another, nothing is known. */
export type AccessStep =
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'call' };

/** How code gets at something of a package that is not in the tree. */
export interface AccessPath {
  /** A package, module, class or global as an import or the code writes it: `net/http`, `java.net.URI`, `Net::HTTP`. */
  readonly root: string;
  readonly steps: readonly AccessStep[];
}

/** The path of what is written so, as a whole. */
export const rootPath = (root: string): AccessPath => ({ root, steps: [] });

/** The path of a member. */
export const memberPath = ({ root, steps }: AccessPath, name: string): AccessPath => ({
  root,
  steps: [...steps, { kind: 'member', name }],
});

/** The path of what a call gives, or making an object. */
export const calledPath = ({ root, steps }: AccessPath): AccessPath => ({
  root,
  steps: [...steps, { kind: 'call' }],
});

/** The path of what an import names: a member of a module, or all of it. */
export const importedPath = (from: string, name: string | null): AccessPath =>
  name === null ? rootPath(from) : memberPath(rootPath(from), name);

/** `axios.create().get` */
export const pathText = ({ root, steps }: AccessPath): string =>
  root + steps.map((step) => (step.kind === 'call' ? '()' : `.${step.name}`)).join('');

/** What leads to what is called, where the path ends with a call. */
function calleeOf({ root, steps }: AccessPath): AccessPath | null {
  return steps.at(-1)?.kind === 'call' ? { root, steps: steps.slice(0, -1) } : null;
}

/** The last name behind a separator of any language; a call at the end does not count, of two only the last. */
export function lastName(path: AccessPath): string {
  return endOf(calleeOf(path) ?? path, /[.\\/:]+/);
}

/** The last name behind a dot or colon: a package with slashes is one name. */
export const lastMember = (path: AccessPath): string => endOf(path, /[.:]+/);

/** The last name of what is called, where the path ends with a call; else nothing. */
export function calledName(path: AccessPath): string {
  const callee = calleeOf(path);
  return callee ? endOf(callee, /[.\\/:]+/) : '';
}

/** As `calledName`, but a package with slashes is one name. */
export function calledMember(path: AccessPath): string {
  const callee = calleeOf(path);
  return callee ? lastMember(callee) : '';
}

function endOf({ root, steps }: AccessPath, separators: RegExp): string {
  const last = steps.at(-1);
  const text = last?.kind === 'member' ? last.name : last ? '' : root;
  return text.split(separators).at(-1) ?? '';
}

/** All that is called on the way, in order: `a().b().c` has `a` and `b`. */
export const calledNames = (path: AccessPath): string[] =>
  calleesOf(path).map((callee) => endOf(callee, /\W+/));

/** Those of them that are members: of `a().b().c` it is `b`. */
export const calledMembers = (path: AccessPath): string[] =>
  calleesOf(path).flatMap((callee) => {
    const name = lastMember(callee);
    return pathText(callee) === name ? [] : [name];
  });

const calleesOf = ({ root, steps }: AccessPath): AccessPath[] =>
  steps.flatMap((step, index) =>
    step.kind === 'call' ? [{ root, steps: steps.slice(0, index) }] : [],
  );

/** Whether it is a name alone, of which nothing is taken. */
export const isName = ({ root, steps }: AccessPath, name: string): boolean =>
  steps.length === 0 && root === name;

/** Whether it is a name alone, or what calling it gives. */
export const isNameOrCall = (path: AccessPath, name: string): boolean =>
  isName(calleeOf(path) ?? path, name);

/** Whether it is a module or global as a whole, or its default export: `axios`, `axios.default`, `$http`. */
export function isWhole({ root, steps }: AccessPath): boolean {
  const [only, second] = steps;
  const isDefault = only?.kind === 'member' && only.name === 'default' && !second;
  return (!only || isDefault) && /^[\w$@/:-]+$/.test(root);
}

/** All words of it, the names of packages and members. */
export const wordsOf = (path: AccessPath): string[] =>
  pathText(path)
    .split(/[^\w]+/)
    .filter((word) => word !== '');

/** As code writes it behind its imports: Go names a package by its whole path there, and by the last folder in code. */
export const writtenText = (path: AccessPath): string =>
  pathText(path).replace(/^[\w.-]+(?:\/[\w.-]+)*\/(?=\w+\.)/, '');

/** The last name of what an import is from: `./client`, `com.ringcentral.RestClient`, `App\Client`. */
export const nameOfImport = (from: string): string => from.split(/[./\\]/).at(-1) ?? '';
