import type { ShellFacts } from '../phone-api.ts';
import type { NativeEvents } from './events.ts';
import type { Pane } from './pane.ts';
import type { People } from './permission.ts';
import type { LiveSettings } from './settings.ts';
import type { SimulatorLink } from './simulator.ts';

/** What every action of native code may use. */
export interface Phone {
  shell: ShellFacts;
  settings: LiveSettings;
  pane: Pane;
  people: People;
  simulator: SimulatorLink;
  events: NativeEvents;
}

export type Params = Record<string, unknown>;
/** What stands in `data` of native code's answer. @throws NativeError to refuse. */
export type Action = (params: Params, phone: Phone) => object | Promise<object>;
