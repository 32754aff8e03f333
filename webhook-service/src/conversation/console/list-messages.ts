/** Console messages as staff read them: their own, those about reports they may see, and all for who sorts the tray. */
import { and, asc, eq, gt, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import type { Db } from '../../../../db/client.ts';
import { consoleAccounts, consoleFiles, consoleMessages, reports, staffMembers } from '../../../../db/schema/index.ts';
import { type ReportScope, scopeConditions } from '../../reports/list/scope.ts';
import type { ConsoleMessage } from './note-message.ts';

export interface ConsoleReader {
  id: string;
  /** Reports whose messages are seen; null = none but one's own. */
  scope: ReportScope | null;
  /** Also what is tied to no report yet. */
  seesAll: boolean;
}

export interface ListedMessage {
  message: ConsoleMessage;
  reportCode: string | null;
  /** Whose account typed it; null when it is linked to nobody. */
  author: string | null;
  files: (typeof consoleFiles.$inferSelect)[];
}

/** One page in the order they came; files of a message that were sent after it lie with it. */
export async function listConsoleMessages(
  db: Db,
  reader: ConsoleReader,
  page: { state?: ConsoleMessage['state']; id?: number; after?: number; limit: number },
): Promise<{ items: ListedMessage[]; next: number | null }> {
  const rows = await db
    .select({ message: consoleMessages, reportCode: reports.code, author: staffMembers.name })
    .from(consoleMessages)
    .leftJoin(consoleAccounts, eq(consoleAccounts.adminId, consoleMessages.adminId))
    .leftJoin(staffMembers, eq(staffMembers.id, consoleAccounts.staffId))
    .leftJoin(reports, eq(reports.id, consoleMessages.reportId))
    .where(
      and(
        isNull(consoleMessages.belongsTo),
        page.state && eq(consoleMessages.state, page.state),
        page.id === undefined ? undefined : eq(consoleMessages.id, page.id),
        page.after === undefined ? undefined : gt(consoleMessages.id, page.after),
        visibleTo(reader),
      ),
    )
    .orderBy(asc(consoleMessages.id))
    .limit(page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const files = await filesByMessage(
    db,
    shown.map(({ message }) => message.id),
  );
  return {
    items: shown.map((row) => ({ ...row, files: files.get(row.message.id) ?? [] })),
    next: rows.length > page.limit ? (shown.at(-1)?.message.id ?? null) : null,
  };
}

function visibleTo({ id, scope, seesAll }: ConsoleReader): SQL | undefined {
  if (seesAll) return undefined;
  const own = /^\d{1,15}$/.test(id) ? eq(consoleAccounts.staffId, Number(id)) : undefined;
  const about = scope ? and(isNotNull(reports.id), ...scopeConditions(scope)) : undefined;
  return or(own, about) ?? isNull(consoleMessages.id);
}

async function filesByMessage(db: Db, ids: readonly number[]): Promise<Map<number, ListedMessage['files']>> {
  const byMessage = new Map<number, ListedMessage['files']>();
  if (ids.length === 0) return byMessage;
  const rows = await db
    .select({ file: consoleFiles, of: consoleMessages.id, belongsTo: consoleMessages.belongsTo })
    .from(consoleFiles)
    .innerJoin(consoleMessages, eq(consoleMessages.id, consoleFiles.messageId))
    .where(or(inArray(consoleMessages.id, [...ids]), inArray(consoleMessages.belongsTo, [...ids])))
    .orderBy(asc(consoleMessages.id), asc(consoleFiles.position));
  for (const { file, of, belongsTo } of rows) {
    const head = belongsTo ?? of;
    byMessage.set(head, [...(byMessage.get(head) ?? []), file]);
  }
  return byMessage;
}
