import { inArray } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { channelPauses } from '../../../../db/schema/index.ts';
import { raiseIncident, settleIncident } from '../../incidents/incidents.ts';
import type { TemplateChanged } from '../../zalo/event-types.ts';

const KIND = 'zalo_template_off';
/** Somebody has to make a better template or object; one message a day finds out by itself whether it works again. */
const REST_MS = 24 * 3_600_000;
const WAYS = ['zns', 'uid'] as const;

/**
 * Zalo says that a template stopped working, or works again: lays it down for everybody before a message is lost to it, and
 * tells operations. The planner goes on to the next way.
 */
export async function noteTemplateChanged(
  tx: Tx,
  { templateId, works, word }: TemplateChanged,
  now: Date,
): Promise<'template-on' | 'template-off'> {
  const scopes = WAYS.map((way) => `${way}:${templateId}`);
  if (works) {
    await tx.delete(channelPauses).where(inArray(channelPauses.scope, scopes));
    await settleIncident(tx, { kind: KIND, key: templateId, now });
    return 'template-on';
  }
  const until = new Date(now.getTime() + REST_MS);
  const pause = { until, errorCode: word, times: 1 };
  for (const scope of scopes) {
    await tx
      .insert(channelPauses)
      .values({ scope, since: now, ...pause })
      .onConflictDoUpdate({ target: channelPauses.scope, set: pause });
  }
  await raiseIncident(tx, { kind: KIND, key: templateId, data: { word }, now });
  return 'template-off';
}
