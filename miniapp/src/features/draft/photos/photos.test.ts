import { describe, expect, it, vi } from 'vitest';
import * as does from '../kept/doings.ts';
import { currentOf } from '../kept/kept.ts';
import { memoryShelf } from '../kept/shelf.ts';
import { createDraftStore } from '../kept/store.ts';
import { createFakeService, problem } from '../testing/fake-service.ts';
import { createDisk, startPhone } from '../testing/phone.ts';
import { addedBy } from './native-picker.ts';
import { createPreparing } from './prepare.ts';
import { MOST_BYTES, shrink } from './shrink.ts';

describe('uploading photos', () => {
  it('takes two at a time and says how far each is', async () => {
    const service = createFakeService();
    const { addPhoto } = service.api;
    let [atOnce, most] = [0, 0];
    const seen: number[] = [];
    let meet = () => {};
    const two = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const phone = await startPhone(createDisk(), {
      ...service.api,
      addPhoto: async (picture, upload) => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        upload.onProgress?.(0.5);
        seen.push(...phone.draft().photos.map(({ progress }) => progress));
        if (atOnce === 2) meet();
        await two;
        atOnce -= 1;
        return addPhoto(picture, upload);
      },
    });
    phone.does.write('Ngập');
    for (const size of [1, 2, 3, 4, 5]) phone.does.add(size);
    await phone.go();
    expect(most).toBe(2);
    expect(seen).toContain(0.5);
    expect(phone.draft().photos.map(({ state }) => state)).toEqual(Array(5).fill('uploaded'));
    expect(service.open()?.photos).toHaveLength(5);
  });

  it('a photo the service will not take says why, and the others go on', async () => {
    const service = createFakeService();
    const { addPhoto } = service.api;
    const phone = await startPhone(createDisk(), {
      ...service.api,
      addPhoto: async (picture, upload) => {
        if (picture.size === 2) throw problem(415, 'not_an_image');
        return addPhoto(picture, upload);
      },
    });
    phone.does.write('Ngập');
    for (const size of [1, 2, 3]) phone.does.add(size);
    await phone.go();
    expect(phone.draft().photos.map(({ state, problem: why }) => [state, why])).toEqual([
      ['uploaded', null],
      ['refused', 'Từ chối: not_an_image'],
      ['uploaded', null],
    ]);
  });

  it('one that becomes unacceptable while it is sent stops the report, which names the page to mend it', async () => {
    const service = createFakeService();
    const phone = await startPhone(createDisk(), {
      ...service.api,
      addPhoto: async () => {
        throw problem(415, 'not_an_image');
      },
    });
    phone.does.write('Ngập');
    phone.does.add(1);
    phone.does.send();
    await phone.go();
    expect(service.reports).toEqual([]);
    expect(phone.draft()).toMatchObject({ state: 'refused', mend: '/report' });
    phone.does.send();
    await phone.go();
    expect(service.reports).toMatchObject([{ text: 'Ngập', photos: [] }]);
  });

  it('one taken out is taken out there, also when the answer to its upload was lost', async () => {
    const service = createFakeService();
    const phone = await startPhone(createDisk(), service.api, ['ok', 'unheard']);
    phone.does.write('Ngập');
    phone.does.add(1);
    await phone.go();
    expect(phone.draft().photos).toMatchObject([{ state: 'failed' }]);
    expect(service.open()?.photos).toHaveLength(1);
    phone.does.remove(0);
    await phone.go();
    expect([service.open()?.photos, phone.draft().photos]).toEqual([[], []]);
  });
});

describe('what is chosen', () => {
  const circumstances = { now: 0, newKey: 'x' };

  it('is at most five, and a refused one takes no room', async () => {
    const phone = await startPhone(createDisk(), createFakeService().api);
    for (const size of [1, 2, 3, 4, 5]) phone.does.add(size);
    expect(does.roomInNext(phone.store.kept())).toBe(0);
    phone.does.change((kept) =>
      does.notePhoto(kept, kept.current, phone.draft().photos[0]?.key ?? '', { state: 'refused' }),
    );
    expect(does.roomInNext(phone.store.kept())).toBe(1);
    phone.does.send();
    expect(does.roomInNext(phone.store.kept())).toBe(5);
    expect(does.startAnew(phone.store.kept(), circumstances).drafts).toHaveLength(2);
  });

  it('is shrunk one picture at a time, and kept as it was until then', async () => {
    const store = createDraftStore({ shelf: memoryShelf(), newKey: () => 'd', now: () => 0 });
    await store.read();
    let [atOnce, most] = [0, 0];
    const prepare = createPreparing(store, async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await Promise.resolve();
      atOnce -= 1;
      return { picture: new Blob(['nhỏ']) };
    });
    for (const key of ['a', 'b', 'c'])
      store.change((kept) =>
        does.addPhoto(
          kept,
          { key, state: 'waiting', progress: 0, problem: null, serverId: null, blob: new Blob(['to']) },
          circumstances,
        ),
      );
    prepare();
    prepare();
    const kept = () => currentOf(store.kept()).draft.photos.map(({ blob }) => blob?.size);
    expect(kept()).toEqual([2, 2, 2]);
    await vi.waitFor(() => expect(kept()).toEqual([5, 5, 5]));
    expect(most).toBe(1);
  });
});

describe('shrinking', () => {
  const unreadable = async () => null;

  it('gives the small picture', async () => {
    const small = new Blob(['nhỏ']);
    expect(await shrink(new Blob(['to'], { type: 'image/png' }), async () => small)).toEqual({ picture: small });
  });

  it('leaves a picture this phone cannot read to the service, up to what it takes', async () => {
    const heic = new Blob(['x'], { type: 'image/heic' });
    expect(await shrink(heic, unreadable)).toEqual({ picture: heic });
    const big = new Blob([new Uint8Array(MOST_BYTES + 1)], { type: 'image/heic' });
    expect(await shrink(big, unreadable)).toEqual({ refused: 'size' });
  });

  it('refuses what is no picture without reading it', async () => {
    const film = new Blob(['x'], { type: 'video/mp4' });
    const never = async () => {
      throw new Error('read');
    };
    expect(await shrink(film, never)).toEqual({ refused: 'type' });
  });
});

describe('what Zalo’s picker brings back', () => {
  it('counts what was taken', () => {
    expect(addedBy('{"error":0,"message":"Success","data":{"urls":["u","v"],"ids":["1","2"]}}')).toBe(2);
  });

  it('says the service’s words when it was not', () => {
    expect(() => addedBy('{"error":-1,"message":"Ảnh quá lớn.","code":"photo_too_large"}')).toThrow('Ảnh quá lớn.');
  });

  it.each(['', '<html>502</html>', 'null', '[]', '{"data":{}}'])(
    'is a failure without words when it is %s',
    (answer) => {
      expect(() => addedBy(answer)).toThrow(expect.objectContaining({ message: '' }));
    },
  );
});
