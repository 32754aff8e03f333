import { answered, api, fetchFile } from '../../../api/client.ts';
import type { paths } from '../../../api/schema.d.ts';
import { uploadFile } from '../../../api/upload.ts';
import type { Purpose } from '../model.ts';

/** The draft as the service has it. */
export type ServerDraft = paths['/api/citizen/draft']['put']['responses']['200']['content']['application/json'];
export type DraftChange = NonNullable<paths['/api/citizen/draft']['put']['requestBody']>['content']['application/json'];
export type Sent = paths['/api/citizen/draft/submit']['post']['responses']['201']['content']['application/json'];

export interface Submission {
  /** The draft that is meant. */
  id?: number;
  publish: boolean;
  hideMyName: boolean;
  joins?: string;
}

export interface GivenConsent {
  purpose: Purpose;
  version: string;
  given: boolean | null;
}

export interface PhotoUpload {
  /** The same key is the same photo. */
  key: string;
  onProgress?: (share: number) => void;
}

/** What the draft asks of the service. Everything throws ApiProblem or ZaloError. */
export interface DraftApi {
  read(): Promise<ServerDraft | null>;
  write(change: DraftChange): Promise<ServerDraft>;
  /** @returns the photo's id */
  addPhoto(picture: Blob, upload: PhotoUpload): Promise<number>;
  removePhoto(id: number): Promise<void>;
  photo(id: number): Promise<Blob>;
  consents(): Promise<GivenConsent[]>;
  agree(purpose: Purpose, version: string): Promise<void>;
  submit(key: string, submission: Submission): Promise<Pick<Sent, 'code' | 'acceptDueWords'>>;
  /** Until when the report is to be passed on, in words; empty where that has been done. */
  dueWordsOf(code: string): Promise<string>;
  cancel(): Promise<void>;
}

export const draftApi: DraftApi = {
  read: async () => (await answered(api.GET('/api/citizen/draft'))).draft,
  write: (body) => answered(api.PUT('/api/citizen/draft', { body })),
  addPhoto: async (picture, upload) => {
    const photo = (await uploadFile('/api/citizen/draft/photos', picture, upload)) as { id: number };
    return photo.id;
  },
  removePhoto: async (id) => {
    await answered(api.DELETE('/api/citizen/draft/photos/{id}', { params: { path: { id } } }));
  },
  photo: (id) => fetchFile(`/api/citizen/photos/${id}`),
  consents: async () => (await answered(api.GET('/api/citizen/consents'))).items,
  agree: async (purpose, version) => {
    await answered(api.PUT('/api/citizen/consents', { body: { purpose, version, given: true } }));
  },
  submit: (key, body) =>
    answered(api.POST('/api/citizen/draft/submit', { params: { header: { 'idempotency-key': key } }, body })),
  dueWordsOf: async (code) => {
    const { due } = await answered(api.GET('/api/citizen/reports/{code}', { params: { path: { code } } }));
    return due?.kind === 'accept' ? due.words : '';
  },
  cancel: async () => {
    await answered(api.POST('/api/citizen/draft/cancel'));
  },
};
