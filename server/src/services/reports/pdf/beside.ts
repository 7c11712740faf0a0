import type { Block, PrintedDocument, TableBlock } from './printed-document.ts';

/**
 * A document with its translation beside it: both have the same blocks. What is signed or scanned is there once, with
 * the words of both.
 */
export function withBeside(main: PrintedDocument, other: PrintedDocument): PrintedDocument {
  const pairs = main.blocks.map((block, at) => paired(block, other.blocks[at] ?? { kind: 'nothing' }));
  return {
    ...main,
    blocks: pairs.map(([block]) => block),
    beside: { ...other, blocks: pairs.map(([, block]) => block) },
  };
}

function paired(one: Block, other: Block): readonly [Block, Block] {
  if (one.kind === 'table' && other.kind === 'table' && one.rowHeightMm !== undefined)
    return [inBoth(one, other), { kind: 'nothing' }];
  if (one.kind === 'code' && other.kind === 'code')
    return [one, { kind: 'text', text: other.lines.join('\n\n') }];
  return [one, other];
}

/** A table to write in, under the heads of both languages. */
function inBoth(one: TableBlock, other: TableBlock): TableBlock {
  const both = (first: string, second = '') => (second === '' ? first : `${first}\n${second}`);
  return {
    ...one,
    columns: one.columns.map((column, at) => ({
      ...column,
      head: both(column.head, other.columns[at]?.head),
    })),
    rows: one.rows.map((row, line) => row.map((cell, at) => both(cell, other.rows[line]?.[at]))),
  };
}
