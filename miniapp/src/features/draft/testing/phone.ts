import * as does from '../kept/doings.ts';
import type { Circumstances, Kept } from '../kept/kept.ts';
import { currentOf } from '../kept/kept.ts';
import type { Shelf } from '../kept/shelf.ts';
import { createDraftStore, type DraftStore } from '../kept/store.ts';
import type { LocalDraft } from '../model.ts';
import { createPreparing } from '../photos/prepare.ts';
import { createUploads } from '../photos/uploads.ts';
import type { DraftApi } from '../sync/draft-api.ts';
import { bringIntoStep } from '../sync/in-step.ts';
import { behind, type Fate } from './bad-network.ts';

/** A storage that outlives the app. */
export interface Disk {
  shelf(isAlive: () => boolean): Shelf;
}

export function createDisk(): Disk {
  let words: string | null = null;
  const pictures = new Map<string, Blob>();
  return {
    shelf: (isAlive) => {
      const whileAlive = <Result>(work: () => Result): Promise<Result> =>
        isAlive() ? Promise.resolve().then(work) : new Promise(() => {});
      return {
        read: () => whileAlive(() => (words === null ? null : (JSON.parse(words) as Kept))),
        pictures: (keys) => whileAlive(() => new Map([...pictures].filter(([key]) => keys.includes(key)))),
        write: ({ kept, put, drop }) =>
          whileAlive(() => {
            const after = kept(words === null ? null : (JSON.parse(words) as Kept));
            words = JSON.stringify(after);
            for (const [key, picture] of put) pictures.set(key, picture);
            for (const key of drop) pictures.delete(key);
            return JSON.parse(words) as Kept;
          }),
      };
    },
  };
}

/** One life of the app on a phone: it begins with what lies on the disk, and may end at any call. */
export interface Phone {
  store: DraftStore;
  draft(): LocalDraft;
  does: {
    write(text: string): void;
    add(size: number): void;
    remove(index: number): void;
    send(): void;
    share(sharing: Partial<LocalDraft['sharing']>): void;
    change(how: (kept: Kept, circumstances: Circumstances) => Kept): void;
  };
  /** One go at bringing phone and service into step. @returns how it ended */
  go(): Promise<'done' | 'failed' | 'died'>;
}

let keys = 0;
const newKey = () => `key-${++keys}`;
const now = () => ++keys;

export async function startPhone(disk: Disk, api: DraftApi, fatesOfCalls: Fate[] = []): Promise<Phone> {
  let isAlive = true;
  let die = () => {};
  const death = new Promise<'died'>((resolve) => {
    die = () => {
      isAlive = false;
      resolve('died');
    };
  });
  const store = createDraftStore({ shelf: disk.shelf(() => isAlive), newKey, now });
  const network = behind(fatesOfCalls, api, die);
  const uploads = createUploads({ store, api: network, onFault: () => {} });
  const prepare = createPreparing(store, async (picture) => ({ picture }));
  const deps = { store, uploads, newKey, api: network, onServerDraft: () => {} };
  store.subscribe(prepare);
  await store.read();
  prepare();
  const change: Phone['does']['change'] = (how) => store.change((kept) => how(kept, { now: now(), newKey: newKey() }));
  const draft = () => currentOf(store.kept()).draft;
  return {
    store,
    draft,
    does: {
      change,
      write: (text) => change((kept, at) => does.edit(kept, (before) => ({ ...before, text }), at)),
      share: (sharing) =>
        change((kept, at) =>
          does.edit(kept, (before) => ({ ...before, sharing: { ...before.sharing, ...sharing } }), at),
        ),
      add: (size) => {
        const blob = new Blob(['x'.repeat(size)]);
        const photo = { key: newKey(), state: 'waiting', progress: 0, problem: null, serverId: null, blob } as const;
        change((kept, at) => does.addPhoto(kept, photo, at));
      },
      remove: (index) => {
        const photo = draft().photos[index];
        if (photo) change((kept, at) => does.removePhoto(kept, photo.key, at));
      },
      send: () => change((kept, at) => does.send(kept, null, at.now)),
    },
    go: async () => {
      const work = bringIntoStep(deps, { look: true })
        .then(async () => {
          await uploads.settle(draft().key);
          await store.written();
          return 'done' as const;
        })
        .catch(() => 'failed' as const);
      return Promise.race([work, death]);
    },
  };
}
