import { expect, it } from 'vitest';
import type { ServedDraft } from '../category/served-draft.ts';
import { type DraftPhoto, emptyDraft, type LocalDraft } from '../draft/model.ts';
import { missingOf } from './missing.ts';

const empty = emptyDraft('k', 0);
const photo: DraftPhoto = { key: 'p', state: 'waiting', progress: 0, problem: null, serverId: null, blob: null };
const here = { ...empty.place, address: '12 Láng Hạ' };
const read = (...missing: ('what' | 'place')[]) => ({ missing }) as unknown as NonNullable<ServedDraft>;

it.each<[string, Partial<LocalDraft>, ServedDraft | null, string[]]>([
  ['an empty draft lacks both', {}, null, ['what', 'place']],
  ['words and a place are enough', { text: 'ổ gà to', place: here }, null, []],
  ['a ward alone is a place', { text: 'ổ gà to', place: { ...empty.place, wardCode: '00004' } }, null, []],
  ['a photo with what it is about needs no words', { photos: [photo], categoryCode: 'GT-01', place: here }, null, []],
  ['a photo alone says nothing', { photos: [photo], place: here }, null, ['what']],
  ['words the service can make nothing of', { text: 'abc', place: here }, read('what'), ['what']],
  ['a place within the words, as the service found it', { text: 'ổ gà ở Láng Hạ' }, read(), []],
  ['no place anywhere', { text: 'ổ gà' }, read('place'), ['place']],
  ['a place the service has not heard of yet', { text: 'ổ gà', place: here }, read('place'), []],
  ['danger goes without a place, also without a network', { text: 'cháy nhà rồi' }, null, []],
])('%s', (_, draft, served, missing) => {
  expect(missingOf({ ...empty, ...draft }, served)).toEqual(missing);
});
