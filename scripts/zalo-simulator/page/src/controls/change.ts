import type { SimState } from '../../../control-api.ts';
import { changeSettings, type SettingsChange } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { acceptState, currentState } from '../sim/store.ts';

/** Sends one change and takes the answer as the new truth. */
export async function change(wanted: SettingsChange): Promise<void> {
  const before = currentState();
  // At once, so that a switch moves under the finger; put back when the simulator refuses.
  if (before) acceptState(merged(before, wanted));
  const state = (await attempt(() => changeSettings(wanted))) ?? before;
  if (state) acceptState(state);
}

function merged(state: SimState, { webhook, ...rest }: SettingsChange): SimState {
  const settings = { ...state.settings, ...rest, webhook: { ...state.settings.webhook, ...webhook } };
  return { ...state, settings };
}
