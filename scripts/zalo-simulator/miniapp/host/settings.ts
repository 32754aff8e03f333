import { defaultPhone, type PhoneSettings, withPatch } from '../phone-settings.ts';
import { parameterOnce } from './shell.ts';

export const SETTINGS_KEY = 'sim.phone';

export interface LiveSettings {
  now(): PhoneSettings;
  change(patch: unknown): void;
  onChange(listener: (now: PhoneSettings, before: PhoneSettings) => void): void;
}

/** The settings of this tab; `?sim=<json>` starts them, the phone around the frame or a test changes them. */
export function openSettings(): LiveSettings {
  const kept = parameterOnce('sim', SETTINGS_KEY);
  let settings = withPatch(defaultPhone, kept === undefined ? {} : parsed(kept));
  const listeners: ((now: PhoneSettings, before: PhoneSettings) => void)[] = [];
  return {
    now: () => settings,
    change(patch) {
      const before = settings;
      settings = withPatch(settings, patch);
      sessionStorage.setItem(SETTINGS_KEY, JSON.stringify(settings));
      for (const listener of listeners) listener(settings, before);
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    console.warn('?sim= is not JSON and was left out');
    return {};
  }
}
