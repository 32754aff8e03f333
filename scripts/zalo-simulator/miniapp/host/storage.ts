import type { ShellFacts } from '../phone-api.ts';
import { notApproved } from './native-error.ts';
import type { LiveSettings } from './settings.ts';
import type { SimulatorLink } from './simulator.ts';

/** `nativeStorage` (§6.3): answers at once. The simulator keeps it per citizen, a copy stays here for a start without network. */
export interface NativeStorage {
  /** `ZaloJavaScriptInterface.processActionMPDS`: JSON in, JSON out. */
  process(json: string): string;
  /** The same as an action, for the deprecated functions that wait. */
  run(request: StorageRequest): object;
}

export interface StorageRequest {
  mpds_action?: string;
  mpds_data?: { keys?: string[]; map?: Record<string, string> };
}

export function openStorage(parts: {
  shell: ShellFacts;
  citizenId: string;
  settings: LiveSettings;
  simulator: SimulatorLink;
}): NativeStorage {
  const { shell, citizenId, settings, simulator } = parts;
  const copyKey = `sim.native.${shell.appId}.${citizenId}`;
  const entries = new Map(Object.entries(simulator.readStorage() ?? readCopy(copyKey)));

  function keep(): void {
    const map = Object.fromEntries(entries);
    localStorage.setItem(copyKey, JSON.stringify(map));
    simulator.keepStorage(map).catch(() => console.warn('The simulator did not take over nativeStorage'));
  }

  function run({ mpds_action, mpds_data: { keys = [], map = {} } = {} }: StorageRequest): object {
    switch (mpds_action) {
      case 'mpds.get':
        return { mpds_data: { map: Object.fromEntries([...entries].filter(([key]) => keys.includes(key))) } };
      case 'mpds.get.size':
        return {
          mpds_data: { size: [...entries].reduce((sum, [key, value]) => sum + 2 * (key.length + value.length), 0) },
        };
      case 'mpds.set':
        for (const [key, value] of Object.entries(map)) {
          // What was written last is the youngest, whether it is new or not.
          entries.delete(key);
          entries.set(key, String(value));
        }
        break;
      case 'mpds.remove.key':
        for (const key of keys) entries.delete(key);
        break;
      default:
        entries.clear();
    }
    keep();
    return { mpds_data: { error_keys: [] } };
  }

  return {
    run,
    process(json) {
      const action = 'action.zbrowser.mpds.sync';
      if (!settings.now().approved.includes('nativeStorage')) {
        const { code, message } = notApproved();
        return JSON.stringify({ error_code: code, error_message: message, action, data: {} });
      }
      return JSON.stringify({ error_code: 0, action, data: run(JSON.parse(json) as StorageRequest) });
    },
  };
}

function readCopy(key: string): Record<string, string> {
  const text = localStorage.getItem(key);
  return text === null ? {} : (JSON.parse(text) as Record<string, string>);
}
