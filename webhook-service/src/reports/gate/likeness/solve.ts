/** The unknowns of as many linear equations (Gauss elimination with pivots); null when they are not determined. Overwrites both. */
export function solve(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const size = right.length;
  const at = (row: number, column: number) => matrix[row * size + column] ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    }
    if (Math.abs(at(pivot, column)) < 1e-6) return null;
    swapRows(matrix, right, column, pivot);
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = at(row, column) / at(column, column);
      for (let k = column; k < size; k++) matrix[row * size + k] = at(row, k) - factor * at(column, k);
      right[row] = (right[row] ?? 0) - factor * (right[column] ?? 0);
    }
  }
  return right.map((of, i) => of / at(i, i));
}

function swapRows(matrix: Float64Array, right: Float64Array, one: number, other: number): void {
  const size = right.length;
  const row = matrix.slice(one * size, (one + 1) * size);
  matrix.copyWithin(one * size, other * size, (other + 1) * size);
  matrix.set(row, other * size);
  const kept = right[one] ?? 0;
  right[one] = right[other] ?? 0;
  right[other] = kept;
}
