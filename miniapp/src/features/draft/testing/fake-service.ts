/** The service's drafts as the real one treats them: one open draft a person, keys, closed drafts, nothing made twice. */
import { ApiProblem } from '../../../api/problem.ts';
import type { DraftApi, DraftChange, GivenConsent, ServerDraft, Submission } from '../sync/draft-api.ts';

interface Photo {
  id: number;
  draftId: number;
  /** Tells the pictures of a test apart. */
  size: number;
}

interface Draft {
  id: number;
  state: 'open' | 'reported' | 'cancelled' | 'discarded';
  text: string;
  pin: ServerDraft['pin'];
  address: string | null;
  wardCode: string | null;
  categoryCode: string | null;
}

export interface FakeReport {
  code: string;
  draftId: number;
  text: string;
  /** Sizes of its pictures. */
  photos: number[];
  submission: Submission | null;
}

export interface FakeService {
  api: DraftApi;
  reports: FakeReport[];
  open(): ServerDraft | null;
  /** The person writes in the chat. */
  chat(text: string, photoSize?: number): void;
  /** Closes the open draft as the chat or the clock does. */
  close(how: 'reported' | 'cancelled' | 'discarded'): void;
  forgetKeys(): void;
  consents: GivenConsent[];
  /** What the next submissions are refused with. */
  refusals: ApiProblem[];
}

export function problem(status: number, code: string, extensions: Record<string, unknown> = {}): ApiProblem {
  return new ApiProblem({ status, code, detail: `Từ chối: ${code}`, extensions });
}

export function createFakeService(): FakeService {
  const drafts: Draft[] = [];
  const photos = new Map<string, Photo>();
  const keys = new Map<string, { body: string; code: string }>();
  const reports: FakeReport[] = [];
  const refusals: ApiProblem[] = [];
  const consents: GivenConsent[] = (['handle', 'contact', 'publish'] as const).map((purpose) => ({
    ...{ purpose, version: '1', given: null },
  }));
  let ids = 0;

  const openDraft = () => drafts.find(({ state }) => state === 'open');
  const photosOf = (draft: Draft) => [...photos.values()].filter(({ draftId }) => draftId === draft.id);

  function toWrite(meant?: number): Draft {
    const draft = openDraft();
    if (meant !== undefined && draft?.id !== meant) {
      const closed = drafts.find(({ id }) => id === meant);
      const report = reports.find(({ draftId }) => draftId === meant)?.code ?? null;
      throw problem(409, 'draft_closed', { report, cancelled: closed?.state === 'cancelled' });
    }
    if (draft) return draft;
    const made: Draft = {
      ...{ id: ++ids, state: 'open', text: '', pin: null, address: null, wardCode: null, categoryCode: null },
    };
    drafts.push(made);
    return made;
  }

  function shown(draft: Draft): ServerDraft {
    const { id, text, pin, address, wardCode, categoryCode } = draft;
    return {
      ...{ id, pin, address, text: text.trim() },
      ward: wardCode ? { code: wardCode, name: `Phường ${wardCode}`, sure: true } : null,
      wardChoices: [],
      nearBorder: false,
      chosen: { address, wardCode, categoryCode },
      suggestions: [],
      photos: photosOf(draft).map((photo) => ({
        ...{ id: photo.id, state: 'stored', url: `/p/${photo.id}`, thumbnailUrl: null, width: 1, height: 1 },
      })),
      attachments: [],
      emergencyNumbers: [],
      missing: [],
      openedAt: '2026-10-05T02:00:00.000Z',
    };
  }

  function report(draft: Draft, submission: Submission | null): FakeReport {
    draft.state = 'reported';
    const made = {
      ...{ code: `HN-${draft.id}`, draftId: draft.id, text: draft.text.trim(), submission },
      photos: photosOf(draft).map(({ size }) => size),
    };
    reports.push(made);
    return made;
  }

  function drop(draft: Draft): void {
    for (const [key, photo] of photos) if (photo.draftId === draft.id) photos.delete(key);
  }

  const api: DraftApi = {
    read: async () => {
      const draft = openDraft();
      return draft ? shown(draft) : null;
    },
    write: async ({ id, ...change }: DraftChange) => {
      const draft = toWrite(id);
      Object.assign(draft, change);
      return shown(draft);
    },
    addPhoto: async (picture, { key }) => {
      const before = photos.get(key);
      if (before) return before.id;
      const draft = toWrite();
      const photo = { id: ++ids, draftId: draft.id, size: picture.size };
      photos.set(key, photo);
      return photo.id;
    },
    removePhoto: async (id) => {
      const draft = openDraft();
      const found = [...photos].find(([, photo]) => photo.id === id && photo.draftId === draft?.id);
      if (!found) throw problem(404, 'photo_not_found');
      photos.delete(found[0]);
    },
    photo: async (id) => {
      const photo = [...photos.values()].find((one) => one.id === id);
      if (!photo) throw problem(404, 'not_found');
      return new Blob(['x'.repeat(photo.size)]);
    },
    consents: async () => consents.map((consent) => ({ ...consent })),
    agree: async (purpose, version) => {
      const consent = consents.find((one) => one.purpose === purpose);
      if (consent?.version !== version) throw problem(409, 'consent_text_changed');
      consent.given = true;
    },
    submit: async (key, submission) => {
      const body = JSON.stringify(submission);
      const before = keys.get(key);
      if (before && before.body !== body) throw problem(422, 'idempotency_key_reused');
      if (before) return { code: before.code, acceptDueWords: 'trước 17:00 thứ Tư' };
      const refusal = refusals.shift();
      if (refusal) throw refusal;
      if (submission.id !== undefined) toWrite(submission.id);
      const draft = openDraft();
      if (!draft) throw problem(404, 'draft_not_found');
      const { code } = report(draft, submission);
      keys.set(key, { body, code });
      return { code, acceptDueWords: 'trước 17:00 thứ Tư' };
    },
    dueWordsOf: async () => 'trước 17:00 thứ Tư',
    cancel: async () => {
      const draft = openDraft();
      if (!draft) return;
      draft.state = 'cancelled';
      drop(draft);
    },
  };

  return {
    ...{ api, reports, consents, refusals },
    open: () => {
      const draft = openDraft();
      return draft ? shown(draft) : null;
    },
    chat: (text, photoSize) => {
      const draft = toWrite();
      draft.text = [draft.text, text].filter(Boolean).join('\n');
      if (photoSize) photos.set(`chat-${++ids}`, { id: ++ids, draftId: draft.id, size: photoSize });
    },
    close: (how) => {
      const draft = openDraft();
      if (!draft) throw new Error('no draft is open');
      if (how === 'reported') report(draft, null);
      draft.state = how;
      if (how !== 'reported') drop(draft);
    },
    forgetKeys: () => keys.clear(),
  };
}
