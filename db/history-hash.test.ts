import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { historyRowHash, NO_HASH_BEFORE, sha256, storableJson, storableText } from './history-hash.ts';

const row = {
  reportId: 12,
  seq: 3,
  at: new Date('2026-10-02T02:15:00.123Z'),
  event: 'handed_over',
  actorKind: 'staff',
  actor: '7',
  actorRole: 'handler',
  reason: 'Thuộc trách nhiệm của phường bên cạnh',
  data: { agencyCode: 'ubnd-00199', from: 'so-xay-dung', why: 'not_mine' },
  isPublic: true,
};

describe('the hash of a history row', () => {
  test('is that of its JSON with sorted keys, so that anyone can count it again', () => {
    const json =
      '{"actor":"7","actorKind":"staff","actorRole":"handler","at":"2026-10-02T02:15:00.123Z",' +
      '"data":{"agencyCode":"ubnd-00199","from":"so-xay-dung","why":"not_mine"},"event":"handed_over","isPublic":true,' +
      `"previousHash":"${NO_HASH_BEFORE}","reason":"Thuộc trách nhiệm của phường bên cạnh","reportId":12,"seq":3}`;
    expect(historyRowHash(row, NO_HASH_BEFORE)).toBe(sha256(json.normalize('NFC')));
  });

  test.each<[string, Partial<typeof row>]>([
    ['report', { reportId: 13 }],
    ['number', { seq: 4 }],
    ['time, by a millisecond', { at: new Date('2026-10-02T02:15:00.124Z') }],
    ['event', { event: 'accepted' }],
    ['kind of actor', { actorKind: 'system' }],
    ['actor', { actor: '8' }],
    ['role', { actorRole: 'leader' }],
    ['reason', { reason: '' }],
    ['data', { data: { ...row.data, why: 'returned' } }],
    ['visibility', { isPublic: false }],
  ])('changes with the %s', (_what, change) => {
    expect(historyRowHash({ ...row, ...change }, NO_HASH_BEFORE)).not.toBe(historyRowHash(row, NO_HASH_BEFORE));
  });

  test('changes with the hash before it', () => {
    expect(historyRowHash(row, sha256('another'))).not.toBe(historyRowHash(row, NO_HASH_BEFORE));
  });

  test('tells nothing from an empty text', () => {
    expect(historyRowHash({ ...row, reason: null } as never, '')).not.toBe(historyRowHash({ ...row, reason: '' }, ''));
  });

  test('does not depend on the order of keys, at any depth', () => {
    const one = { ...row, data: { a: 1, b: [{ x: 1, y: 2 }] } as never };
    const other = { ...row, data: { b: [{ y: 2, x: 1 }], a: 1 } as never };
    expect(historyRowHash(one, '')).toBe(historyRowHash(other, ''));
  });

  test('depends on the order of a list', () => {
    const hash = (list: number[]) => historyRowHash({ ...row, data: { list } as never }, '');
    expect(hash([1, 2])).not.toBe(hash([2, 1]));
  });

  test('is the same for one text in two spellings of Unicode', () => {
    const spelt = (form: 'NFC' | 'NFD') => ({ ...row, reason: 'Chờ vật tư'.normalize(form) });
    expect(historyRowHash(spelt('NFD'), '')).toBe(historyRowHash(spelt('NFC'), ''));
  });

  test('does not change when the data has been made storable, whatever it holds', () => {
    fc.assert(
      fc.property(anything, (data) => {
        expect(historyRowHash({ ...row, data: storableJson(data) } as never, '')).toBe(
          historyRowHash({ ...row, data } as never, ''),
        );
      }),
    );
  });
});

describe('what can be stored', () => {
  test('has no undefined, writes dates as text and infinite numbers as null', () => {
    const at = new Date('2026-10-02T02:15:00.000Z');
    expect(storableJson({ gone: undefined, at, list: [undefined, Number.NaN], zero: -0, one: 1.0 })).toEqual({
      at: '2026-10-02T02:15:00.000Z',
      list: [null, null],
      zero: 0,
      one: 1,
    });
    expect(storableJson(undefined)).toBeNull();
  });

  test('has no characters PostgreSQL refuses, in texts and in keys', () => {
    expect(storableText('a\u0000b\ud800c')).toBe('ab\ufffdc');
    expect(storableJson({ 'k\u0000': ['v\u0000'] })).toEqual({ k: ['v'] });
  });

  test('refuses what JSON cannot hold', () => {
    expect(() => storableJson({ big: 1n })).toThrow(TypeError);
  });
});

const anything = fc.object({
  key: fc.string({ unit: 'binary' }),
  values: [
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
  ],
});
