/** What a spreadsheet reads as a formula, should it find it in a cell. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** The text of a cell that no spreadsheet runs as a formula: whoever wrote a list may not be who opens it. */
export function harmlessCell(cell: string): string {
  return FORMULA.test(cell) && !isNumber(cell) ? `'${cell}` : cell;
}

function isNumber(cell: string): boolean {
  return /^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(cell);
}
