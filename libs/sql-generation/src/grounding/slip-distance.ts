/**
 * How many slips of the fingers lie between two words: a letter left out, added, hit instead of another, or swapped with the next
 * (optimal string alignment).
 */
export function slipDistance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  for (const [row, letter] of from.entries()) {
    const current = [row + 1];
    for (const [column, other] of to.entries()) {
      const replaced = at(rows, row, column) + (letter === other ? 0 : 1);
      const swapped = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === other ? at(rows, row - 1, column - 1) + 1 : Infinity;
      current.push(Math.min(replaced, swapped, at(rows, row, column + 1) + 1, (current[column] ?? 0) + 1));
    }
    rows.push(current);
  }
  return at(rows, from.length, to.length);
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}
