// A method of an interface that a client implements -> the request that its annotation says: `@GET("/path")`, `[Get("/path")]`.
import {
  bareAnnotation,
  isMethodAnnotation,
  marksClient,
  sendsByAnnotation,
} from '../http/annotations.js';
import { foldName, verbOf } from '../http/names.js';
import type { Expression, FunctionSyntax } from '../ir.js';
import type { ClassScope } from '../symbols/scope.js';

/** A request that a method declares. */
export interface DeclaredRequest {
  readonly method: string;
  /** With `{}` for its parameters. */
  readonly path: string;
  readonly at: FunctionSyntax['at'];
}

/** Reads the annotations of a class. */
export function declaredRequests({ syntax, file }: ClassScope): DeclaredRequest[] {
  const marked = syntax.annotations.some((annotation) => marksClient(nameOf(annotation)));
  if (!marked && !file.imports.some(({ from }) => sendsByAnnotation(from))) return [];
  return syntax.methods.flatMap(({ annotations, at }) =>
    annotations.flatMap((annotation) => {
      const said = requestOf(annotation);
      return said ? [{ ...said, at }] : [];
    }),
  );
}

function requestOf(annotation: Expression): { method: string; path: string } | null {
  if (annotation.kind !== 'call' && annotation.kind !== 'new') return null;
  const name = bareAnnotation(nameOf(annotation));
  const text = annotation.args.map(({ value }) => value).find(({ kind }) => kind === 'text');
  if (text?.kind !== 'text') return null;
  // Feign: @RequestLine("GET /path"), Retrofit: @HTTP(method = "DELETE", path = "/path")
  const [, line, rest] = /^([A-Z]+) (\/.*)$/.exec(text.text) ?? [];
  const method = line ?? verbOf(foldName(name));
  if (!method || (line === undefined && !isMethodAnnotation(name))) return null;
  const path = (rest ?? text.text).replace(/[?#].*$/s, '').replace(/\{[^}]*\}/g, '{}');
  return { method, path: /^(\/|[a-z]+:)/i.test(path) ? path : `/${path}` };
}

function nameOf(annotation: Expression): string {
  if (annotation.kind === 'call') return nameOf(annotation.callee);
  if (annotation.kind === 'new') return nameOf(annotation.type);
  return annotation.kind === 'name' || annotation.kind === 'member' ? annotation.name : '';
}
