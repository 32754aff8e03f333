import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { zalo } from '../zalo/index.ts';
import { ApiProblem } from './problem.ts';
import { uploadFile } from './upload.ts';

interface Answer {
  status: number;
  body: string;
}

/** What the fake network does with each request in turn: answers, breaks off, or is silent. */
let answers: (Answer | 'breaks' | 'silent')[] = [];
let asked: { url: string; headers: Record<string, string>; hasFile: boolean }[] = [];

class FakeRequest {
  status = 0;
  responseText = '';
  upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  onloadend?: () => void;
  private headers: Record<string, string> = {};
  private url = '';

  open(_method: string, url: string): void {
    this.url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  send(form: FormData): void {
    asked.push({ url: this.url, headers: this.headers, hasFile: form.get('file') instanceof File });
    const answer = answers.shift();
    if (answer === 'silent' || !answer) return;
    queueMicrotask(() => {
      this.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 4 });
      this.upload.onprogress?.({ lengthComputable: true, loaded: 4, total: 4 });
      if (answer === 'breaks') this.onerror?.();
      else {
        [this.status, this.responseText] = [answer.status, answer.body];
        this.onload?.();
      }
      this.onloadend?.();
    });
  }

  abort(): void {
    this.onabort?.();
    this.onloadend?.();
  }
}

let sessions = 0;
beforeEach(() => {
  [answers, asked] = [[], []];
  vi.spyOn(zalo, 'accessToken').mockResolvedValue('zalo-token');
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  vi.stubGlobal('fetch', async () => {
    const session = { token: `session-${++sessions}`, expiresAt: '2099-01-01T00:00:00.000Z', chatLinked: true };
    return new Response(JSON.stringify({ ...session, language: 'vi' }), { status: 201 });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const PATH = '/api/citizen/draft/photos';
const picture = new Blob(['x']);
const ok = (id: number): Answer => ({ status: 201, body: JSON.stringify({ id }) });

describe('uploading a file', () => {
  it('sends it under its key, signed in, and says how far it is', async () => {
    answers = [ok(7)];
    const shares: number[] = [];
    expect(await uploadFile(PATH, picture, { key: 'k', onProgress: (share) => shares.push(share) })).toEqual({ id: 7 });
    expect(shares).toEqual([0.25, 1]);
    expect(asked).toMatchObject([
      { url: `https://api.test${PATH}`, headers: { 'idempotency-key': 'k' }, hasFile: true },
    ]);
    expect(asked[0]?.headers.authorization).toMatch(/^Bearer session-/);
  });

  it('signs in anew once when the session is over', async () => {
    answers = [{ status: 401, body: '{}' }, ok(7)];
    await uploadFile(PATH, picture, { key: 'k' });
    const [first, second] = asked.map(({ headers }) => headers.authorization);
    expect(second).not.toBe(first);
  });

  it('a refusal has the service’s words, also when the answer is no JSON', async () => {
    answers = [
      { status: 415, body: JSON.stringify({ code: 'not_an_image', detail: 'Đây không phải ảnh.' }) },
      { status: 502, body: '<html>' },
    ];
    await expect(uploadFile(PATH, picture, { key: 'k' })).rejects.toMatchObject({
      ...{ status: 415, code: 'not_an_image', message: 'Đây không phải ảnh.' },
    });
    await expect(uploadFile(PATH, picture, { key: 'k' })).rejects.toMatchObject({ status: 502, isPassing: true });
  });

  it('a broken network passes, and so does one on which nothing moves', async () => {
    answers = ['breaks'];
    await expect(uploadFile(PATH, picture, { key: 'k' })).rejects.toMatchObject({ status: 0 });
    vi.useFakeTimers();
    answers = ['silent'];
    const waiting = uploadFile(PATH, picture, { key: 'k' }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await waiting).toBeInstanceOf(ApiProblem);
  });
});
