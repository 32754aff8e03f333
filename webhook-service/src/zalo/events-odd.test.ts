import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOaEvent } from './events.ts';

const OA = '2910384756102938475';
const USER = '8170263549182736450';

interface Body {
  event_name?: unknown;
  message?: Record<string, unknown>;
  [key: string]: unknown;
}
const body = (over: Body = {}): Body => ({
  app_id: '4102938475610293847',
  sender: { id: USER },
  recipient: { id: OA },
  event_name: 'user_send_text',
  message: { msg_id: 'a1b2c3d4e5f6', text: 'Đèn hỏng' },
  timestamp: '1791342001000',
  ...over,
});
const keyOf = (over: Body): string => {
  const parsed = parseOaEvent(body(over), OA);
  if (parsed.kind !== 'event') throw new Error(parsed.why);
  return parsed.dedupeKey;
};
const place = (coordinates: unknown) =>
  body({
    event_name: 'user_send_location',
    message: { msg_id: 'a1', attachments: [{ type: 'location', payload: { coordinates } }] },
  });

describe("the console's check", () => {
  const message = { msg_id: 'This is message id', text: 'This is testing message' };

  it('is recognised with our OA id, with a foreign one and without an event name', () => {
    for (const over of [{}, { recipient: { id: '5540192837465019283' } }, { event_name: undefined }]) {
      expect(parseOaEvent(body({ message, ...over }), OA)).toEqual({ kind: 'ignored', why: 'console-check' });
    }
    expect(parseOaEvent({ message: { text: 'This is testing message' } }, OA)).toMatchObject({ why: 'console-check' });
  });

  it('is not what a person says who types its text', () => {
    expect(parseOaEvent(body({ message: { msg_id: 'a1', text: message.text } }), OA)).toMatchObject({ kind: 'event' });
  });
});

describe('bodies that are ignored', () => {
  it.each<[string, unknown, string]>([
    ['no object', [body()], 'not-an-event'],
    ['no name', body({ event_name: undefined }), 'not-an-event'],
    ['a name Zalo never sends', body({ event_name: 'user_follow_oa' }), 'unknown-event'],
    ['a name of Object', body({ event_name: 'constructor' }), 'unknown-event'],
    ['another OA', body({ recipient: { id: '5540192837465019283' } }), 'foreign-oa'],
    ['no OA at all', body({ recipient: undefined }), 'foreign-oa'],
    ['no time', body({ timestamp: undefined }), 'not-an-event'],
    ['a time that is none', body({ timestamp: 'hôm qua' }), 'not-an-event'],
    ['no message id', body({ message: { text: 'x' } }), 'not-an-event'],
    ['no sender', body({ sender: {} }), 'not-an-event'],
    ['the OA talking to itself', body({ sender: { id: OA } }), 'not-an-event'],
  ])('%s', (_, json, why) => {
    expect(parseOaEvent(json, OA)).toEqual({ kind: 'ignored', why });
  });

  it('a numeric id beyond 2^53 has lost digits already and names nobody', () => {
    const damaged = JSON.parse(`{"id":${USER}}`) as unknown;
    expect(parseOaEvent(body({ sender: damaged }), OA)).toEqual({ kind: 'ignored', why: 'not-an-event' });
    expect(parseOaEvent(body({ recipient: JSON.parse(`{"id":${OA}}`) as unknown }), OA)).toMatchObject({
      why: 'foreign-oa',
    });
    const echo = { event_name: 'oa_send_text', recipient: { id: USER } };
    const official = JSON.parse(`{"id":"${OA}","admin_id":6409182735461029381}`) as unknown;
    expect(parseOaEvent(body({ ...echo, sender: official }), OA)).toMatchObject({ why: 'not-an-event' });
  });
});

describe('spellings that are tolerated', () => {
  it('numeric time, small numeric ids and an empty app-scoped id', () => {
    const parsed = parseOaEvent(body({ timestamp: 1791342001000, sender: { id: 42 }, user_id_by_app: '' }), OA);
    expect(parsed).toMatchObject({ userId: '42', userIdByApp: null, eventTime: new Date(1791342001000) });
  });

  it('text without NUL and half characters, composed as NFC', () => {
    const parsed = parseOaEvent(
      body({ message: { msg_id: 'a1', text: 'Đe\u0300n\0 hỏng\ud800'.normalize('NFD') } }),
      OA,
    );
    expect(parsed).toMatchObject({ event: { text: 'Đèn hỏng\ufffd' } });
  });

  it('coordinates as strings, as numbers and in the community shape', () => {
    const expected = { event: { type: 'user_location', latitude: 21.0285, longitude: 105.8542 } };
    expect(parseOaEvent(place({ latitude: '21.0285', longitude: '105.8542' }), OA)).toMatchObject(expected);
    expect(parseOaEvent(place({ latitude: 21.0285, longitude: 105.8542 }), OA)).toMatchObject(expected);
    const location = { latitude: 21.0285, longitude: '105.8542' };
    const community = body({ event_name: 'user_send_location', message: { msg_id: 'a1', location } });
    expect(parseOaEvent(community, OA)).toMatchObject(expected);
  });

  it.each([
    [{}],
    [{ latitude: '', longitude: '' }],
    [{ latitude: 91, longitude: 0 }],
    [{ latitude: '1e1', longitude: 1 }],
  ])('a place that is none (%j) still is a message to answer', (coordinates) => {
    expect(parseOaEvent(place(coordinates), OA)).toMatchObject({ userId: USER, event: { type: 'user_unreadable' } });
  });

  it('a picture whose address is no web address is not passed on', () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'https://a b', '', 5]) {
      const attachments = [{ type: 'image', payload: { url } }];
      const parsed = parseOaEvent(body({ event_name: 'user_send_image', message: { msg_id: 'a1', attachments } }), OA);
      expect(parsed).toMatchObject({ event: { type: 'user_unreadable' } });
    }
  });

  it('an admin id shorter than ten characters is no official (§1.9)', () => {
    const echo = (admin_id: unknown) =>
      parseOaEvent(body({ event_name: 'oa_send_text', sender: { id: OA, admin_id }, recipient: { id: USER } }), OA);
    for (const short of ['', '123456789', 0, null]) expect(echo(short)).toMatchObject({ event: { adminId: null } });
    expect(echo('1234567890')).toMatchObject({ userId: USER, event: { adminId: '1234567890' } });
  });

  it('a receipt of the phone channel told by its header alone', () => {
    const receipt = { event_name: 'user_received_message', sender: { id: OA }, recipient: { id: '84900000001' } };
    expect(parseOaEvent(body(receipt), OA, 'ZNS')).toMatchObject({ userId: null, event: { type: 'zns_received' } });
  });
});

describe('the dedupe key', () => {
  const seen = (msg_ids: string[]) => keyOf({ event_name: 'user_seen_message', message: { msg_ids } });
  const react = (msg_id: string, react_icon: string) =>
    keyOf({ event_name: 'user_reacted_message', message: { msg_id, react_icon } });

  it('differs for two receipts and two reactions in one millisecond', () => {
    const keys = [seen(['a']), seen(['b']), seen(['a', 'b']), react('a', ':>'), react('a', ':o'), react('b', ':>')];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('stays short however much a body lists', () => {
    expect(seen(Array.from({ length: 5000 }, (_, i) => `id${i}`)).length).toBeLessThan(200);
    expect(react('a', 'x'.repeat(100_000)).length).toBeLessThan(200);
  });

  it('of a message depends on nothing but its name and id', () => {
    expect(keyOf({ timestamp: '1791342009999' })).toBe(keyOf({}));
    expect(keyOf({ message: { msg_id: 'a1b2c3d4e5f7', text: 'Đèn hỏng' } })).not.toBe(keyOf({}));
  });
});

describe('whatever Zalo or somebody else sends', () => {
  const name = fc.constantFrom(
    'user_send_text',
    'user_send_image',
    'user_send_location',
    'oa_send_file',
    'user_seen_message',
    'user_reacted_message',
    'follow',
    'user_withdraw',
    'anonymous_send_text',
    'user_feedback',
    '__proto__',
  );
  const almost = fc.record(
    {
      event_name: name,
      timestamp: fc.oneof(fc.constant('1791342001000'), fc.jsonValue()),
      sender: fc.oneof(fc.constant({ id: OA }), fc.constant({ id: USER }), fc.jsonValue()),
      recipient: fc.oneof(fc.constant({ id: OA }), fc.constant({ id: USER }), fc.jsonValue()),
      message: fc.oneof(
        fc.jsonValue(),
        fc.record({ msg_id: fc.string(), text: fc.string({ unit: 'binary' }), attachments: fc.jsonValue() }),
      ),
    },
    { requiredKeys: [] },
  );

  it('is parsed without throwing to one of the two kinds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), almost), (json) => {
        const parsed = parseOaEvent(json, OA);
        expect(['ignored', 'event']).toContain(parsed.kind);
        if (parsed.kind === 'event') expect(parsed.dedupeKey.length).toBeLessThan(500);
      }),
      { numRuns: 2000 },
    );
  });
});
