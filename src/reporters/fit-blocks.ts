// Blocks of lines + how much fits -> one text; what does not fit is counted in a line of its own, never cut within one.

/** Rows between a head and a tail, as a table or a list. */
export interface Block {
  /** What matters most gets its room first; the order stays. */
  readonly weight: 0 | 1;
  readonly head: readonly string[];
  readonly rows: readonly string[];
  readonly tail: readonly string[];
}

/** A limit of the place where the text goes. */
export interface Room {
  readonly characters: number;
  /** The rows of one block. */
  readonly rows: number;
}

/** Where the rest is. */
const ELSEWHERE = '`-f json` has all';
const RESERVE = 120;

/** Puts blocks together with a blank line between. */
export function fitBlocks(blocks: readonly Block[], room: Room): string {
  let left = room.characters - RESERVE;
  const shown = new Map<Block, readonly string[]>();
  for (const block of [...blocks].sort((a, b) => a.weight - b.weight)) {
    const fixed = lengthOf(block.head) + lengthOf(block.tail) + RESERVE;
    if (fixed > left) continue;
    left -= fixed;
    const rows: string[] = [];
    for (const row of block.rows.slice(0, room.rows)) {
      if (row.length + 1 > left) break;
      left -= row.length + 1;
      rows.push(row);
    }
    shown.set(block, rows);
  }
  const texts = blocks.flatMap((block) => {
    const rows = shown.get(block);
    if (!rows) return [];
    const rest = block.rows.length - rows.length;
    const more = rest > 0 ? ['', `${rest} more ${rest === 1 ? 'row' : 'rows'}; ${ELSEWHERE}`] : [];
    return [[...block.head, ...rows, ...more, ...block.tail].join('\n')];
  });
  const lost = blocks.length - shown.size;
  if (lost > 0) texts.push(`${lost} more ${lost === 1 ? 'part' : 'parts'}; ${ELSEWHERE}`);
  return texts.join('\n\n');
}

const lengthOf = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + line.length + 1, 1);
