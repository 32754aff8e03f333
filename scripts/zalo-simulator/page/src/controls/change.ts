import { changeSettings, type SettingsChange } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { acceptState, showAhead } from '../sim/store.ts';

/** Sends one change and takes the answer as the new truth; a refused change springs back. */
export async function change(wanted: SettingsChange): Promise<void> {
  const settle = showAhead(wanted);
  const state = await attempt(() => changeSettings(wanted));
  if (state) acceptState(state);
  settle();
}
