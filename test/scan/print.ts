// The IR of the scan -> text that people read in tests: one line a statement, bodies indented.
import type {
  Argument,
  ClassSyntax,
  Expression,
  FunctionSyntax,
  Statement,
} from '../../src/scan/ir.js';

/** An expression on one line. */
export function printExpression(e: Expression): string {
  const list = (items: readonly Expression[]) => items.map(printExpression).join(', ');
  switch (e.kind) {
    case 'text':
      return JSON.stringify(e.text);
    case 'name':
      return e.name;
    case 'self':
      return 'self';
    case 'join':
      return `join(${list(e.parts)})`;
    case 'member':
      return `${printExpression(e.of)}.${e.name}`;
    case 'index':
      return `${printExpression(e.of)}[${printExpression(e.key)}]`;
    case 'call':
      return `${printExpression(e.callee)}(${e.args.map(printArgument).join(', ')})`;
    case 'new':
      return `new ${printExpression(e.type)}(${e.args.map(printArgument).join(', ')})`;
    case 'object':
      return `{${e.entries.map(({ key, value }) => (key ? `${printExpression(key)}: ` : '...') + printExpression(value)).join(', ')}}`;
    case 'list':
      return `[${list(e.items)}]`;
    case 'choice':
      return `oneOf(${list(e.of)})`;
    case 'lambda':
      return `lambda ${signature(e.function)} { ${printStatements(e.function.body).join('; ')} }`;
    case 'unknown':
      return `?(${list(e.parts)})`;
  }
}

const printArgument = ({ name, value, spread }: Argument): string =>
  `${spread ? '...' : ''}${name === null ? '' : `${name}=`}${printExpression(value)}`;

const signature = ({ name, parameters, annotations }: FunctionSyntax): string => {
  const listed = parameters.map(
    (p) =>
      `${p.annotations.map((a) => `@${printExpression(a)} `).join('')}${p.rest ? '...' : ''}${p.name}${p.type ? `: ${p.type}` : ''}${p.default ? ` = ${printExpression(p.default)}` : ''}`,
  );
  return `${annotations.map((a) => `@${printExpression(a)} `).join('')}${name ?? ''}(${listed.join(', ')})`;
};

/** Statements, one or more lines each. */
export function printStatements(statements: readonly Statement[], indent = ''): string[] {
  const inner = (body: readonly Statement[]) => printStatements(body, `${indent}  `);
  const print = (s: Statement): string[] => {
    switch (s.kind) {
      case 'assign':
        return [
          `${indent}${printExpression(s.target)}${s.type ? `: ${s.type}` : ''} ${s.adds ? '+=' : '='} ${printExpression(s.value)}`,
        ];
      case 'do':
        return [`${indent}${printExpression(s.value)}`];
      case 'return':
        return [`${indent}return${s.value ? ` ${printExpression(s.value)}` : ''}`];
      case 'leave':
        return [`${indent}${s.by}${s.far ? ' far' : ''}`];
      case 'try':
        return [
          `${indent}try`,
          ...inner(s.body),
          ...s.handlers.flatMap((body) => [`${indent}handler`, ...inner(body)]),
        ];
      case 'branch':
        return s.bodies.flatMap((body, index) => [
          `${indent}${index === 0 ? `${s.exhaustive ? 'exhaustive ' : ''}${s.falls ? 'falling ' : ''}branch` : 'or'}`,
          ...inner(body),
        ]);
      case 'loop':
        return [
          `${indent}loop ${s.item ? printExpression(s.item) : ''} of ${s.of ? printExpression(s.of) : ''}`,
          ...inner(s.body),
        ];
      case 'function':
        return [`${indent}function ${signature(s.function)}`, ...inner(s.function.body)];
      case 'class':
        return printClass(s.class, indent);
    }
  };
  return statements.flatMap(print);
}

function printClass(c: ClassSyntax, indent: string): string[] {
  return [
    `${indent}${c.annotations.map((a) => `@${printExpression(a)} `).join('')}class ${c.name}${c.bases.length > 0 ? ` < ${c.bases.join(', ')}` : ''}`,
    ...c.fields.map(
      (f) =>
        `${indent}  field ${f.name}${f.type ? `: ${f.type}` : ''}${f.value ? ` = ${printExpression(f.value)}` : ''}`,
    ),
    ...c.methods.flatMap((m) => [
      `${indent}  method ${signature(m)}`,
      ...printStatements(m.body, `${indent}    `),
    ]),
    ...c.classes.flatMap((inner) => printClass(inner, `${indent}  `)),
  ];
}
