// JavaScript, TypeScript, JSX and TSX -> the IR: files and statements.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import {
  assign,
  childrenOf,
  declaring,
  MAX_DEPTH,
  member,
  name,
  placeOf,
  unknown,
} from '../../ir-builders.js';
import { COMMON_TRAITS, defineLanguage, type Lowered } from '../../language.js';
import { mentionedModules, namesByPath } from '../../mentions.js';
import { Modules } from './modules.js';
import { keyText } from './texts.js';

/** What calls something. */
const CALLS = ['call_expression', 'new_expression'];

/** JavaScript and TypeScript. */
export const javascript = defineLanguage({
  id: 'javascript',
  summary: 'JavaScript, TypeScript, JSX and TSX',
  extensions: {
    '.js': 'javascript',
    '.mjs': 'javascript',
    '.cjs': 'javascript',
    '.jsx': 'javascript',
    '.ts': 'typescript',
    '.mts': 'typescript',
    '.cts': 'typescript',
    '.tsx': 'tsx',
  },
  interpreters: /^(node|nodejs|bun|deno|tsx|ts-node)$/,
  comments: ['//', '/*'],
  calls: CALLS,
  manifest: 'package.json',
  minified: true,
  traits: { ...COMMON_TRAITS, assignsOuter: 'all', functionClients: true },
  mentions: mentionedModules,
  names: namesByPath,
  lower: (root) => new Lowering().program(root),
});

class Lowering extends Modules {
  program(root: Node): Lowered {
    const body = this.statements(childrenOf(root));
    return { package: null, imports: this.imports, exports: this.exports, body };
  }

  protected statements(nodes: readonly Node[]): Statement[] {
    return nodes.flatMap((node) => this.statement(node));
  }

  protected block(node: Node | null): Statement[] {
    if (!node) return [];
    return node.type === 'statement_block'
      ? this.statements(childrenOf(node))
      : this.statement(node);
  }

  protected statement(node: Node): Statement[] {
    const at = placeOf(node);
    const field = (key: string) => node.childForFieldName(key);
    if (++this.depth > MAX_DEPTH) {
      this.depth--;
      return [];
    }
    try {
      switch (node.type) {
        case 'import_statement':
          this.importStatement(node);
          return [];
        case 'export_statement':
          return this.exportStatement(node);
        case 'lexical_declaration':
        case 'variable_declaration':
          return declaring(childrenOf(node).flatMap((declarator) => this.declarator(declarator)));
        case 'expression_statement':
          return childrenOf(node).flatMap((child) => this.effect(child));
        case 'return_statement': {
          const [value] = childrenOf(node);
          return value ? [{ kind: 'return', value: this.expression(value), at }] : [];
        }
        case 'if_statement': {
          const bodies = [field('consequence'), field('alternative')?.namedChild(0) ?? null];
          return [
            this.do(field('condition')!),
            {
              kind: 'branch',
              exhaustive: false,
              falls: false,
              bodies: bodies.map((part) => this.block(part)),
              at,
            },
          ];
        }
        case 'switch_statement': {
          const cases = childrenOf(field('body')).map((part) =>
            this.statements(part.childrenForFieldName('body').filter((child) => child !== null)),
          );
          return [
            this.do(field('value')!),
            { kind: 'branch', exhaustive: false, falls: false, bodies: cases, at },
          ];
        }
        case 'try_statement': {
          const handler = field('handler')?.childForFieldName('body') ?? null;
          const finalizer = field('finalizer')?.childForFieldName('body') ?? null;
          return [
            ...this.block(field('body')),
            { kind: 'branch', exhaustive: false, falls: false, bodies: [this.block(handler)], at },
            ...this.block(finalizer),
          ];
        }
        case 'for_in_statement':
          return [
            {
              kind: 'loop',
              item: field('left') && this.expression(field('left')!),
              of: field('right') && this.expression(field('right')!),
              body: this.block(field('body')),
              at,
            },
          ];
        case 'for_statement':
          return [
            ...this.block(field('initializer')),
            { kind: 'loop', item: null, of: null, body: this.block(field('body')), at },
          ];
        case 'while_statement':
        case 'do_statement':
          return [
            { kind: 'loop', item: null, of: null, body: this.block(field('body')), at },
            this.do(field('condition')!),
          ];
        case 'statement_block':
          return this.statements(childrenOf(node));
        case 'labeled_statement':
          return this.block(field('body'));
        case 'function_declaration':
        case 'generator_function_declaration':
          return [{ kind: 'function', function: this.function(node) }];
        case 'class_declaration':
        case 'abstract_class_declaration':
          return [{ kind: 'class', class: this.class(node) }];
        case 'enum_declaration':
          return [{ kind: 'class', class: this.enum(node) }];
        case 'internal_module':
        case 'module':
          return [{ kind: 'class', class: this.namespace(node) }];
        case 'interface_declaration':
        case 'type_alias_declaration':
        case 'ambient_declaration':
        case 'break_statement':
        case 'continue_statement':
        case 'empty_statement':
          return [];
        default:
          return this.effect(node);
      }
    } finally {
      this.depth--;
    }
  }

  /** An expression for what it does: an assignment is one, a sequence is several. */
  protected effect(node: Node): Statement[] {
    const field = (key: string) => node.childForFieldName(key);
    switch (node.type) {
      case 'assignment_expression':
        return this.assignment(field('left')!, field('right')!, node);
      case 'augmented_assignment_expression': {
        const operator = node.children.find((child) => child && !child.isNamed)?.type;
        const [left, right] = [this.expression(field('left')!), this.expression(field('right')!)];
        return operator === '+='
          ? [assign(left, right, node, { adds: true })]
          : [assign(left, { kind: 'choice', of: [left, right], at: placeOf(node) }, node)];
      }
      case 'sequence_expression':
        return childrenOf(node).flatMap((child) => this.effect(child));
      case 'parenthesized_expression':
        return childrenOf(node).flatMap((child) => this.effect(child));
      default:
        return [this.do(node)];
    }
  }

  protected do(node: Node): Statement {
    return { kind: 'do', value: this.expression(node), at: placeOf(node) };
  }

  protected assigned(node: Node): Statement[] {
    const inner = node.type === 'parenthesized_expression' ? childrenOf(node)[0] : node;
    return inner?.type === 'assignment_expression' ? this.effect(inner) : [];
  }

  protected assignment(left: Node, right: Node, node: Node): Statement[] {
    return [...this.assigned(right), ...this.assignTo(left, right, node)];
  }

  private assignTo(left: Node, right: Node, node: Node): Statement[] {
    if (left.type === 'object_pattern' || left.type === 'array_pattern')
      return this.unpack(left, this.expression(right), node);
    const target = this.expression(left);
    const value = this.expression(right);
    this.commonJs(target, value);
    return [assign(target, value, node)];
  }

  protected nested(node: Node | null): Statement[] {
    return new Lowering().block(node);
  }

  protected declarator(node: Node): Statement[] {
    const [target, value] = [node.childForFieldName('name'), node.childForFieldName('value')];
    if (!target) return [];
    if (!value)
      return target.type === 'identifier'
        ? [assign(name(target.text, target), unknown(node), node)]
        : [];
    const type = node.childForFieldName('type')?.namedChild(0)?.text ?? null;
    if (target.type !== 'identifier') return this.unpack(target, this.expression(value), node);
    this.requireCall(target.text, value);
    return [assign(name(target.text, target), this.expression(value), node, { type })];
  }

  /** `const { a, b: c = 1 } = value` and `const [a, b] = value` */
  protected unpack(pattern: Node, value: Expression, node: Node): Statement[] {
    const part = (key: string, target: Node): Statement[] => {
      const inner =
        target.type === 'assignment_pattern' ? target.childForFieldName('left')! : target;
      const fallback = target === inner ? null : target.childForFieldName('right');
      const picked = member(value, key, target);
      const of = fallback ? [picked, this.expression(fallback)] : [];
      const found: Expression = fallback
        ? { kind: 'choice', of, first: true, at: placeOf(target) }
        : picked;
      if (inner.type.endsWith('_pattern') && !inner.type.startsWith('shorthand'))
        return this.unpack(inner, found, node);
      if (value.kind === 'call') this.destructuredRequire(value, key, inner.text);
      return [assign(name(inner.text, inner), found, node)];
    };
    return childrenOf(pattern).flatMap((child, index) => {
      switch (child.type) {
        case 'shorthand_property_identifier_pattern':
          return part(child.text, child);
        case 'object_assignment_pattern': {
          const left = child.childForFieldName('left')!;
          const right = this.expression(child.childForFieldName('right')!);
          const of = [member(value, left.text, left), right];
          const at = placeOf(child);
          return [assign(name(left.text, left), { kind: 'choice', of, first: true, at }, node)];
        }
        case 'pair_pattern':
          return part(keyText(child.childForFieldName('key')!), child.childForFieldName('value')!);
        case 'rest_pattern':
          return [assign(name(child.namedChild(0)?.text ?? '', child), unknown(child), node)];
        default:
          return part(String(index), child);
      }
    });
  }
}
