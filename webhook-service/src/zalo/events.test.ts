import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OaEvent } from './event-types.ts';
import { parseOaEvent } from './events.ts';

const FOLDER = new URL('../../test/fixtures/zalo-events/', import.meta.url);
const OA = '2910384756102938475';
const USER = '8170263549182736450';
const BY_APP = '5036271849506172839';
const SAMPLES = readdirSync(FOLDER).filter((file) => file !== '_index.json');
const sample = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Record<string, unknown>;

const picture = {
  url: 'https://f20-zpc.zdn.vn/8102937465019283746/ab91c27d30ef58126a4b.jpg',
  thumbnailUrl: 'https://t.f20.photo.talk.zdn.vn/8102937465019283746/ab91c27d30ef58126a4b.jpg',
};
const pdf = { sizeBytes: 184320, name: 'don-phan-anh.pdf', extension: 'pdf' };

/** Sample → what the application is told, and the dedupe key. */
const EXPECTED: [string, OaEvent, string][] = [
  [
    'user_send_text',
    {
      type: 'user_text',
      messageId: '0fbda1197a621b7f1492',
      quotedMessageId: null,
      text: 'Đèn đường trước nhà số 12 bị hỏng từ hôm qua',
    },
    'user_send_text|0fbda1197a621b7f1492',
  ],
  [
    'user_send_text.quote',
    {
      type: 'user_text',
      messageId: '80ebb0d0c9715e58bd6e',
      quotedMessageId: '0b9daf91515c031efa4e',
      text: 'Đã sửa rồi, cảm ơn',
    },
    'user_send_text|80ebb0d0c9715e58bd6e',
  ],
  [
    'user_send_image',
    {
      type: 'user_image',
      messageId: '1b6fc7cf921e41652e13',
      quotedMessageId: null,
      caption: '',
      pictures: [picture],
      animated: false,
    },
    'user_send_image|1b6fc7cf921e41652e13',
  ],
  [
    'user_send_image.caption',
    {
      type: 'user_image',
      messageId: 'd4ffeab6b8f237827da7',
      quotedMessageId: null,
      caption: 'Ổ gà trên đường Lê Lợi',
      pictures: [picture],
      animated: false,
    },
    'user_send_image|d4ffeab6b8f237827da7',
  ],
  [
    'user_send_gif',
    {
      type: 'user_image',
      messageId: '85711d1e9940fcabff16',
      quotedMessageId: null,
      caption: '',
      pictures: [{ url: 'https://g.zdn.vn/a/1.gif', thumbnailUrl: 'https://g.zdn.vn/a/1.jpg' }],
      animated: true,
    },
    'user_send_gif|85711d1e9940fcabff16',
  ],
  [
    'user_send_location',
    {
      type: 'user_location',
      messageId: 'ffb87e1fc3b2793ebf1a',
      quotedMessageId: null,
      latitude: 10.7769331,
      longitude: 106.7009238,
      text: '',
    },
    'user_send_location|ffb87e1fc3b2793ebf1a',
  ],
  [
    'user_send_link',
    {
      type: 'user_link',
      messageId: 'b0d35d598a187b7317b3',
      quotedMessageId: null,
      url: 'https://example.gov.vn/thong-bao',
      description: 'Thông báo cấp nước',
      text: 'https://example.gov.vn/thong-bao',
    },
    'user_send_link|b0d35d598a187b7317b3',
  ],
  [
    'user_send_audio',
    {
      type: 'user_audio',
      messageId: '4d7e3024517c5e371dfb',
      quotedMessageId: null,
      url: 'https://voice-aac-dl.zdn.vn/5019283746501928374/9c0e71b2a4.amr',
    },
    'user_send_audio|4d7e3024517c5e371dfb',
  ],
  [
    'user_send_video',
    {
      type: 'user_video',
      messageId: '2a17de1a919b5bb57d62',
      quotedMessageId: null,
      url: 'https://video-dl.zdn.vn/7461/0a92bd.mp4',
      thumbnailUrl: 'https://video-thumb.zdn.vn/7461/0a92bd.jpg',
      description: '',
    },
    'user_send_video|2a17de1a919b5bb57d62',
  ],
  [
    'user_send_sticker',
    { type: 'user_sticker', messageId: '31528b427a9ff952de51', quotedMessageId: null },
    'user_send_sticker|31528b427a9ff952de51',
  ],
  [
    'user_send_file',
    {
      type: 'user_file',
      messageId: 'd583bb70c8a6b5be37ee',
      quotedMessageId: null,
      file: { url: 'https://file-dl.zdn.vn/3746501928/7d20c91b/don-phan-anh.pdf', ...pdf },
      text: '',
    },
    'user_send_file|d583bb70c8a6b5be37ee',
  ],
  [
    'user_send_business_card',
    { type: 'user_business_card', messageId: '49144f4dd6172a7c6d6b', quotedMessageId: null },
    'user_send_business_card|49144f4dd6172a7c6d6b',
  ],
  ['follow', { type: 'follow', source: 'oa_profile' }, `follow|1791342016000|${USER}`],
  ['unfollow', { type: 'unfollow', source: 'oa_profile' }, `unfollow|1791342017000|${USER}`],
  ['user_click_chatnow', { type: 'chatnow' }, `user_click_chatnow|1791342000900|${USER}`],
  ['user_withdraw', { type: 'user_withdraw' }, `user_withdraw|1791342021400|${USER}`],
  [
    'user_received_message',
    { type: 'received', messageId: '0b9daf91515c031efa4e' },
    'user_received_message|0b9daf91515c031efa4e',
  ],
  [
    'oa_send_text',
    {
      type: 'oa_echo',
      kind: 'text',
      messageId: '0b9daf91515c031efa4e',
      quotedMessageId: null,
      text: 'Đã tiếp nhận phản ánh PA-2026-000123',
      pictures: [],
      files: [],
      adminId: null,
    },
    'oa_send_text|0b9daf91515c031efa4e',
  ],
  [
    'oa_send_text.admin',
    {
      type: 'oa_echo',
      kind: 'text',
      messageId: '298a044ebd4987394344',
      quotedMessageId: null,
      text: 'Chào anh/chị, cán bộ phường đang kiểm tra',
      pictures: [],
      files: [],
      adminId: '6409182735461029',
    },
    'oa_send_text|298a044ebd4987394344',
  ],
  [
    'oa_send_image',
    {
      type: 'oa_echo',
      kind: 'image',
      messageId: '50a1f997b2dd8de6c467',
      quotedMessageId: null,
      text: 'Ảnh sau khi xử lý',
      pictures: [picture],
      files: [],
      adminId: null,
    },
    'oa_send_image|50a1f997b2dd8de6c467',
  ],
  [
    'oa_send_file',
    {
      type: 'oa_echo',
      kind: 'file',
      messageId: '2720bb673df8d462eedf',
      quotedMessageId: null,
      text: '',
      pictures: [],
      files: [
        { url: 'https://file-dl.zdn.vn/55/ket-qua.pdf', name: 'ket-qua.pdf', sizeBytes: 90112, extension: 'pdf' },
      ],
      adminId: null,
    },
    'oa_send_file|2720bb673df8d462eedf',
  ],
];

describe("Zalo's sample events", () => {
  it.each(EXPECTED)('%s is read as documented', (name, event, dedupeKey) => {
    const parsed = parseOaEvent(sample(name), OA);
    expect(parsed).toMatchObject({ kind: 'event', event, dedupeKey, userId: USER, userIdByApp: BY_APP });
  });

  it('are all there and none is unknown or unreadable', () => {
    expect(SAMPLES).toHaveLength(69);
    for (const file of SAMPLES) {
      const parsed = parseOaEvent(sample(file.replace('.json', '')), OA);
      if (file.startsWith('miniapp.')) expect(parsed).toEqual({ kind: 'ignored', why: 'not-an-event' });
      else if (file.includes('console-test')) expect(parsed).toEqual({ kind: 'ignored', why: 'console-check' });
      else expect(parsed, file).toMatchObject({ kind: 'event', name: file.split('.')[0] });
    }
  });

  it('have different dedupe keys, and the same one again when redelivered', () => {
    const bodies = SAMPLES.map((file) => sample(file.replace('.json', '')));
    // The samples reuse one id in two event families; only equal event names could collide.
    const keys = bodies.map((body) => parseOaEvent(body, OA)).flatMap((p) => (p.kind === 'event' ? [p.dedupeKey] : []));
    expect(new Set(keys).size).toBe(keys.length);
    expect(bodies.map((b) => parseOaEvent(b, OA))).toEqual(bodies.map((b) => parseOaEvent(structuredClone(b), OA)));
  });

  it('seen lists its messages, and the reaction says who and what', () => {
    expect(parseOaEvent(sample('user_seen_message'), OA)).toMatchObject({
      userId: USER,
      event: { type: 'seen', messageIds: ['0b9daf91515c031efa4e', '298a044ebd4987394344'] },
    });
    expect(parseOaEvent(sample('user_reacted_message'), OA)).toMatchObject({ event: { by: 'user', icon: '/-heart' } });
    expect(parseOaEvent(sample('oa_reacted_message'), OA)).toMatchObject({ userId: USER, event: { by: 'oa' } });
  });

  it('anonymous people, phone numbers and groups are never taken for a Zalo user', () => {
    expect(parseOaEvent(sample('anonymous_send_text'), OA)).toMatchObject({
      userId: null,
      userIdByApp: null,
      event: { type: 'anonymous_message', anonymousId: 'c0f1e7a95b2d', conversationId: '9e1d72f04ab6c358' },
    });
    expect(parseOaEvent(sample('user_received_message.zns'), OA)).toMatchObject({
      userId: null,
      event: { type: 'zns_received', deliveredAt: new Date(1791342015200), trackingId: 'PA-2026-000123-done' },
    });
    expect(parseOaEvent(sample('oa_send_anonymous_text'), OA)).toMatchObject({
      userId: null,
      event: { type: 'other' },
    });
    expect(parseOaEvent(sample('oa_send_group_text'), OA)).toMatchObject({ userId: null, event: { type: 'other' } });
  });
});
