// Expressions of JavaScript -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Argument, Expression, FunctionSyntax } from '../../../ir.js';
import {
  access,
  argument,
  call,
  chained,
  childrenOf,
  join,
  MAX_DEPTH,
  member,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import { keyText, stringText, unescapeText } from './texts.js';

/** Lowers expressions; functions in them are asked of who knows statements. */
export abstract class Expressions {
  protected depth = 0;

  protected abstract function(node: Node): FunctionSyntax;

  protected decorators(node: Node): Expression[] {
    return node
      .childrenForFieldName('decorator')
      .filter((child) => child !== null)
      .flatMap((decorator) => childrenOf(decorator).map((child) => this.expression(child)));
  }

  protected expression(node: Node): Expression {
    if (++this.depth > MAX_DEPTH) {
      this.depth--;
      return unknown(node);
    }
    try {
      return this.lowerExpression(node);
    } finally {
      this.depth--;
    }
  }

  protected lowerExpression(node: Node): Expression {
    const at = placeOf(node);
    const field = (key: string) => node.childForFieldName(key);
    const of = (key: string) => this.expression(field(key)!);
    const [first] = childrenOf(node);
    switch (node.type) {
      case 'string':
        return text(stringText(node), node);
      case 'number':
      case 'true':
      case 'false':
        return text(node.text, node);
      case 'regex': {
        const of = (key: string) => argument(text(field(key)?.text ?? '', node));
        const args = [of('pattern'), of('flags')];
        return { kind: 'new', type: name('RegExp', node), args, at };
      }
      case 'template_string':
        return this.template(node);
      case 'identifier':
      case 'shorthand_property_identifier':
      case 'property_identifier':
      case 'undefined':
        return name(node.text, node);
      case 'this':
        return { kind: 'self', at };
      case 'super':
        return name('super', node);
      case 'member_expression':
        return member(of('object'), keyText(field('property')!), field('property')!);
      case 'subscript_expression':
        return access(of('object'), of('index'), node);
      case 'call_expression':
        return this.call(node);
      case 'new_expression':
        return { kind: 'new', type: of('constructor'), args: this.args(field('arguments')), at };
      case 'object':
        return {
          kind: 'object',
          entries: childrenOf(node).flatMap((part) => this.entry(part)),
          at,
        };
      case 'array':
        return this.list(node);
      case 'ternary_expression':
        return { kind: 'choice', of: [of('consequence'), of('alternative')], at };
      case 'binary_expression':
        return this.binary(node);
      case 'arrow_function':
      case 'function_expression':
      case 'generator_function':
      case 'function':
        return { kind: 'lambda', function: this.function(node), at };
      case 'class':
        return unknown(node);
      case 'parenthesized_expression':
      case 'await_expression':
      case 'non_null_expression':
      case 'as_expression':
      case 'satisfies_expression':
      case 'yield_expression':
      case 'spread_element':
        return first ? this.expression(first) : unknown(node);
      case 'type_assertion':
        return this.expression(childrenOf(node).at(-1) ?? node);
      case 'assignment_expression':
        return of('right');
      case 'sequence_expression':
        return this.expression(childrenOf(node).at(-1)!);
      default:
        return unknown(node, this.within(node));
    }
  }

  /** The expressions inside what has no rule: JSX, patterns, unary operators. */
  protected within(node: Node): Expression[] {
    return childrenOf(node).map((child) => this.expression(child));
  }

  protected list(node: Node): Expression {
    const children = childrenOf(node);
    const items = children.map((item) => this.expression(item));
    return chained(items, (index) => children[index]!.type === 'spread_element', node);
  }

  protected call(node: Node): Expression {
    const callee = node.childForFieldName('function')!;
    const args = node.childForFieldName('arguments');
    if (args?.type === 'template_string')
      return call(this.expression(callee), [argument(this.template(args))], node);
    if (callee.type === 'import') return call(name('require', callee), this.args(args), node);
    return call(this.expression(callee), this.args(args), node);
  }

  protected args(node: Node | null): Argument[] {
    return childrenOf(node).map((child) => ({
      name: null,
      value: this.expression(child),
      spread: child.type === 'spread_element',
    }));
  }

  protected entry(node: Node): { key: Expression | null; value: Expression }[] {
    switch (node.type) {
      case 'pair': {
        const key = node.childForFieldName('key')!;
        const computed = key.type === 'computed_property_name' ? key.namedChild(0) : null;
        return [
          {
            key: computed ? this.expression(computed) : text(keyText(key), key),
            value: this.expression(node.childForFieldName('value')!),
          },
        ];
      }
      case 'shorthand_property_identifier':
        return [{ key: text(node.text, node), value: name(node.text, node) }];
      case 'method_definition': {
        const method = this.function(node);
        const value: Expression = { kind: 'lambda', function: method, at: placeOf(node) };
        return [{ key: text(method.name ?? '', node), value }];
      }
      case 'spread_element':
        return [{ key: null, value: this.expression(node) }];
      default:
        return [];
    }
  }

  protected binary(node: Node): Expression {
    const [left, right] = [node.childForFieldName('left')!, node.childForFieldName('right')!];
    const operator = node.childForFieldName('operator')?.type;
    // a long sum is a deep tree on its left
    if (operator === '+') {
      const parts: Node[] = [right];
      let rest = left;
      while (
        rest.type === 'binary_expression' &&
        rest.childForFieldName('operator')?.type === '+'
      ) {
        parts.unshift(rest.childForFieldName('right')!);
        rest = rest.childForFieldName('left')!;
      }
      return join(
        [rest, ...parts].map((part) => this.expression(part)),
        node,
      );
    }
    const of = [this.expression(left), this.expression(right)];
    if (operator === '||' || operator === '??') return { kind: 'choice', of, at: placeOf(node) };
    return operator === '&&' ? of[1]! : unknown(node, of);
  }

  protected template(node: Node): Expression {
    const parts = node.namedChildren.flatMap((part): Expression[] => {
      if (!part) return [];
      if (part.type === 'string_fragment') return [text(part.text, part)];
      if (part.type === 'escape_sequence') return [text(unescapeText(part.text), part)];
      const [inner] = childrenOf(part);
      return inner ? [this.expression(inner)] : [];
    });
    return parts.length === 0 ? text('', node) : join(parts, node);
  }
}
