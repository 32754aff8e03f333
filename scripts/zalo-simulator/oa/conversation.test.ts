import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECOND } from '../clock.ts';
import type { CitizenAct } from '../control-api.ts';
import { type Kit, startKit } from '../testing/kit.ts';

interface Item {
  src: number;
  time: number;
  type: string;
  message: string;
  message_id: string;
  from_id: string;
  to_id: string;
  url?: string;
  thumb?: string;
}

let kit: Kit;
beforeAll(async () => {
  kit = await startKit();
});
afterAll(() => kit.stop());

async function items(path: 'conversation' | 'listrecentchat', data: object): Promise<Item[]> {
  const { body } = await kit.get(`/v2.0/oa/${path}`, data);
  expect(body.error).toBe(0);
  expect(Array.isArray(body.data)).toBe(true);
  return body.data as Item[];
}

describe('§5 conversation', () => {
  it('a bare array, newest first, ten a page, both directions, times as numbers', async () => {
    const { id } = kit.citizen;
    for (let index = 1; index <= 11; index += 1) {
      await kit.control.act(id, { act: 'text', text: `Tin ${index}` });
      await kit.control.advance(SECOND);
    }
    await kit.cs({ text: 'Trả lời' });
    const first = await items('conversation', { user_id: id, offset: 0, count: 10 });
    const second = await items('conversation', { user_id: id, offset: 10, count: 10 });
    expect(first.map((item) => item.message).slice(0, 3)).toEqual(['Trả lời', 'Tin 11', 'Tin 10']);
    expect(second.map((item) => item.message)).toEqual(['Tin 2', 'Tin 1']);
    expect(first[0]).toMatchObject({ src: 0, type: 'text', to_id: id });
    expect(first[1]).toMatchObject({ src: 1, type: 'text', from_id: id });
    expect(first.every((item) => typeof item.time === 'number' && item.message_id.length === 20)).toBe(true);
  });

  it('a photo carries url and thumb of the webhook event', async () => {
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    const photoId = await kit.control.photo(photo);
    const [sent] = await kit.control.act(kit.citizen.id, { act: 'photos', photoIds: [photoId] });
    const [newest] = await items('conversation', { user_id: kit.citizen.id, offset: 0, count: 1 });
    expect(newest).toMatchObject({ message_id: sent?.id, url: sent?.imageUrl, thumb: sent?.thumbnailUrl });
  });

  it('every kind carries the media keys of §5, so that a gap can be repaired; a call is no message', async () => {
    const { id } = await kit.control.addCitizen('Mai Thị Đủ');
    const acts: CitizenAct[] = [
      { act: 'sticker' },
      { act: 'audio' },
      { act: 'video' },
      { act: 'file', name: 'don.pdf' },
      { act: 'link', url: 'https://example.gov.vn/a', description: 'Thông báo' },
      { act: 'businessCard' },
      { act: 'location', latitude: 21.03, longitude: 105.85 },
      { act: 'call' },
    ];
    for (const act of acts) {
      await kit.control.act(id, act);
      await kit.control.advance(SECOND);
    }
    const address = expect.stringMatching(/^https?:/);
    expect((await items('conversation', { user_id: id, offset: 0, count: 10 })).reverse()).toEqual(
      [
        { type: 'sticker', url: address, thumb: address },
        { type: 'voice', url: address },
        { type: 'video', url: address, thumb: address },
        { type: 'file', url: address, description: 'don.pdf' },
        { type: 'link', links: [expect.objectContaining({ url: address, description: 'Thông báo' })] },
        { type: 'link', links: [expect.objectContaining({ url: address })] },
        { type: 'location' },
      ].map((item) => expect.objectContaining(item)),
    );
  });

  it('events the webhook missed are still there', async () => {
    await kit.control.settings({ webhook: { subscribed: false } });
    await kit.control.act(kit.citizen.id, { act: 'text', text: 'Lúc mất mạng' });
    await kit.control.resubscribe();
    const [newest] = await items('conversation', { user_id: kit.citizen.id, offset: 0, count: 1 });
    expect(newest?.message).toBe('Lúc mất mạng');
    expect(kit.receiver.events.some((event) => event.raw.includes('Lúc mất mạng'))).toBe(false);
  });

  it('§11.2 count above 10 is refused, and so are plain query parameters', async () => {
    const error = async (data: object) => (await kit.get('/v2.0/oa/conversation', data)).error;
    expect(await error({ user_id: kit.citizen.id, offset: 0, count: 11 })).not.toBe(0);
    const headers = { access_token: kit.accessToken };
    const plain = await kit.call(`/v2.0/oa/conversation?user_id=${kit.citizen.id}&offset=0&count=5`, { headers });
    expect(plain.error).not.toBe(0);
  });
});

describe('§5 listrecentchat', () => {
  it('the latest message of each chat, newest chat first, ten a page', async () => {
    const other = await kit.control.addCitizen('Bùi Văn Sau');
    await kit.control.advance(SECOND);
    await kit.control.act(other.id, { act: 'text', text: 'Tôi mới tới' });
    const recent = await items('listrecentchat', { offset: 0, count: 10 });
    expect(recent.slice(0, 2).map((item) => item.message)).toEqual(['Tôi mới tới', 'Lúc mất mạng']);
    expect((await kit.get('/v2.0/oa/listrecentchat', { offset: 0, count: 11 })).error).not.toBe(0);
  });
});
