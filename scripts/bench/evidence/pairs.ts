/** Pairs of photos of which we know whether they are one photo or two. */
import { fingerprintOf } from '../../../webhook-service/src/media/photo-fingerprint.ts';
import { anyLight, noon, type Shot, straight, takePhoto } from './camera.ts';
import { drawPlace, type Place } from './places.ts';
import { between, type Random, randomFrom } from './random.ts';
import { tamperings } from './tampering.ts';

export interface Pair {
  /** `copy`: one photo, tampered with. `other`: two photos, and something has changed. `again`: two photos, and nothing has. */
  kind: 'copy' | 'other' | 'again';
  name: string;
  one: string;
  two: string;
}

/** Every way to copy the photo of a place, or the named ones. */
export async function copiesOf(seed: number, names: readonly string[] = Object.keys(tamperings)): Promise<Pair[]> {
  const random = randomFrom(seed + 1000);
  const original = await takePhoto(await drawPlace(seed), { ...straight, light: anyLight(random), grain: seed });
  const one = await fingerprintOf(original);
  const pairs: Pair[] = [];
  for (const name of names) {
    const tamper = tamperings[name];
    if (tamper === undefined) throw new Error(`no such tampering: ${name}`);
    pairs.push({ kind: 'copy', name, one, two: await fingerprintOf(await tamper(original, random)) });
  }
  return pairs;
}

/** Before and after the repair, from the same place, nearly the same and another one; and the same trouble photographed again. */
export async function photosOfOnePlace(seed: number): Promise<Pair[]> {
  const random = randomFrom(seed + 2000);
  const place = await drawPlace(seed);
  const small = await drawPlace(seed, between(random, 0.06, 0.12));
  const light = anyLight(random);
  const before = (of: Place) => shoot(of, random, { light });
  const [one, ofSmall] = [await before(place), await before(small)];
  const after = { after: true, light: anyLight(random) };
  const pair = async (name: string, first: string, of: Place, shot: Partial<Shot>): Promise<Pair> => {
    const kind = shot.after ? 'other' : 'again';
    return { kind, name, one: first, two: await shoot(of, random, shot) };
  };
  return [
    await pair('repaired, same stand, same light', one, place, { after: true, light }),
    await pair('repaired, same stand, other light', one, place, after),
    await pair('repaired, nearly the same stand', one, place, { ...after, ...aStepAside(random, 0.03) }),
    await pair('repaired, other stand', one, place, { ...after, ...aStepAside(random, 0.08) }),
    await pair('small trouble (6–12 % of the width) repaired', ofSmall, small, {
      ...after,
      ...aStepAside(random, 0.03),
    }),
    await pair('not repaired, other stand and light', one, place, { light: after.light, ...aStepAside(random, 0.08) }),
    await pair('not repaired, pressed twice', one, place, { light, aside: 0.005, zoom: 1.01, degrees: 0.5 }),
  ];
}

/** The fingerprint of a place of its own. */
export async function photoOfPlace(seed: number): Promise<string> {
  return shoot(await drawPlace(seed), randomFrom(seed + 3000), { light: noon });
}

async function shoot(place: Place, random: Random, shot: Partial<Shot>): Promise<string> {
  return fingerprintOf(await takePhoto(place, { ...straight, ...shot, grain: Math.floor(random() * 1e6) }));
}

function aStepAside(random: Random, most: number): Partial<Shot> {
  const way = () => (random() < 0.5 ? -1 : 1) * between(random, most / 5, most);
  return { aside: way(), down: way() / 2, zoom: 1 + way(), degrees: way() * 60 };
}
