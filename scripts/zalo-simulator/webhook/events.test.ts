import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CitizenAct } from '../control-api.ts';
import { type Kit, startKit } from '../testing/kit.ts';
import { documentedSample, shapeOf } from '../testing/samples.ts';
import { asArray, asObject, type JsonObject } from '../values.ts';

let kit: Kit;
let photoId: string;

beforeAll(async () => {
  kit = await startKit({ settings: { autoReceive: false } });
  const photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  photoId = await kit.control.photo(photo);
});
afterAll(() => kit.stop());

/** What the first attachment of an event says, and the bytes behind its address. */
async function fetched({ body }: { body: JsonObject }) {
  const payload = asObject(asObject(asArray(asObject(body.message).attachments)[0]).payload);
  const response = await fetch(String(payload.url));
  return {
    payload,
    bytes: Buffer.from(await response.arrayBuffer()),
    type: response.headers.get('content-type'),
  };
}

/** The last event of the name, after everything on its way has arrived. */
async function lastEvent(name: string) {
  await kit.simulator.idle();
  const event = kit.receiver.named(name).at(-1);
  if (!event) throw new Error(`no ${name} arrived`);
  return event;
}

describe('§1.6–1.8 what a citizen does arrives in the documented envelope', () => {
  const plain: [sample: string, act: () => CitizenAct][] = [
    ['user_send_text', () => ({ act: 'text', text: 'Đèn đường hỏng' })],
    ['user_send_text.quote', () => ({ act: 'text', text: 'Đã sửa rồi', quoteId: '0b9daf91515c031efa4e' })],
    ['user_send_image', () => ({ act: 'photos', photoIds: [photoId] })],
    ['user_send_image.caption', () => ({ act: 'photos', photoIds: [photoId], caption: 'Ổ gà' })],
    ['user_send_location', () => ({ act: 'location', latitude: 21.0285, longitude: 105.8542 })],
    ['user_send_sticker', () => ({ act: 'sticker' })],
    ['user_send_audio', () => ({ act: 'audio' })],
    ['user_send_video', () => ({ act: 'video' })],
    ['user_send_file', () => ({ act: 'file', name: 'don-phan-anh.pdf' })],
    ['user_send_gif', () => ({ act: 'gif', photoId })],
    ['user_send_link', () => ({ act: 'link', url: 'https://example.gov.vn/thong-bao', description: 'Thông báo' })],
    ['user_send_business_card', () => ({ act: 'businessCard' })],
    ['user_call_oa', () => ({ act: 'call' })],
    ['oa_call_user', () => ({ act: 'call', by: 'oa' })],
    ['follow', () => ({ act: 'follow' })],
    ['unfollow', () => ({ act: 'unfollow' })],
    ['user_withdraw', () => ({ act: 'withdraw' })],
    [
      'user_submit_info',
      () => ({
        act: 'submitInfo',
        name: 'Nguyễn Thị Mẫu',
        phone: '84900000001',
        ward: 'Láng',
        city: 'Hà Nội',
        address: 'Số 1',
      }),
    ],
  ];

  it.each(plain)('%s', async (sample, act) => {
    await kit.control.act(kit.citizen.id, act());
    const { body } = await lastEvent(sample.split('.')[0] ?? sample);
    const documented = documentedSample(sample);
    if (sample === 'user_submit_info') {
      // The simulator does not invent a date of birth and a gender.
      delete (documented.info as Record<string, unknown>).user_dob;
      delete (documented.info as Record<string, unknown>).gender;
    }
    expect(shapeOf(body)).toEqual(shapeOf(documented));
  });

  it('§1.8 the voice is an AMR file, and a chosen file arrives byte for byte with its checksum', async () => {
    await kit.control.act(kit.citizen.id, { act: 'audio' });
    const voice = await fetched(await lastEvent('user_send_audio'));
    expect([voice.bytes.subarray(0, 6).toString(), voice.type]).toEqual(['#!AMR\n', 'audio/amr']);

    const csv = Buffer.from('ma;noi dung\n1;Đèn hỏng\n');
    const fileId = await kit.control.file('danh-sach.csv', csv);
    await kit.control.act(kit.citizen.id, { act: 'file', name: 'danh-sach.csv', fileId });
    const file = await fetched(await lastEvent('user_send_file'));
    expect(file.bytes).toEqual(csv);
    expect(file.payload).toMatchObject({
      size: String(csv.length),
      name: 'danh-sach.csv',
      type: 'csv',
      checksum: createHash('md5').update(csv).digest('hex'),
    });
  });

  it('§3.5 a call to the OA and an answered one are interactions, one that rang in vain is none', async () => {
    const { id } = await kit.control.addCitizen('Ngô Văn Gọi');
    const last = () => kit.simulator.state().citizens.find((citizen) => citizen.id === id)?.lastInteractionAt;
    await kit.control.act(id, { act: 'call', by: 'oa', seconds: 0 });
    expect(last()).toBeNull();
    await kit.control.act(id, { act: 'call', by: 'oa', seconds: 20 });
    expect(last()).not.toBeNull();
  });

  it('§1.7 several photos become several events, the caption goes with the first', async () => {
    const before = kit.receiver.named('user_send_image').length;
    await kit.control.act(kit.citizen.id, { act: 'photos', photoIds: [photoId, photoId, photoId], caption: 'Rác' });
    await kit.simulator.idle();
    const events = kit.receiver.named('user_send_image').slice(before);
    expect(events).toHaveLength(3);
    expect(events.filter((event) => JSON.stringify(event.body).includes('Rác'))).toHaveLength(1);
  });

  it('§1.7 user_click_chatnow comes once, and only to somebody who never chatted', async () => {
    const newcomer = await kit.control.addCitizen('Vũ Thị Mới');
    await kit.control.act(newcomer.id, { act: 'chatnow' });
    await kit.control.act(newcomer.id, { act: 'chatnow' });
    await kit.control.act(kit.citizen.id, { act: 'chatnow' });
    const { body } = await lastEvent('user_click_chatnow');
    expect(kit.receiver.named('user_click_chatnow')).toHaveLength(1);
    expect(shapeOf(body)).toEqual(shapeOf(documentedSample('user_click_chatnow')));
  });

  it('§0.3 §9 ids lie beyond 2^53, and the two ids of one person differ', async () => {
    for (const { id, idByApp } of (await kit.control.state()).citizens) {
      expect(Number.isSafeInteger(Number(id))).toBe(false);
      expect(Number.isSafeInteger(Number(idByApp))).toBe(false);
      expect(id).not.toBe(idByApp);
    }
  });
});

describe('§1.9 who sent an OA message', () => {
  it('a person at the console: the echo carries a 16-digit admin_id', async () => {
    await kit.control.console(kit.citizen.id, { act: 'text', text: 'Cán bộ phường đang kiểm tra' });
    const { body } = await lastEvent('oa_send_text');
    expect(shapeOf(body)).toEqual(shapeOf(documentedSample('oa_send_text.admin')));
    expect(String((body.sender as { admin_id: string }).admin_id)).toMatch(/^\d{16}$/);
  });

  it('the app: no admin_id, and msg_id equals the message_id of the answer', async () => {
    const sent = await kit.cs({ text: 'Đã tiếp nhận' });
    const { body } = await lastEvent('oa_send_text');
    expect(shapeOf(body)).toEqual(shapeOf(documentedSample('oa_send_text')));
    expect((body.message as { msg_id: string }).msg_id).toBe(sent.data.message_id);
  });
});

describe('§1.9 an echo of the app with an empty admin_id', () => {
  it('is empty when the switch is on, and a console message keeps its own', async () => {
    await kit.control.settings({ webhook: { emptyAdminId: true } });
    await kit.cs({ text: 'Tin của ứng dụng' });
    expect((await lastEvent('oa_send_text')).body.sender).toMatchObject({ admin_id: '' });
    await kit.control.console(kit.citizen.id, { act: 'text', text: 'Tin của cán bộ' });
    expect((await lastEvent('oa_send_text')).body.sender).toMatchObject({
      admin_id: expect.stringMatching(/^\d{16}$/),
    });
    await kit.control.settings({ webhook: { emptyAdminId: false } });
  });
});

describe('§1.7 receipts and reactions', () => {
  it('received and seen have the OA as sender; seen carries an array', async () => {
    await kit.control.settings({ autoReceive: true });
    await kit.cs({ text: 'Một' });
    await kit.control.act(kit.citizen.id, { act: 'seen' });
    const received = await lastEvent('user_received_message');
    const seen = await lastEvent('user_seen_message');
    await kit.control.settings({ autoReceive: false });
    expect(shapeOf(received.body)).toEqual(shapeOf(documentedSample('user_received_message')));
    expect(shapeOf(seen.body)).toEqual(shapeOf(documentedSample('user_seen_message')));
  });

  it('a message typed by a person brings the app no receipts', async () => {
    await kit.control.act(kit.citizen.id, { act: 'seen' });
    await kit.simulator.idle();
    const before = kit.receiver.named('user_seen_message').length;
    await kit.control.console(kit.citizen.id, { act: 'text', text: 'Chào bà' });
    await kit.control.act(kit.citizen.id, { act: 'seen' });
    await kit.simulator.idle();
    expect(kit.receiver.named('user_seen_message')).toHaveLength(before);
  });

  it('user_reacted_message names the citizen as sender', async () => {
    const [message] = await kit.control.act(kit.citizen.id, { act: 'text', text: 'Cảm ơn' });
    await kit.control.act(kit.citizen.id, { act: 'react', messageId: message?.id ?? '', icon: '/-heart' });
    const { body } = await lastEvent('user_reacted_message');
    expect(shapeOf(body)).toEqual(shapeOf(documentedSample('user_reacted_message')));
  });
});

describe('§3.3 buttons', () => {
  it('oa.query.show speaks for the citizen and nothing marks it; oa.query.hide is not shown; a link sends nothing', async () => {
    const buttons = [
      { title: 'Hiện', type: 'oa.query.show', payload: '#hien' },
      { title: 'Ẩn', type: 'oa.query.hide', payload: '#an' },
      { title: 'Mở', type: 'oa.open.url', payload: { url: 'https://example.gov.vn/' } },
    ];
    const sent = await kit.cs({ text: 'Chọn', attachment: { type: 'template', payload: { buttons } } });
    const messageId = String(sent.data.message_id);
    const press = (buttonIndex: number) => kit.control.act(kit.citizen.id, { act: 'press', messageId, buttonIndex });

    expect(await press(0)).toMatchObject([{ from: 'citizen', kind: 'text', text: '#hien' }]);
    const { body } = await lastEvent('user_send_text');
    expect(shapeOf(body)).toEqual(shapeOf(documentedSample('user_send_text.button')));

    expect(await press(1)).toEqual([]);
    expect((await lastEvent('user_send_text')).body).toMatchObject({ message: { text: '#an' } });
    expect((await kit.control.messages(kit.citizen.id)).some((message) => message.text === '#an')).toBe(false);

    const before = kit.receiver.events.length;
    expect(await press(2)).toEqual([]);
    await kit.simulator.idle();
    expect(kit.receiver.events).toHaveLength(before);
  });
});
