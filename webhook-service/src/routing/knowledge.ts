import type { Tx } from '../../../db/client.ts';
import type { RoutingKnowledge } from './assess.ts';
import type { WardMaps } from './boundaries/ward-maps.ts';
import { loadCategorySuggester } from './category-suggester.ts';
import { createRuleStore } from './rules/rule-store.ts';

/**
 * What a process knows about routing, and how it reads anew what staff may have changed of it. Takes half a second and some thirty
 * megabytes, so once a process, when it starts.
 */
export function createRoutingKnowledge({ wardMaps, now }: { wardMaps: WardMaps; now: () => Date }): {
  knowledge: RoutingKnowledge;
  refresh: (tx: Tx) => Promise<void>;
} {
  const rules = createRuleStore(now);
  const knowledge: RoutingKnowledge = {
    suggester: loadCategorySuggester(),
    get wardMap() {
      return wardMaps.wardMapAt(now());
    },
    rules: rules.rules,
    lists: rules.lists,
  };
  return {
    knowledge,
    refresh: async (tx) => {
      await rules.refresh(tx);
      await wardMaps.refresh(tx);
    },
  };
}
