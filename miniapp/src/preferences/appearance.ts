/** Theme and text size: what the person chose, else what the phone says. */
import { useSyncExternalStore } from 'react';
import { zalo } from '../zalo/index.ts';
import { readPreference, writePreference } from './store.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
/** Per cent of the phone's own size. */
export const textSizes = [100, 115, 130, 150] as const;
export type TextSize = (typeof textSizes)[number];

export interface Appearance {
  theme: Theme;
  textSize: TextSize;
}

let appearance: Appearance = {
  theme: themes.find((theme) => theme === readPreference('theme')) ?? 'system',
  textSize: textSizes.find((size) => String(size) === readPreference('textSize')) ?? 100,
};
const listeners = new Set<() => void>();

export function useAppearance(): Appearance {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => appearance,
  );
}

export function setAppearance(change: Partial<Appearance>): void {
  appearance = { ...appearance, ...change };
  writePreference('theme', appearance.theme);
  writePreference('textSize', String(appearance.textSize));
  applyAppearance();
  for (const listener of listeners) listener();
}

/** Zalo's own theme counts where the person has chosen none: inside Zalo the phone's may differ from it. */
export function applyAppearance(): void {
  const { theme, textSize } = appearance;
  const chosen = theme === 'system' ? zalo.theme() : theme;
  const root = document.documentElement;
  if (chosen) root.dataset.theme = chosen;
  else delete root.dataset.theme;
  root.style.fontSize = textSize === 100 ? '' : `${textSize}%`;
}
