/** Sends what waits, wherever in the app the person is. */
export function DraftSender() {
  return null;
}
