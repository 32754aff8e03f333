import { describe, expect, it } from 'vitest';
import { copiesOf, type Pair, photoOfPlace, photosOfOnePlace } from '../../../../scripts/bench/evidence/pairs.ts';
import { tamperings } from '../../../../scripts/bench/evidence/tampering.ts';
import { FINGERPRINT_SIDE, writeFingerprint } from '../../media/fingerprint-format.ts';
import { prepare } from './likeness/prepare.ts';
import { photosAlike, preparedAlike } from './photo-likeness.ts';

// Few places, because drawing and photographing one takes a third of a second; `bench:evidence` does it with forty.
const PLACES = [3, 4];
const wrong = (pairs: Pair[], expected: boolean) =>
  pairs.filter(({ one, two }) => photosAlike(one, two) !== expected || photosAlike(two, one) !== expected);
const namesOf = (pairs: Pair[]) => pairs.map((pair) => pair.name);

describe('a photo seen before', () => {
  it.each(PLACES)(
    'is recognised however it was changed (place %i)',
    async (place) => {
      const pairs = await copiesOf(place);
      expect(pairs).toHaveLength(Object.keys(tamperings).length);
      expect(namesOf(wrong(pairs, true))).toEqual([]);
    },
    30_000,
  );
});

describe('a new photo of a place', () => {
  it.each([0, 2, 3, 5])(
    'is new when the trouble is gone, also from the same stand (place %i)',
    async (place) => {
      const repaired = (await photosOfOnePlace(place)).filter((pair) => pair.kind === 'other');
      expect(repaired.length).toBeGreaterThanOrEqual(5);
      expect(namesOf(wrong(repaired, false))).toEqual([]);
    },
    30_000,
  );

  it('is new when it shows another place', async () => {
    const photos = await Promise.all([10, 11, 12].map(photoOfPlace));
    for (const one of photos) for (const two of photos) expect(photosAlike(one, two)).toBe(one === two);
  }, 30_000);
});

describe('fingerprints that cannot be compared', () => {
  const blank = writeFingerprint(new Uint8Array(FINGERPRINT_SIDE ** 2).fill(90));
  it('of another version are never alike, not even to themselves', () => {
    expect(photosAlike('g32:AAAA', 'g32:AAAA')).toBe(false);
    expect(photosAlike(blank, 'g32:AAAA')).toBe(false);
    expect(photosAlike('g32:AAAA', blank)).toBe(false);
  });

  it('of a picture with nothing on it are never alike: every dark night would be', () => {
    expect(photosAlike(blank, blank)).toBe(false);
  });

  it('prepared once or each time give the same answer', async () => {
    const [pair] = await copiesOf(7, ['mirrored']);
    const [one, two] = [prepare(pair?.one ?? ''), prepare(pair?.two ?? '')];
    expect(one && two && preparedAlike(one, two)).toBe(true);
  }, 30_000);
});

describe('what may differ in a copy', () => {
  const SIDE = FINGERPRINT_SIDE;
  /** Waves of many lengths: something to hold on to everywhere. */
  const wave = (x: number, y: number, turn: number) =>
    128 +
    45 * Math.sin(x / 3.1 + Math.cos(y / 4.7) * 2 + turn) +
    40 * Math.sin(y / 2.3 + Math.cos(x / 6.1) * 3 - turn) +
    20 * Math.sin((x * y) / 90);
  const drawn = (pixel: (x: number, y: number) => number) =>
    writeFingerprint(Uint8Array.from({ length: SIDE ** 2 }, (_, i) => pixel(i % SIDE, Math.floor(i / SIDE))));
  const original = drawn((x, y) => wave(x, y, 0));
  /** The original, with something else where `where` says so. */
  const changed = (where: (x: number, y: number) => boolean) => drawn((x, y) => wave(x, y, where(x, y) ? 2.5 : 0));

  it('is nothing at all', () =>
    expect(
      photosAlike(
        original,
        changed(() => false),
      ),
    ).toBe(true));

  it.each(['top', 'bottom', 'left', 'right'])('is a strip along the %s, up to a quarter', (edge) => {
    const distance = (x: number, y: number) =>
      ({ top: y, bottom: SIDE - 1 - y, left: x, right: SIDE - 1 - x })[edge] ?? SIDE;
    expect(
      photosAlike(
        original,
        changed((x, y) => distance(x, y) < 8),
      ),
    ).toBe(true);
    expect(
      photosAlike(
        original,
        changed((x, y) => distance(x, y) < 24),
      ),
    ).toBe(false);
  });

  it('is no strip in the middle and no spot, not even beside a caption', () => {
    const spot = (x: number, y: number) => x > 24 && x < 36 && y > 24 && y < 36;
    const caption = (_: number, y: number) => y >= 56;
    expect(photosAlike(original, changed(spot))).toBe(false);
    expect(
      photosAlike(
        original,
        changed((_, y) => y > 28 && y < 36),
      ),
    ).toBe(false);
    expect(
      photosAlike(
        original,
        changed((x, y) => spot(x, y) || caption(x, y)),
      ),
    ).toBe(false);
    const low = (x: number, y: number) => x > 24 && x < 36 && y > 42 && y < 52;
    expect(
      photosAlike(
        original,
        changed((x, y) => low(x, y) || caption(x, y)),
      ),
    ).toBe(false);
  });

  it('is no part of a strip: a caption is written over the whole length', () => {
    expect(
      photosAlike(
        original,
        changed((x, y) => y >= 54 && x < 20),
      ),
    ).toBe(false);
  });

  it('cannot be said of a picture that is glare for the most part', () => {
    const glaring = drawn((x, y) => (y < 44 ? 255 : wave(x, y, 0)));
    expect(
      photosAlike(
        glaring,
        drawn((x, y) => (y < 44 ? 254 : wave(x, y, 0))),
      ),
    ).toBe(false);
  });
});
