import { readPreference, writePreference } from '../../preferences/store.ts';

const SEEN = 'yes';

/** On a phone whose storage is closed it holds until the app is closed; else the welcome would lead to itself. */
let isSeen = readPreference('seenWelcome') === SEEN;

export function hasSeenWelcome(): boolean {
  return isSeen;
}

export function noteSeenWelcome(): void {
  isSeen = true;
  writePreference('seenWelcome', SEEN);
}
