/** Zalo refuses more than 2 000 characters; ours stop at 500, because nobody reads on (domain-hanoi §6.2 rule 2). */
export const MAX_MESSAGE_LENGTH = 500;

/**
 * A message within the limit, whatever the citizen wrote: `build` is given less and less room for the variable words until
 * the whole fits. Names, codes, times and links are never cut. `most`: the room to begin with, in characters.
 */
export function fitted(build: (room: number) => string, most = 140): string {
  for (const room of [320, 240, 180, 140, 100, 70, 45, 25].filter((size) => size <= most)) {
    const text = build(room).normalize('NFC');
    if ([...text].length <= MAX_MESSAGE_LENGTH) return text;
  }
  return shorten(build(12), MAX_MESSAGE_LENGTH);
}

/**
 * The same for words that should not be cut: first gives up what is said only for completeness (`full` is false), and cuts
 * only when even that is not enough. `room`: the length, in characters, up to which the words stay whole.
 */
export function fittedWhole(build: (room: number, full: boolean) => string, room: number): string {
  for (const full of [true, false]) {
    const text = build(room, full).normalize('NFC');
    if ([...text].length <= MAX_MESSAGE_LENGTH) return text;
  }
  return fitted((less) => build(less, false), room);
}

/**
 * Shortens the citizen's own words inside a message: cuts at a space and says so with an ellipsis.
 * Counts code points of NFC text, the strictest reading of the platform's limits.
 */
export function shorten(text: string, limit: number): string {
  const points = [...text.normalize('NFC')];
  if (points.length <= limit) return points.join('');
  const cut = points.slice(0, limit - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\s,.;:–-]+$/, '')}…`;
}
