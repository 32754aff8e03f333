import { type PhoneSettings, zaloVersionOf } from '../phone-settings.ts';
import type { LiveSettings } from './settings.ts';

/** The phone as the app can see it: user agent (§6.1), theme, language, size of type. */
export function dressUp(settings: LiveSettings): void {
  const { theme, language } = settings.now();
  window.zTheme = theme;
  window.zLanguage = language;
  const userAgent = userAgentOf(settings.now());
  Object.defineProperty(navigator, 'userAgent', { configurable: true, get: () => userAgent });
  const applySize = () => {
    const { typeSize } = settings.now();
    document.documentElement.style.fontSize = typeSize === 100 ? '' : `${typeSize}%`;
  };
  applySize();
  settings.onChange(applySize);
}

function userAgentOf(settings: PhoneSettings): string {
  const zalo = `ZaloTheme/${settings.theme} ZaloLanguage/${settings.language}`;
  const version = zaloVersionOf(settings);
  return settings.os === 'ios'
    ? `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Zalo iOS/${version} ${zalo}`
    : `Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UD1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 Zalo android/${version} ${zalo}`;
}
