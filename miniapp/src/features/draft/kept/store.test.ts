import { describe, expect, it } from 'vitest';
import type { DraftPhoto } from '../model.ts';
import { createFakeService } from '../testing/fake-service.ts';
import { createDisk, startPhone } from '../testing/phone.ts';
import * as does from './doings.ts';
import { currentOf, type Kept } from './kept.ts';
import type { Shelf } from './shelf.ts';
import { createDraftStore } from './store.ts';

let keys = 0;
const newKey = () => `k${++keys}`;
const now = () => 0;
const at = () => ({ now: 0, newKey: newKey() });
const alive = () => true;
const write = (text: string) => (kept: Kept) => does.edit(kept, (draft) => ({ ...draft, text }), at());
const photo = (key: string, content = key): DraftPhoto => ({
  ...{ key, state: 'waiting', progress: 0, problem: null, serverId: null, blob: new Blob([content]) },
});
const add = (one: DraftPhoto) => (kept: Kept) => does.addPhoto(kept, one, at());

function open(shelf: Shelf) {
  const store = createDraftStore({ shelf, newKey, now });
  return { store, draft: () => currentOf(store.kept()).draft };
}

describe('a draft on the phone', () => {
  it('is shown at once, and as kept only when it lies in the storage', async () => {
    const { store, draft } = open(createDisk().shelf(alive));
    await store.read();
    store.change(write('Ngập'));
    expect([draft().text, store.keeping()]).toEqual(['Ngập', 'writing']);
    await store.written();
    expect(store.keeping()).toBe('kept');
  });

  it('outlives the app with its photos; an upload that was under way begins again', async () => {
    const disk = createDisk();
    const before = open(disk.shelf(alive));
    await before.store.read();
    before.store.change(write('Ngập'));
    before.store.change(add(photo('a', 'ảnh')));
    before.store.change((kept) => does.notePhoto(kept, kept.current, 'a', { state: 'uploading', progress: 0.4 }));
    await before.store.written();
    const after = open(disk.shelf(alive));
    await after.store.read();
    expect(after.draft()).toMatchObject({ text: 'Ngập', photos: [{ key: 'a', state: 'waiting', progress: 0 }] });
    expect(await after.draft().photos[0]?.blob?.text()).toBe('ảnh');
  });

  it('keeps its words when the phone has no room for a photo, says so, and says later that the photo was lost', async () => {
    const disk = createDisk();
    const shelf = disk.shelf(alive);
    const full: Shelf = {
      ...shelf,
      write: async (writing) => {
        if (writing.put.size > 0) throw new DOMException('no room', 'QuotaExceededError');
        return shelf.write(writing);
      },
    };
    const { store, draft } = open(full);
    await store.read();
    store.change(add(photo('a')));
    store.change(write('Ngập'));
    await store.written();
    expect([store.keeping(), draft().photos.length]).toEqual(['full', 1]);
    const after = open(disk.shelf(alive));
    await after.store.read();
    expect(after.draft()).toMatchObject({ text: 'Ngập', photos: [] });
    expect(after.store.lostPhotos()).toBe(1);
  });

  it('goes on in a phone that lets nothing be kept, and says so', async () => {
    const closed = async (): Promise<never> => {
      throw new DOMException('closed', 'InvalidStateError');
    };
    const { store, draft } = open({ read: closed, pictures: closed, write: closed });
    await store.read();
    store.change(write('Ngập'));
    store.change(add(photo('a')));
    await store.written();
    expect([store.keeping(), draft().text, draft().photos.length]).toEqual(['closed', 'Ngập', 1]);
  });

  it('is written once for many letters typed while the storage is at work', async () => {
    const shelf = createDisk().shelf(alive);
    let writes = 0;
    const counting: Shelf['write'] = (writing) => {
      writes += 1;
      return shelf.write(writing);
    };
    const { store } = open({ ...shelf, write: counting });
    await store.read();
    for (const text of ['N', 'Ng', 'Ngậ', 'Ngập']) store.change(write(text));
    await store.written();
    expect(writes).toBe(2);
    expect(currentOf((await shelf.read()) ?? store.kept()).draft.text).toBe('Ngập');
  });
});

describe('two frames of the app', () => {
  it('do not write over each other: each draft as it was changed last, new ones of both', async () => {
    const disk = createDisk();
    const [one, other] = [open(disk.shelf(alive)), open(disk.shelf(alive))];
    await one.store.read();
    one.store.change(write('Ngập'));
    await one.store.written();
    await other.store.read();
    other.store.change(write('Ngập nặng'));
    await other.store.written();
    one.store.change((kept) => does.send(kept, null, 0));
    await one.store.written();
    expect(one.draft().text).toBe('Ngập');
    await other.store.read();
    expect([other.store.kept().drafts.length, other.draft().key]).toEqual([1, one.draft().key]);
  });

  it('a draft that one of them has thrown away does not come back from the other', async () => {
    const disk = createDisk();
    const [one, other] = [open(disk.shelf(alive)), open(disk.shelf(alive))];
    await one.store.read();
    one.store.change(write('Ngập'));
    await one.store.written();
    await other.store.read();
    one.store.change((kept) => does.discard(kept, at()));
    await one.store.written();
    await other.store.read();
    other.store.change((kept) => does.edit(kept, (draft) => draft, at()));
    await other.store.written();
    await one.store.read();
    expect(one.store.kept().drafts.map(({ draft }) => draft.text)).not.toContain('Ngập');
  });
});

describe('several drafts', () => {
  it('one is begun while another is on its way; they go one after another', async () => {
    const service = createFakeService();
    const phone = await startPhone(createDisk(), service.api, ['down', 'down']);
    phone.does.write('Ngập');
    phone.does.add(1);
    phone.does.send();
    expect(await phone.go()).toBe('failed');
    phone.does.change(does.startAnew);
    phone.does.write('Cây đổ');
    phone.does.add(2);
    expect(await phone.go()).toBe('failed');
    expect(await phone.go()).toBe('done');
    expect(service.reports).toMatchObject([{ text: 'Ngập', photos: [1] }]);
    expect(service.open()).toMatchObject({ text: 'Cây đổ', photos: [{}] });
    phone.does.send();
    await phone.go();
    expect(service.reports[1]).toMatchObject({ text: 'Cây đổ', photos: [2] });
  });

  it('one that was refused is gone back to and sent, and the other finds its way afterwards, with photos from the chat', async () => {
    const service = createFakeService();
    const phone = await startPhone(createDisk(), service.api);
    phone.does.write('Ngập');
    await phone.go();
    service.close('reported');
    phone.does.write('Ngập và hỏng nắp cống');
    phone.does.send();
    await phone.go();
    const refused = phone.draft();
    expect(refused.state).toBe('refused');
    phone.does.change(does.startAnew);
    phone.does.write('Cây đổ');
    await phone.go();
    service.chat('', 9);
    await phone.go();
    expect(phone.draft().photos).toMatchObject([{ blob: null, state: 'uploaded' }]);
    phone.does.change((kept) => does.open(kept, refused.key));
    phone.does.send();
    await phone.go();
    expect(service.reports.map(({ text }) => text)).toEqual(['Ngập', 'Ngập và hỏng nắp cống']);
    const [other] = phone.store.kept().drafts.filter(({ draft }) => draft.text === 'Cây đổ');
    phone.does.change((kept) => does.open(kept, other?.draft.key ?? ''));
    phone.does.send();
    await phone.go();
    expect(service.reports[2]).toMatchObject({ text: 'Cây đổ', photos: [9] });
  });

  it('one is taken back as long as it may not have arrived', async () => {
    const service = createFakeService();
    const phone = await startPhone(createDisk(), service.api, ['lost']);
    phone.does.write('Ngập');
    phone.does.send();
    await phone.go();
    phone.does.change((kept, { now: time }) => does.takeBack(kept, kept.current, time));
    expect(phone.draft().state).toBe('writing');
    const late = await startPhone(createDisk(), service.api, ['ok', 'ok', 'lost']);
    late.does.write('Ngập');
    late.does.send();
    await late.go();
    late.does.change((kept, { now: time }) => does.takeBack(kept, kept.current, time));
    expect(late.draft().state).toBe('sending');
  });
});

describe('throwing away', () => {
  it('reaches the chat as soon as there is a network, and leaves what was begun there alone', async () => {
    const service = createFakeService();
    const phone = await startPhone(createDisk(), service.api, ['ok', 'lost']);
    phone.does.write('Ngập');
    await phone.go();
    phone.does.change(does.discard);
    expect(await phone.go()).toBe('failed');
    expect(service.open()?.text).toBe('Ngập');
    await phone.go();
    expect(service.open()).toBeNull();
    service.chat('Chuyện khác');
    await phone.go();
    expect(phone.draft()).toMatchObject({ text: 'Chuyện khác' });
  });

  it('knows its own words again when the answer that named the draft was lost', async () => {
    const service = createFakeService();
    const phone = await startPhone(createDisk(), service.api, ['unheard']);
    phone.does.write('Ngập');
    await phone.go();
    phone.does.change(does.discard);
    await phone.go();
    expect([service.open(), phone.draft().text]).toEqual([null, '']);
  });
});
