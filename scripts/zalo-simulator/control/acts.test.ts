import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '../clock.ts';
import { type Kit, startKit } from '../testing/kit.ts';
import { documentedSample, shapeOf } from '../testing/samples.ts';
import { asObject } from '../values.ts';

let kit: Kit;
let photoId: string;
beforeAll(async () => {
  kit = await startKit({ settings: { autoReceive: false } });
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#08a' } });
  photoId = await kit.control.photo(await picture.jpeg().toBuffer());
});
afterAll(() => kit.stop());

const events = async (name: string) => {
  await kit.simulator.idle();
  return kit.receiver.named(name).map(({ body }) => body);
};

describe('§1.9 officials at the OA console', () => {
  it('three are named in the state; an echo says by admin_id which of them it was', async () => {
    const { officials } = await kit.control.state();
    expect(officials).toHaveLength(3);
    await kit.control.act(kit.citizen.id, { act: 'text', text: 'Chào' });
    for (const { adminId } of officials) {
      await kit.control.console(kit.citizen.id, { act: 'text', text: 'Chào bạn', adminId });
    }
    const senders = (await events('oa_send_text')).map((body) => asObject(body.sender).admin_id);
    expect(senders.toSorted()).toEqual(officials.map(({ adminId }) => adminId).toSorted());
  });

  it('a document goes out as oa_send_file with name, size and checksum', async () => {
    const fileId = await kit.control.file('bien-ban.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'));
    const message = await kit.control.consoleFile(kit.citizen.id, 'bien-ban.pdf', { fileId });
    expect(message).toMatchObject({ kind: 'file', from: 'official', file: { name: 'bien-ban.pdf', size: 15 } });
    const { admin_id: _admin, ...documented } = asObject(asObject(documentedSample('oa_send_file')).sender);
    const body = (await events('oa_send_file')).at(-1);
    expect(shapeOf({ ...body, sender: documented })).toEqual(shapeOf(documentedSample('oa_send_file')));
    expect(JSON.stringify(body)).toContain('"size":"15"');
  });

  it('several pictures are several echoes, the words with the first; the quote may be any message', async () => {
    const [asked] = await kit.control.act(kit.citizen.id, { act: 'businessCard' });
    const sent = await kit.control.consoleImages(kit.citizen.id, [photoId, photoId], {
      text: 'Kết quả: đã thay bóng',
      quoteId: asked?.id ?? '',
    });
    expect(sent.map(({ text, quoteId }) => [text, quoteId])).toEqual([
      ['Kết quả: đã thay bóng', asked?.id],
      [undefined, undefined],
    ]);
    expect(await events('oa_send_image')).toHaveLength(2);
    const elsewhere = kit.control.console(kit.citizen.id, { act: 'text', text: 'x', quoteId: 'ffffffffffffffffffff' });
    await expect(elsewhere).rejects.toThrow('trích dẫn');
  });

  it('§3.5 may write until 365 days after the last interaction, long after the app may not', async () => {
    await kit.control.advance(364 * DAY);
    await kit.control.console(kit.citizen.id, { act: 'text', text: 'Sau gần một năm' });
    await kit.control.advance(2 * DAY);
    await expect(kit.control.console(kit.citizen.id, { act: 'text', text: 'Muộn' })).rejects.toThrow('365');
    await kit.control.resetClock();
  });

  it('§5 tags put by hand are told and seen by the app, and taken off again', async () => {
    await kit.control.console(kit.citizen.id, { act: 'tag', name: 'Phường Láng', on: true });
    const state = await kit.control.state();
    expect(state.tags).toContain('Phường Láng');
    expect(state.citizens.find(({ id }) => id === kit.citizen.id)?.tags).toEqual(['Phường Láng']);
    expect(shapeOf((await events('add_user_to_tag')).at(-1))).toEqual(shapeOf(documentedSample('add_user_to_tag')));
    await kit.control.console(kit.citizen.id, { act: 'tag', name: 'Phường Láng', on: false });
    expect(await events('remove_user_from_tag')).toHaveLength(1);
  });

  it('a reaction by hand is told without a name', async () => {
    const [thanks] = await kit.control.act(kit.citizen.id, { act: 'text', text: 'Cảm ơn' });
    await kit.control.console(kit.citizen.id, { act: 'react', messageId: thanks?.id ?? '', icon: '/-heart' });
    expect(shapeOf((await events('oa_reacted_message')).at(-1))).toEqual(
      shapeOf(documentedSample('oa_reacted_message')),
    );
  });
});

describe('§1.7 anonymous people', () => {
  it.each([
    ['image', () => ({ photoId })],
    ['file', () => ({ file: 'don.pdf' })],
    ['sticker', () => ({ sticker: true as const })],
  ])('send %s as in the sample', async (kind, act) => {
    await kit.control.anonymous(act());
    const name = `anonymous_send_${kind}`;
    expect(shapeOf((await events(name)).at(-1))).toEqual(shapeOf(documentedSample(name)));
  });

  it('stay in one conversation when they write again', async () => {
    const first = await kit.control.anonymous('Cho hỏi');
    const { anonymousId, conversationId } = first;
    const second = await kit.control.anonymous({ anonymousId, conversationId, sticker: true });
    expect(second).toMatchObject({ anonymousId, conversationId });
    expect(second.messageId).not.toBe(first.messageId);
  });
});

it('§3.8 a citizen’s reaction shows on the message until it is taken back', async () => {
  const message = await kit.control.console(kit.citizen.id, { act: 'text', text: 'Đã xong' });
  const shown = async () => (await kit.control.messages(kit.citizen.id)).find(({ id }) => id === message.id);
  await kit.control.act(kit.citizen.id, { act: 'react', messageId: message.id, icon: '/-strong' });
  expect((await shown())?.citizenReaction).toBe('/-strong');
  await kit.control.act(kit.citizen.id, { act: 'react', messageId: message.id, icon: '/-remove' });
  expect(await shown()).not.toHaveProperty('citizenReaction');
});

it('§2.2 tokens can die untold: no event, every call -216', async () => {
  const own = await startKit();
  await own.control.revoke({ silent: true });
  await own.simulator.idle();
  expect(own.receiver.named('permission_revoked')).toEqual([]);
  expect((await own.get('/v2.0/oa/getoa', {})).error).toBe(-216);
  expect((await own.control.state()).granted).toBe(false);
  await own.stop();
});
