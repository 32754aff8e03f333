import type { Sim } from '../context.ts';
import { defaultSettings } from '../settings.ts';
import { initialData } from '../state.ts';

/**
 * Back to the first day: chats, citizens, clock, switches, waiting deliveries. The OA's tokens stay, because a service that
 * is connected would otherwise lose its only refresh token (§2.2).
 */
export function resetAll(sim: Sim) {
  const { data } = sim.store;
  sim.webhook.forget();
  sim.clock.reset();
  sim.wire.clear();
  sim.media.clear();
  const { webhook, miniapp } = data.settings;
  const fresh = initialData(defaultSettings({ webhookUrl: webhook.url, miniappWebhookUrl: miniapp.webhookUrl }));
  sim.store.replace({ ...fresh, granted: data.granted, pairs: data.pairs, codes: data.codes });
  sim.changed();
  return sim.state();
}
