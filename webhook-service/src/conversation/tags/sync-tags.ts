import { and, eq } from 'drizzle-orm';
import type { Db } from '../../../../db/client.ts';
import { chatTags, citizens, reports } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { hasChat } from '../../people/oa-user-id.ts';
import { TryAgainIn } from '../../queues/handlers.ts';
import type { OaClient } from '../../zalo/oa-client.ts';
import { wantedTags } from './wanted-tags.ts';

export interface TagDeps {
  db: Db;
  zalo: Pick<OaClient, 'tagUser' | 'untagUser'>;
  now: () => Date;
}

/**
 * Makes the tags on a citizen's chat say which agency holds their reports, and in which state they are. What was set is
 * remembered, so that only differences cost a call; setting a tag twice changes nothing, so it may be repeated (§5).
 * @throws AppError `tags_not_set` while a later try may succeed; TryAgainIn while the minute's calls are for others
 */
export async function syncTags(citizenId: number, deps: TagDeps): Promise<void> {
  const [citizen] = await deps.db.select().from(citizens).where(eq(citizens.id, citizenId));
  if (!citizen || !hasChat(citizen)) return;
  const live = await deps.db
    .select({ state: reports.state, agencyCode: reports.agencyCode, overdueAt: reports.overdueAt })
    .from(reports)
    .where(eq(reports.citizenId, citizenId));
  await bringAbout(citizen, wantedTags(live), deps);
}

/** Takes every tag of ours off a chat: for somebody whose data is erased. */
export async function removeTags(citizen: { id: number; oaUserId: string }, deps: TagDeps): Promise<void> {
  if (hasChat(citizen)) await bringAbout(citizen, new Set(), deps);
}

async function bringAbout(
  citizen: { id: number; oaUserId: string },
  wanted: ReadonlySet<string>,
  { db, zalo, now }: TagDeps,
): Promise<void> {
  const rows = await db.select({ tag: chatTags.tag }).from(chatTags).where(eq(chatTags.citizenId, citizen.id));
  const set = new Set(rows.map(({ tag }) => tag));
  for (const tag of wanted) {
    if (set.has(tag)) continue;
    if (!settled(await zalo.tagUser(citizen.oaUserId, tag))) return;
    await db.insert(chatTags).values({ citizenId: citizen.id, tag, setAt: now() }).onConflictDoNothing();
  }
  for (const tag of set) {
    if (wanted.has(tag)) continue;
    if (!settled(await zalo.untagUser(citizen.oaUserId, tag))) return;
    await db.delete(chatTags).where(and(eq(chatTags.citizenId, citizen.id), eq(chatTags.tag, tag)));
  }
}

type Outcome = Awaited<ReturnType<OaClient['tagUser']>>;

/** False when Zalo will not tag now: a tag is a convenience, nobody is alarmed over it, and the next change tries again. */
function settled(outcome: Outcome): boolean {
  if (outcome.ok) return true;
  if (
    outcome.outcome === 'refused' &&
    ['never_for_this_person', 'blocked', 'outside_window', 'our_bug', 'needs_human', 'out_of_quota'].includes(
      outcome.errorClass,
    )
  )
    return false;
  // A storm may keep tags waiting for many minutes: that is no failure of theirs.
  if (outcome.outcome === 'not_sent' && outcome.why === 'over_budget') throw new TryAgainIn(outcome.waitMs);
  throw new AppError({ code: 'tags_not_set', status: 502, detail: 'Chưa gắn được nhãn cho hội thoại, sẽ thử lại.' });
}
