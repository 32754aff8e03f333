import sharp from 'sharp';
import { expect, test } from 'vitest';
import { startKit } from '../zalo-simulator/testing/kit.ts';
import { playOpeningScene } from './opening-scene.ts';
import { makePhoto } from './photo.ts';
import { SCENES } from './scenes.ts';

test('a dozen citizens follow and report, once', async () => {
  const kit = await startKit();
  try {
    const simulatorUrl = kit.simulator.url;
    expect(await playOpeningScene({ simulatorUrl, pace: 0 })).toBe(SCENES.length);
    await kit.simulator.idle();
    const sent = (name: string) => kit.receiver.named(name).length;
    expect(sent('follow')).toBe(SCENES.length);
    expect(sent('user_send_text')).toBe(SCENES.length);
    expect(sent('user_send_image')).toBeGreaterThan(SCENES.length);
    expect(sent('user_send_location')).toBeGreaterThan(8);
    expect(await playOpeningScene({ simulatorUrl, pace: 0 })).toBe(0);
  } finally {
    await kit.stop();
  }
}, 60_000);

test('two photos of one street are alike for people, but not the same picture', async () => {
  const [one, same, other] = await Promise.all([
    makePhoto('pothole', { place: 1_000, shot: 1 }),
    makePhoto('pothole', { place: 1_000, shot: 2 }),
    makePhoto('pothole', { place: 2_000, shot: 1 }),
  ]);
  expect(await difference(one, same)).toBeGreaterThan(2);
  expect(await difference(one, other)).toBeGreaterThan(await difference(one, same));
});

/** Mean difference of brightness, 0 to 255. */
async function difference(a: Buffer, b: Buffer): Promise<number> {
  const small = (photo: Buffer) => sharp(photo).resize(32, 24, { fit: 'fill' }).greyscale().raw().toBuffer();
  const [left, right] = await Promise.all([small(a), small(b)]);
  return left.reduce((sum, value, index) => sum + Math.abs(value - (right[index] ?? 0)), 0) / left.length;
}
