import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { drafts } from '../../../../db/schema/index.ts';
import type { RoutingKnowledge } from '../../routing/assess.ts';
import { withChoice } from '../../routing/category-choice.ts';

/** What is known, and in this draft's case also which category its writer chose in the Mini App. */
export async function withCitizensChoice(
  tx: Tx,
  draftId: number | null,
  knowledge: RoutingKnowledge,
): Promise<RoutingKnowledge> {
  if (draftId === null) return knowledge;
  const [draft] = await tx.select({ content: drafts.content }).from(drafts).where(eq(drafts.id, draftId));
  return knowingChoice(knowledge, draft?.content.chosen?.categoryCode);
}

export function knowingChoice(knowledge: RoutingKnowledge, chosen: string | undefined): RoutingKnowledge {
  if (chosen === undefined) return knowledge;
  const { suggester } = knowledge;
  return { ...knowledge, suggester: { suggest: (text) => withChoice(suggester.suggest(text), chosen) } };
}
