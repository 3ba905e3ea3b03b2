// Functions, classes, enums and namespaces of JavaScript -> the IR.
import type { Node } from 'web-tree-sitter';
import type {
  ClassSyntax,
  Expression,
  Field,
  FunctionSyntax,
  Parameter,
  Statement,
} from '../../../ir.js';
import { childrenOf, declaring, name, placeOf } from '../../ir-builders.js';
import { Expressions } from './expressions.js';
import { keyText } from './texts.js';

/** Lowers what has a body; statements are asked of who knows them. */
export abstract class Functions extends Expressions {
  protected abstract statements(nodes: readonly Node[]): Statement[];

  /** A block whose imports and exports are its own. */
  protected abstract nested(node: Node | null): Statement[];

  /** What an expression assigns on its way. */
  protected abstract assigned(node: Node): Statement[];

  protected abstract unpack(pattern: Node, value: Expression, node: Node): Statement[];

  protected function(node: Node): FunctionSyntax {
    const parameters = node.childForFieldName('parameters');
    const single = node.childForFieldName('parameter');
    const body = node.childForFieldName('body');
    const own = node.childForFieldName('name');
    const unpacked: Statement[] = [];
    const list = single ? [single] : childrenOf(parameters);
    const taken = list.map((parameter, index) => this.parameter(parameter, index, unpacked));
    const statements = !body
      ? []
      : body.type === 'statement_block'
        ? this.statements(childrenOf(body))
        : [
            ...this.assigned(body),
            { kind: 'return', value: this.expression(body), at: placeOf(body) } as const,
          ];
    return {
      name: own ? keyText(own) : null,
      parameters: taken,
      body: [...unpacked, ...statements],
      annotations: this.decorators(node),
      at: placeOf(node),
    };
  }

  protected parameter(node: Node, index: number, unpacked: Statement[]): Parameter {
    const typed = node.type === 'required_parameter' || node.type === 'optional_parameter';
    const assigned = node.type === 'assignment_pattern';
    let pattern = typed ? node.childForFieldName('pattern')! : node;
    let fallback = typed ? node.childForFieldName('value') : null;
    if (assigned)
      [pattern, fallback] = [node.childForFieldName('left')!, node.childForFieldName('right')];
    const rest = pattern.type === 'rest_pattern';
    const inner = rest ? (pattern.namedChild(0) ?? pattern) : pattern;
    const isName = inner.type === 'identifier' || inner.type === 'this';
    const own = isName ? inner.text : ` ${index}`;
    if (!isName) unpacked.push(...declaring(this.unpack(inner, name(own, inner), node)));
    const type = node.childForFieldName('type')?.namedChild(0)?.text ?? null;
    return {
      ...{ name: own, type, rest, annotations: this.decorators(node) },
      default: fallback && this.expression(fallback),
    };
  }

  protected class(node: Node): ClassSyntax {
    const heritage = childrenOf(node).find(({ type }) => type === 'class_heritage') ?? null;
    const bases = childrenOf(heritage).flatMap((part) =>
      /_clause$/.test(part.type)
        ? childrenOf(part)
            .filter(({ type }) => type !== 'type_arguments')
            .map((base) => base.text)
        : [part.text],
    );
    const fields: Field[] = [];
    const methods: FunctionSyntax[] = [];
    let annotations: Expression[] = [];
    for (const part of childrenOf(node.childForFieldName('body'))) {
      if (part.type === 'decorator') {
        annotations.push(...childrenOf(part).map((child) => this.expression(child)));
        continue;
      }
      if (part.type === 'method_definition') {
        const method = this.function(part);
        // a getter is read like a field
        const reads = part.children.some((child) => child?.type === 'get');
        const read = reads ? [name('property', part)] : [];
        methods.push({ ...method, annotations: [...annotations, ...method.annotations, ...read] });
        fields.push(...parameterProperties(part));
      } else if (/field_definition$/.test(part.type)) {
        this.field(part, fields, methods);
      } else if (part.type === 'class_static_block') {
        methods.push({ ...this.function(part), name: ' static' });
      }
      annotations = [];
    }
    const own = node.childForFieldName('name')?.text ?? '';
    const decorators = this.decorators(node);
    return {
      name: own,
      bases,
      fields,
      methods,
      classes: [],
      annotations: decorators,
      at: placeOf(node),
    };
  }

  /** A field whose value is a function is a method. */
  protected field(node: Node, fields: Field[], methods: FunctionSyntax[]): void {
    const key = node.childForFieldName('name') ?? node.childForFieldName('property');
    const value = node.childForFieldName('value');
    if (!key) return;
    const lowered = value && this.expression(value);
    const type = node.childForFieldName('type')?.namedChild(0)?.text ?? null;
    if (lowered?.kind === 'lambda') methods.push({ ...lowered.function, name: keyText(key) });
    else fields.push({ name: keyText(key), value: lowered, type, at: placeOf(node) });
  }

  protected enum(node: Node): ClassSyntax {
    const fields = childrenOf(node.childForFieldName('body')).map((part): Field => {
      const [key, value] = [
        part.childForFieldName('name') ?? part,
        part.childForFieldName('value'),
      ];
      return {
        name: keyText(key),
        value: value && this.expression(value),
        type: null,
        at: placeOf(part),
      };
    });
    const own = node.childForFieldName('name')?.text ?? '';
    return {
      name: own,
      bases: [],
      fields,
      methods: [],
      classes: [],
      annotations: [],
      at: placeOf(node),
    };
  }

  /** `namespace A { export const b = 1 }`: a class of static members. */
  protected namespace(node: Node): ClassSyntax {
    const body = this.nested(node.childForFieldName('body'));
    const fields = body.flatMap((s): Field[] =>
      s.kind === 'assign' && s.target.kind === 'name'
        ? [{ name: s.target.name, value: s.value, type: s.type, at: s.at }]
        : [],
    );
    const methods = body.flatMap((s) => (s.kind === 'function' ? [s.function] : []));
    const classes = body.flatMap((s) => (s.kind === 'class' ? [s.class] : []));
    const own = node.childForFieldName('name')?.text ?? '';
    return { name: own, bases: [], fields, methods, classes, annotations: [], at: placeOf(node) };
  }
}

/** `constructor(private http: Http)` declares a field. */
function parameterProperties(method: Node): Field[] {
  if (method.childForFieldName('name')?.text !== 'constructor') return [];
  return childrenOf(method.childForFieldName('parameters')).flatMap((parameter): Field[] => {
    const declares = parameter.children.some(
      (child) => child && /^(accessibility_modifier|readonly)$/.test(child.type),
    );
    const own = parameter.childForFieldName('pattern');
    if (!declares || !own) return [];
    const type = parameter.childForFieldName('type')?.namedChild(0)?.text ?? null;
    return [{ name: own.text, value: name(own.text, own), type, at: placeOf(parameter) }];
  });
}
