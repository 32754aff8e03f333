import { useSyncExternalStore } from 'react';
import { defaultPhone, type PhoneSettings, withPatch } from '../../../../miniapp/phone-settings.ts';

/** The phone's settings belong to this tab: the frame reads the same entry (`miniapp/host/settings.ts`). */
const KEY = 'sim.phone';

let settings = withPatch(defaultPhone, kept());
const listeners = new Set<() => void>();

export type PhonePatch = {
  [Key in keyof PhoneSettings]?: PhoneSettings[Key] extends readonly unknown[]
    ? PhoneSettings[Key]
    : PhoneSettings[Key] extends object
      ? Partial<PhoneSettings[Key]>
      : PhoneSettings[Key];
};

export function usePhoneSettings(): PhoneSettings {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => settings,
  );
}

export function changePhone(patch: PhonePatch): void {
  settings = withPatch(settings, patch);
  sessionStorage.setItem(KEY, JSON.stringify(settings));
  for (const listener of listeners) listener();
}

function kept(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}
