import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { standardTexts } from '../../../../db/schema/index.ts';
import { category } from '../../../../db/seed/categories.ts';
import { AppError } from '../../errors.ts';
import { checkText, type TextInput } from './check-text.ts';
import type { TextPurpose } from './purposes.ts';

export type StandardText = typeof standardTexts.$inferSelect;

export interface TextFilter {
  purpose?: TextPurpose | undefined;
  /** Category or group the text was written for. */
  categoryCode?: string | undefined;
  active?: boolean | undefined;
}

/** All texts that fit, by purpose and name; some hundreds at most. */
export async function listTexts(tx: Tx, { purpose, categoryCode, active }: TextFilter): Promise<StandardText[]> {
  return tx
    .select()
    .from(standardTexts)
    .where(
      and(
        purpose === undefined ? undefined : eq(standardTexts.purpose, purpose),
        categoryCode === undefined ? undefined : eq(standardTexts.categoryCode, categoryCode),
        active === undefined ? undefined : eq(standardTexts.active, active),
      ),
    )
    .orderBy(asc(standardTexts.purpose), asc(standardTexts.name), asc(standardTexts.id));
}

/** Texts to offer for a report: those of its category first, then of its group, then for all. */
export async function textsFor(
  tx: Tx,
  report: { categoryCode: string | null },
  purpose: TextPurpose,
): Promise<StandardText[]> {
  const code = report.categoryCode;
  const fitting = code === null ? [] : [code, category(code)?.group ?? code];
  const { categoryCode } = standardTexts;
  return tx
    .select()
    .from(standardTexts)
    .where(
      and(
        eq(standardTexts.purpose, purpose),
        standardTexts.active,
        or(isNull(categoryCode), fitting.length > 0 ? inArray(categoryCode, fitting) : undefined),
      ),
    )
    .orderBy(
      desc(sql`case when ${categoryCode} is null then 0 when ${categoryCode} = ${code ?? ''} then 2 else 1 end`),
      asc(standardTexts.name),
      asc(standardTexts.id),
    );
}

/** @throws AppError 404 `standard_text_not_found`. */
export async function readText(tx: Tx, id: number): Promise<StandardText> {
  const [text] = await tx.select().from(standardTexts).where(eq(standardTexts.id, id));
  if (!text) throw new AppError({ code: 'standard_text_not_found', status: 404, detail: 'Không có mẫu này.' });
  return text;
}

/** Adds a text. @throws AppError of `checkText`. */
export async function createText(tx: Tx, input: TextInput, by: string, now: Date): Promise<StandardText> {
  const [text] = await tx
    .insert(standardTexts)
    .values({ ...checkText(input), changedBy: by, changedAt: now })
    .returning();
  if (!text) throw new Error('standard text not stored');
  return text;
}

/**
 * Changes a text that is still at the version its editor saw, and counts the version up.
 * @throws AppError of `checkText`; 404 `standard_text_not_found`; 409 `standard_text_changed`.
 */
export async function updateText(
  tx: Tx,
  id: number,
  change: { version: number; input?: TextInput; active?: boolean },
  by: string,
  now: Date,
): Promise<StandardText> {
  const checked = change.input ? checkText(change.input) : {};
  const [text] = await tx
    .update(standardTexts)
    .set({
      ...checked,
      ...(change.active !== undefined && { active: change.active }),
      version: change.version + 1,
      changedBy: by,
      changedAt: now,
    })
    .where(and(eq(standardTexts.id, id), eq(standardTexts.version, change.version)))
    .returning();
  if (text) return text;
  await readText(tx, id);
  throw new AppError({
    code: 'standard_text_changed',
    status: 409,
    detail: 'Mẫu đã được người khác sửa sau khi bạn mở. Hãy tải lại rồi sửa tiếp.',
  });
}
