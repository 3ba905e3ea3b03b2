// The name of something foreign, as a path: where it begins, and which members and calls lead to it (`axios.create().get`).
// Made and read here alone; what it prints to is a key of tables, and what reports show.

/** A step of a path: a member is taken, or a call is made. `a['b']` is the member `b`; with a key that is not literal there is no path. */
export type AccessStep =
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'call' };

/** How code reaches something whose source is not among the scanned files: `axios.create().get`. */
export interface AccessPath {
  /** A package, module, class or global as an import or the code writes it: `net/http`, `java.net.URI`, `Net::HTTP`. */
  readonly root: string;
  readonly steps: readonly AccessStep[];
}

/** A path of a root alone, without steps. */
export const rootPath = (root: string): AccessPath => ({ root, steps: [] });

/** The path with one more member behind it. */
export const memberPath = ({ root, steps }: AccessPath, name: string): AccessPath => ({
  root,
  steps: [...steps, { kind: 'member', name }],
});

/** The path with a call behind it; making an object is a call of its class. */
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

/** The path without the call at its end; `null` where it does not end with one. */
function calleeOf({ root, steps }: AccessPath): AccessPath | null {
  return steps.at(-1)?.kind === 'call' ? { root, steps: steps.slice(0, -1) } : null;
}

/** The last name of a path, split at the separators of all languages; one call at the end is skipped. */
export function lastName(path: AccessPath): string {
  return endOf(calleeOf(path) ?? path, /[.\\/:]+/);
}

/** The last name of a path, split at dots and colons alone: `@scope/name` is one name. */
export const lastMember = (path: AccessPath): string => endOf(path, /[.:]+/);

/** The last name of what the call at the end calls; empty where the path does not end with a call. */
export function calledName(path: AccessPath): string {
  const callee = calleeOf(path);
  return callee ? endOf(callee, /[.\\/:]+/) : '';
}

/** As `calledName`, split as `lastMember` splits. */
export function calledMember(path: AccessPath): string {
  const callee = calleeOf(path);
  return callee ? lastMember(callee) : '';
}

function endOf({ root, steps }: AccessPath, separators: RegExp): string {
  const last = steps.at(-1);
  const text = last?.kind === 'member' ? last.name : last ? '' : root;
  return text.split(separators).at(-1) ?? '';
}

/** The names of everything that the path calls, in order: `a().b().c` calls `a` and `b`. */
export const calledNames = (path: AccessPath): string[] =>
  calleesOf(path).map((callee) => endOf(callee, /\W+/));

/** Those of them that are called as members of something: in `a().b().c` that is `b`. */
export const calledMembers = (path: AccessPath): string[] =>
  calleesOf(path).flatMap((callee) => {
    const name = lastMember(callee);
    return pathText(callee) === name ? [] : [name];
  });

const calleesOf = ({ root, steps }: AccessPath): AccessPath[] =>
  steps.flatMap((step, index) =>
    step.kind === 'call' ? [{ root, steps: steps.slice(0, index) }] : [],
  );

/** Whether a path is this one name and has no steps. */
export const isName = ({ root, steps }: AccessPath, name: string): boolean =>
  steps.length === 0 && root === name;

/** Whether a path is this one name, or one call of it. */
export const isNameOrCall = (path: AccessPath, name: string): boolean =>
  isName(calleeOf(path) ?? path, name);

/** Whether it is a module or global as a whole, or its default export: `axios`, `axios.default`, `$http`. */
export function isWhole({ root, steps }: AccessPath): boolean {
  const [only, second] = steps;
  const isDefault = only?.kind === 'member' && only.name === 'default' && !second;
  return (!only || isDefault) && /^[\w$@/:-]+$/.test(root);
}

/** All names in a path, those inside its root too. */
export const wordsOf = (path: AccessPath): string[] =>
  pathText(path)
    .split(/[^\w]+/)
    .filter((word) => word !== '');

/**
 * A path as the code below the imports writes it: of `net/url.Parse` Go code writes `url.Parse`, of
 * `java.net.URI.create` Java code `URI.create`.
 */
export const writtenText = (path: AccessPath): string =>
  pathText(path)
    .replace(/^[\w.-]+(?:\/[\w.-]+)*\/(?=\w+\.)/, '')
    .replace(/^(?:[a-z]\w*\.){2,}(?=[A-Z])/, '');

/** The last name in the source of an import: `./client`, `com.ringcentral.RestClient`, `App\Client`. */
export const nameOfImport = (from: string): string => from.split(/[./\\]/).at(-1) ?? '';
