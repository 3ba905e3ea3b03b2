// The statements of a class body -> its fields, methods and classes; what else it does is a method named `STATIC_BLOCK`.
import {
  type ClassSyntax,
  type Expression,
  type Field,
  type FunctionSyntax,
  type Place,
  STATIC_BLOCK,
  type Statement,
} from '../ir.js';

/** What the body of a class, module or namespace declares. */
export type Members = Pick<ClassSyntax, 'fields' | 'methods' | 'classes'>;

/** Sorts the statements of a class body. */
export function sortMembers(body: readonly Statement[], at: Place): Members {
  const fields = new Map<string, Field>();
  const methods: FunctionSyntax[] = [];
  const classes: ClassSyntax[] = [];
  const rest: Statement[] = [];
  const sort = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      if (statement.kind === 'function') methods.push(statement.function);
      else if (statement.kind === 'class') classes.push(statement.class);
      else if (statement.kind === 'branch') for (const part of statement.bodies) sort(part);
      else if (statement.kind === 'try')
        for (const part of [statement.body, ...statement.handlers]) sort(part);
      else if (statement.kind === 'assign' && !statement.adds && declares(statement.target)) {
        const { target, value, type, at } = statement;
        const known = fields.get(target.name)?.value;
        // branches are not kept here, so any of several assignments may be the last
        const either: Expression = known ? { kind: 'choice', of: [known, value], at } : value;
        fields.set(target.name, { name: target.name, value: either, type, at });
      } else if (!isIdle(statement)) rest.push(statement);
    }
  };
  sort(body);
  if (rest.length > 0)
    methods.push({ name: STATIC_BLOCK, parameters: [], body: rest, annotations: [], at });
  return { fields: [...fields.values()], methods, classes };
}

/** `a = 1`, and `self.a = 1` of the class itself. */
const declares = (target: Expression): target is Extract<Expression, { kind: 'name' | 'member' }> =>
  target.kind === 'name' || (target.kind === 'member' && target.of.kind === 'self');

/** Whether a statement can be dropped: it does nothing, or it leaves a branch, and branches are not kept here. */
const isIdle = (statement: Statement): boolean =>
  statement.kind === 'leave' ||
  (statement.kind === 'do' &&
    (statement.value.kind === 'text' ||
      statement.value.kind === 'name' ||
      (statement.value.kind === 'unknown' && statement.value.parts.length === 0)));
