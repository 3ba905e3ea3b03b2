// The memory of the parser, which is read without it -> the same tree as the parser tells of, whole and broken.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node as Told, Tree } from 'web-tree-sitter';
import { languages } from '../../src/scan/frontend/languages/index.js';
import type { Node } from '../../src/scan/frontend/node.js';
import { parsed } from './lower.js';

const placeOf = (node: Told | Node | null) => node && [node.type, node.startIndex, node.endIndex];

const factsOf = (node: Told | Node, fields: readonly string[]) => ({
  type: node.type,
  text: node.text,
  start: [node.startIndex, { ...node.startPosition }],
  end: [node.endIndex, node.endPosition],
  is: [node.isNamed, node.isError, node.isMissing, node.hasError, node.descendantCount],
  parent: placeOf(node.parent),
  named: node.namedChildren.map(placeOf),
  fields: fields.map((field) => [
    field,
    placeOf(node.childForFieldName(field)),
    node.childrenForFieldName(field).map(placeOf),
  ]),
});

/** Compares a node and all in it. The library looks for parents and siblings by place, and passes by what is empty. */
function compare(own: Node, told: Told, fields: readonly string[]): void {
  const [ours, theirs] = [factsOf(own, fields), factsOf(told, fields)];
  if (own.endIndex === own.startIndex) ours.parent = theirs.parent;
  // as one text: of so many nodes, each with so many facts, a deep comparison takes too long
  expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
  expect(own.childCount).toBe(told.childCount);
  if (own.type.includes('comment'))
    expect(placeOf(own.tree.rootNode.descendantForPosition(own.startPosition))).toEqual(
      placeOf(told.tree.rootNode.descendantForPosition(told.startPosition)),
    );
  own.children.forEach((child, index) => {
    expect(child.previousSibling).toBe(own.child(index - 1));
    expect(child.nextSibling).toBe(own.child(index + 1));
    compare(child, told.children[index]!, fields);
  });
}

const compareAll = (root: Node, { rootNode, language }: Tree): void => {
  const fields = language.fields.filter((field) => field !== null);
  compare(root, rootNode, fields);
  const types = language.types.slice(0, 60).filter(Boolean);
  // the library passes by what is empty at the beginning
  const own = root.descendantsOfType(types).filter(({ endIndex }) => endIndex > 0);
  expect(own.map(placeOf)).toEqual(rootNode.descendantsOfType(types).map(placeOf));
};

describe.each(languages.map((language) => [language.id, language] as const))(
  '%s',
  (id, language) => {
    const sources = async (): Promise<string[]> => {
      const { cases } = await import(`./no-call-lost/${id}.ts`);
      return cases.map(([, source]: [string, string]) => source);
    };

    it('has the nodes that the parser tells of', async () => {
      const one = new Map(
        Object.entries(language.extensions).map(([ending, own]) => [own, ending]),
      );
      for (const extension of one.values())
        for (const source of await sources())
          await parsed(`${source}\n${language.comments[0]} é\n`, language, extension, compareAll);
    });

    it('has them in a source that is cut off', async () => {
      const all = await sources();
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...all),
          fc.nat(200),
          fc.nat(200),
          (source, from, length) =>
            parsed(
              source.slice(0, from) + source.slice(from + length),
              language,
              Object.keys(language.extensions)[0]!,
              compareAll,
            ),
        ),
        { numRuns: 25 },
      );
    });
  },
);
