import { describe, expect, it } from 'vitest';
import { beginDraft, type KeptDraft, NO_WORDS, type Words } from '../kept/kept.ts';
import type { DraftPhoto, LocalDraft } from '../model.ts';
import type { ServerDraft } from './draft-api.ts';
import { takeOver, toSay, unite, unsaid } from './merge.ts';

const PIN = { latitude: 21.0135, longitude: 105.8165 };

function server(change: Partial<ServerDraft> = {}): ServerDraft {
  return {
    ...{
      id: 7,
      text: '',
      pin: null,
      address: null,
      ward: null,
      nearBorder: false,
      wardChoices: [],
      suggestions: [],
      photos: [],
    },
    chosen: { address: null, wardCode: null, categoryCode: null },
    ...{ attachments: [], emergencyNumbers: [], missing: [], openedAt: '2026-10-05T02:00:00.000Z' },
    ...change,
  };
}

function photo(key: string, change: Partial<DraftPhoto> = {}): DraftPhoto {
  return { key, state: 'waiting', progress: 0, problem: null, serverId: null, blob: new Blob(['x']), ...change };
}

function there(id: number): ServerDraft['photos'][number] {
  return { id, state: 'stored', url: `/p/${id}`, thumbnailUrl: null, width: 1, height: 1 };
}

function phone(draft: Partial<LocalDraft>, notes: Partial<KeptDraft['notes']> = {}): KeptDraft {
  const begun = beginDraft('d', 0);
  return { ...begun, draft: { ...begun.draft, ...draft }, notes: { ...begun.notes, ...notes } };
}

const agreed = (text: string): Partial<KeptDraft['notes']> => ({
  said: { ...NO_WORDS, text },
  heard: { ...NO_WORDS, text },
});

/** Agreed before · on the phone now · on the service now → on the phone afterwards, and whether the service must be told. */
const words: [why: string, before: string, here: string, there: string, after: string, tell: boolean][] = [
  ['nothing changed', 'Ngập', 'Ngập', 'Ngập', 'Ngập', false],
  ['only the phone wrote', 'Ngập', 'Ngập nặng', 'Ngập', 'Ngập nặng', true],
  ['only the chat wrote', 'Ngập', 'Ngập', 'Ngập\nở số 5', 'Ngập\nở số 5', false],
  ['both wrote: the phone’s stands', 'Ngập', 'Ngập nặng', 'Ngập\nở số 5', 'Ngập nặng', true],
  ['the phone cleared it', 'Ngập', '', 'Ngập', '', true],
  ['a space is being typed, which the service does not keep', 'Ngập ', 'Ngập ', 'Ngập ', 'Ngập ', false],
];

describe('words of a draft that phone and service share', () => {
  it.each(words)('%s', (_why, before, here, now, after, tell) => {
    const one = unite(phone({ serverId: 7, text: here }, agreed(before)), server({ text: now }));
    expect([one.draft.text, unsaid(one).includes('text')]).toEqual([after, tell]);
  });

  it('keep a trailing space that the service has trimmed', () => {
    const notes = { said: { ...NO_WORDS, text: 'Ngập ' }, heard: { ...NO_WORDS, text: 'Ngập' } };
    expect(unite(phone({ serverId: 7, text: 'Ngập ' }, notes), server({ text: 'Ngập' })).draft.text).toBe('Ngập ');
  });

  it('typed while they were told are told with the next breath', () => {
    const told: Partial<Words> = { text: 'Ngập' };
    const one = unite(phone({ text: 'Ngập nặng' }), server({ text: 'Ngập' }), told);
    expect([one.draft.text, one.draft.serverId, unsaid(one)]).toEqual(['Ngập nặng', 7, ['text']]);
  });
});

describe('a draft the phone began while the chat had one', () => {
  it('keeps the phone’s words and takes over what the phone has not said', () => {
    const chat = server({ text: 'Trong chat', pin: PIN, photos: [there(3)] });
    const one = unite(phone({ text: 'Trên máy', photos: [photo('a')] }), chat, { text: 'Trên máy' });
    expect(one.draft).toMatchObject({ text: 'Trên máy', place: { pin: PIN }, serverId: 7 });
    expect(one.draft.photos.map(({ key }) => key)).toEqual(['a', 'there-3']);
  });

  it('place is one answer: an address written here is not joined by a pin sent there', () => {
    const place = { pin: null, address: 'số 12 Láng Hạ', wardCode: null, wardName: null };
    const one = unite(phone({ place }), server({ pin: PIN }));
    expect(one.draft.place).toEqual(place);
    expect(unsaid(one)).toEqual(['place']);
  });
});

describe('a draft begun in the chat', () => {
  it('is taken over by a phone that has none, with photos only the service has and the address it read', () => {
    const chat = server({ text: 'Ngập ở số 12 Láng Hạ', address: 'số 12 Láng Hạ', photos: [there(3)] });
    const { draft, notes } = takeOver(phone({}), chat);
    expect(draft).toMatchObject({
      ...{ serverId: 7, text: 'Ngập ở số 12 Láng Hạ', place: { address: 'số 12 Láng Hạ' } },
      photos: [{ state: 'uploaded', serverId: 3, blob: null }],
    });
    expect(notes.fromChat).toBe(true);
  });

  it('is only looked at: nothing is told, so that the chat goes on by itself', () => {
    const taken = takeOver(phone({}), server({ text: 'Ngập ở số 12 Láng Hạ', address: 'số 12 Láng Hạ' }));
    expect([unsaid(taken), toSay(taken)]).toEqual([[], []]);
  });

  it('once it is written in, the place that was read out of the old words is told with the new ones', () => {
    const taken = takeOver(phone({}), server({ text: 'Ngập ở số 12 Láng Hạ', address: 'số 12 Láng Hạ' }));
    expect(toSay({ ...taken, draft: { ...taken.draft, text: 'Ngập sâu' } })).toEqual(['text', 'place']);
  });

  it('names the ward the person chose', () => {
    const chosen = { address: null, wardCode: '00199', categoryCode: null };
    const ward = { code: '00199', name: 'Phường Láng', sure: true };
    expect(takeOver(phone({}), server({ chosen, ward })).draft.place.wardName).toBe('Phường Láng');
  });
});

const uploaded = (key: string, serverId: number) => photo(key, { state: 'uploaded', serverId });

/** Photos here, what the notes say, ids there → keys here afterwards. */
const photoRows: [
  why: string,
  here: DraftPhoto[],
  notes: Partial<KeptDraft['notes']>,
  ids: number[],
  after: string[],
][] = [
  ['one more sent in the chat', [uploaded('a', 1)], { shown: [1] }, [1, 2], ['a', 'there-2']],
  ['one taken out on another phone', [uploaded('a', 1), uploaded('b', 2)], { shown: [1, 2] }, [2], ['b']],
  ['an answer older than an upload that has ended', [uploaded('a', 1)], { shown: [] }, [], ['a']],
  ['one on its way, which the service may show already', [photo('a')], tried('a'), [1], ['a']],
  ['one taken out here whose number is known', [], leaving(4), [4, 5], ['there-5']],
  ['one taken out here whose number is not known', [], leaving(null), [4], []],
  ['one that only waits', [photo('a')], {}, [1], ['a', 'there-1']],
];

function tried(key: string): Partial<KeptDraft['notes']> {
  return { uploads: { [key]: { isRaw: false, isTried: true, round: 0 } } };
}

function leaving(serverId: number | null): Partial<KeptDraft['notes']> {
  return { leaving: [{ key: 'gone', round: 0, serverId }] };
}

describe('photos of both', () => {
  it.each(photoRows)('%s', (_why, photos, notes, ids, after) => {
    const one = unite(phone({ serverId: 7, photos }, notes), server({ photos: ids.map(there) }));
    expect(one.draft.photos.map(({ key }) => key)).toEqual(after);
  });
});
