// A method of an interface that a client implements -> the request that its annotation says: `@GET("/path")`, `[Get("/path")]`.
import {
  bareAnnotation,
  baseNames,
  interfaceClient,
  isMethodAnnotation,
  marksClient,
  namesServer,
  saysMethodBeside,
  sendsByAnnotation,
} from '../http/annotations.js';
import type { Client } from '../http/clients/client.js';
import { foldName, verbOf } from '../http/names.js';
import type { Argument, Expression, FunctionSyntax } from '../ir.js';
import type { ClassScope } from '../symbols/scope.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { plainText } from '../values/texts.js';
import { isText, NOTHING, type Value } from '../values/value.js';
import { belowBase } from './base-url.js';
import { registeredBase } from './injected-bases.js';
import { basesOfAllMade, basesOfMade } from './made-interfaces.js';
import { methodText } from './request-arguments.js';

/** A request that a method declares. */
export interface DeclaredRequest {
  /** None where the annotation does not say one. */
  readonly methods: readonly string[];
  /** A text, with holes for its parameters. */
  readonly url: Value;
  readonly at: FunctionSyntax['at'];
}

/** Reads the annotations of a class. */
export function declaredRequests(cls: ClassScope, evaluator: Evaluator): DeclaredRequest[] {
  const { syntax, file } = cls;
  if (!syntax.methods.some(({ annotations }) => annotations.length > 0)) return [];
  const marked = syntax.annotations.some((annotation) => marksClient(nameOf(annotation)));
  const imports = [...file.imports, ...evaluator.program.importsForAll(file.language)];
  if (!marked && !imports.some(({ from }) => sendsByAnnotation(from))) return [];
  const ask = (expression: Expression): Value[] =>
    evaluator.ask({
      expression,
      frame: frameOf(cls.outer.scope),
      point: { ...cls.outer, later: true },
    });
  const said = syntax.methods.flatMap(({ annotations, at }) =>
    annotations.flatMap((annotation) => requestsOf(annotation, ask).map((one) => ({ ...one, at }))),
  );
  if (said.length === 0) return [];
  const isToldElsewhere = !syntax.annotations.some((annotation) => namesServer(nameOf(annotation)));
  const client = isToldElsewhere ? interfaceClient(file.platform) : null;
  const bases = [
    ...syntax.annotations.flatMap((annotation) => basesIn(annotation, ask)),
    ...(client ? baseOf(cls, client, evaluator) : []),
  ];
  return said.map((one) => ({
    ...one,
    url: bases.reduce((url, base) => below(base, url, client?.joins), one.url),
  }));
}

/** The base of what makes an interface; else the one that all others have. */
function baseOf(cls: ClassScope, client: Client, evaluator: Evaluator): Value[] {
  const own = basesOfMade(cls, client, evaluator);
  if (own.length === 1) return own;
  const others = basesOfAllMade(client, evaluator);
  return registeredBase(client, evaluator, cls.file.platform, own.length > 1 ? [] : others);
}

const below = (base: Value, url: Value, joins: 'append' | 'resolve' | undefined): Value =>
  belowBase(base, url, joins)[0] ?? url;

function requestsOf(
  annotation: Expression,
  ask: (expression: Expression) => Value[],
): Omit<DeclaredRequest, 'at'>[] {
  const name = bareAnnotation(nameOf(annotation));
  const args = argumentsOf(annotation);
  const verb = isMethodAnnotation(name) ? verbOf(foldName(name)) : null;
  const beside = saysMethodBeside(nameOf(annotation));
  const paths = args
    .filter(({ name: key }) => key === null || PATHS.has(key))
    .flatMap(({ value }) => itemsOf(value).flatMap(ask))
    .filter(isText);
  const methods = args
    .filter(({ name: key }) => key === 'method')
    .flatMap(({ value }) => itemsOf(value).flatMap(ask))
    .flatMap((value) => methodText(value) ?? []);
  return paths.flatMap((path) => {
    // Feign: @RequestLine("GET /path"), Retrofit: @HTTP(method = "DELETE", path = "/path")
    const [, line] = /^([A-Z]+) \/.*$/s.exec(plainText(path) ?? '') ?? [];
    const own = line ?? verb;
    if (own === null && !beside) return [];
    const url = withHoles(path, line === undefined ? 0 : line.length + 1);
    return [{ methods: own === null ? methods : [own], url }];
  });
}

/** The arguments that say a path. */
const PATHS = new Set(['value', 'path', 'url']);

/** What an annotation of the interface says of all its requests; the path first, and then what stands before it. */
function basesIn(annotation: Expression, ask: (expression: Expression) => Value[]): Value[] {
  const names = baseNames(nameOf(annotation));
  return names.flatMap((wanted) =>
    argumentsOf(annotation)
      .filter(({ name }) => name === wanted)
      .flatMap(({ value }) => itemsOf(value).slice(0, 1).flatMap(ask))
      // a setting says nothing of where it leads
      .filter((base) => isText(base) && !plainText(base)?.startsWith('$')),
  );
}

/** `{id}` is a hole, and what follows the path counts no more. */
function withHoles(path: Value, from: number): Value {
  if (path.kind !== 'text') return path;
  const whole = path.parts.map((part) => (typeof part === 'string' ? part : '{}')).join('');
  const plain = whole.slice(from).replace(/[?#].*$/s, '');
  const rooted = /^(\/|[a-z]+:)/i.test(plain) ? plain : `/${plain}`;
  const texts = rooted.split(/\{[^}]*\}/);
  const parts = texts.flatMap((text, index) => (index === 0 ? [text] : [NOTHING, text]));
  return { ...path, parts: parts.filter((part) => part !== '') };
}

const argumentsOf = (annotation: Expression): readonly Argument[] =>
  annotation.kind === 'call' || annotation.kind === 'new' ? annotation.args : [];

const itemsOf = (value: Expression): readonly Expression[] =>
  value.kind === 'list' ? value.items : [value];

function nameOf(annotation: Expression): string {
  if (annotation.kind === 'call') return nameOf(annotation.callee);
  if (annotation.kind === 'new') return nameOf(annotation.type);
  return annotation.kind === 'name' || annotation.kind === 'member' ? annotation.name : '';
}
