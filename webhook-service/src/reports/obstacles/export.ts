import { AppError } from '../../errors.ts';

/** Rows in one export: a year of a large unit, and small enough to hold in memory. */
export const EXPORT_LIMIT = 20_000;

/**
 * All rows a filter gives, for an export.
 * @throws AppError 422 `export_too_large`: cutting it off silently would be a wrong figure in somebody's report.
 */
export async function readForExport<Row>(
  read: (page: { limit: number }) => Promise<Row[]>,
  limit = EXPORT_LIMIT,
): Promise<Row[]> {
  const rows = await read({ limit: limit + 1 });
  if (rows.length > limit) {
    throw new AppError({
      code: 'export_too_large',
      status: 422,
      detail: `Kết quả có hơn ${limit.toLocaleString('vi-VN')} dòng. Hãy chọn khoảng ngày ngắn hơn.`,
    });
  }
  return rows;
}
