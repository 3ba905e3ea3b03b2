// The statements of a block -> the same of the IR: the last one of them outputs last.
import type { Statement } from '../../../ir.js';
import { childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { PowerShellContext } from './context.js';

/** Declares something, and outputs nothing. */
const SILENT =
  /^(function_statement|class_statement|enum_statement|empty_statement|comment|param_block)$/;

/** Lowers statements that stand behind each other. */
export function lowerBody(context: PowerShellContext, nodes: readonly Node[]): Statement[] {
  const { isLast } = context;
  const last = nodes.findLastIndex(({ type }) => !SILENT.test(type));
  try {
    return nodes.flatMap((node, index) => {
      context.isLast = isLast && index === last;
      return context.walker.statement(node);
    });
  } finally {
    context.isLast = isLast;
  }
}

/** The statements of `$( ... )`, `@( ... )`, and of blocks. */
export const statementsIn = (node: Node): Node[] =>
  childrenOf(node).flatMap((child) =>
    /^(statement_list|script_block|script_block_body)$/.test(child.type)
      ? statementsIn(child)
      : [child],
  );
