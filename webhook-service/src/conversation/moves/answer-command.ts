import { desc, eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { eraseDraftMedia } from '../../media/remove-draft-media.ts';
import { textsIn } from '../../notifications/message-texts.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { statusFacts } from '../../reports/report-status.ts';
import type { Citizen } from '../citizens.ts';
import type { ConversationDeps, EventOutcome } from '../deps.ts';
import { closeDraft, openDraft } from '../drafts/drafts.ts';
import type { ChatCommand } from './commands.ts';

/** Answers a command at once; it never becomes part of a draft. */
export async function answerCommand(
  tx: Tx,
  command: ChatCommand,
  citizen: Citizen,
  inboxId: number,
  deps: ConversationDeps,
): Promise<EventOutcome> {
  const texts = textsIn(citizen.language);
  const now = deps.now();
  const say = (kind: string, text: string) =>
    putMessage(tx, { citizenId: citizen.id, kind, text, idempotencyKey: `${kind}:${inboxId}`, now });
  const viewer = { publicUrl: deps.publicUrl, language: citizen.language };
  switch (command.type) {
    case 'lookUp': {
      const facts = await statusFacts(tx, command.code, viewer);
      await say('status', facts ? texts.status(facts) : texts.statusUnknown({ code: command.code }));
      return 'looked-up';
    }
    case 'lookUpLatest': {
      const code = await latestCodeOf(tx, citizen.id);
      const facts = code && (await statusFacts(tx, code, viewer));
      await say('status', facts ? texts.status(facts) : texts.noReportYet());
      return 'looked-up';
    }
    case 'lookUpUnreadable':
      await say('status', texts.statusUnreadable());
      return 'looked-up';
    case 'cancel': {
      // "huỷ HN-…" means that report, which is made already; a draft that happens to be open is not what was meant.
      const draft = command.code ? undefined : await openDraft(tx, citizen.id);
      if (draft) {
        await closeDraft(tx, draft.id, 'cancelled', now);
        await eraseDraftMedia(tx, draft.id);
      }
      await say('cancelled', draft ? texts.cancelled() : texts.nothingToCancel());
      return 'cancelled';
    }
  }
}

async function latestCodeOf(tx: Tx, citizenId: number): Promise<string | null> {
  const [latest] = await tx
    .select({ code: reports.code })
    .from(reports)
    .where(eq(reports.citizenId, citizenId))
    .orderBy(desc(reports.id))
    .limit(1);
  return latest?.code ?? null;
}
