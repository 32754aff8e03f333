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
