import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { evidence } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import type { Evidence } from './store-evidence.ts';

/**
 * The pieces an answer names, locked so that none is removed meanwhile, in the order they were named. Whoever uploaded
 * them: colleagues share the work on a report.
 * @throws AppError 422 `evidence_unknown` when one is not there, not stored yet, or belongs to another report or answer
 */
export async function evidenceForAnswer(tx: Tx, reportId: number, ids: readonly number[]): Promise<Evidence[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const rows = await tx
    .select()
    .from(evidence)
    .where(
      and(
        inArray(evidence.id, wanted),
        eq(evidence.reportId, reportId),
        isNull(evidence.answerId),
        eq(evidence.state, 'stored'),
      ),
    )
    .orderBy(asc(evidence.id))
    .for('update');
  const found = new Map(rows.map((row) => [row.id, row]));
  return wanted.map((id) => found.get(id) ?? unknown());
}

function unknown(): never {
  throw new AppError({
    code: 'evidence_unknown',
    status: 422,
    detail: 'Có minh chứng không còn hoặc thuộc phản ánh, câu trả lời khác. Xin tải lên lại.',
  });
}
