/** Small choices of this phone: not personal, so the browser's own storage is enough. A full or closed storage forgets them. */
type Preference = 'person' | 'language' | 'theme' | 'textSize' | 'seenWelcome' | 'askedFollow' | 'askedNotify';

export function readPreference(name: Preference): string | null {
  try {
    return localStorage.getItem(`pref:${name}`);
  } catch {
    return null;
  }
}

export function writePreference(name: Preference, value: string): void {
  try {
    localStorage.setItem(`pref:${name}`, value);
  } catch {
    // It holds until the app is closed.
  }
}
