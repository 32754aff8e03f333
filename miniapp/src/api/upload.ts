import { apiAddress } from './address.ts';
import { problemOf, unreachable } from './problem.ts';
import { forgetSession, session } from './session.ts';

/** On a slow network a photo may take long; as long as bytes move it is alive. */
const SILENT_MS = 30_000;

export interface UploadOptions {
  /** Idempotency-Key: the same file again is one file. */
  key: string;
  /** 0–1. */
  onProgress?: (share: number) => void;
}

/**
 * Sends one file behind the sign-in and says how far it is, which `fetch` cannot. @returns the body of the answer
 * @throws ApiProblem, ZaloError
 */
export async function uploadFile(path: string, file: Blob, options: UploadOptions): Promise<unknown> {
  const { token } = await session();
  const first = await post(path, file, token, options);
  if (first.status !== 401) return bodyOf(first);
  forgetSession(token);
  const again = await session();
  return bodyOf(await post(path, file, again.token, options));
}

interface Answer {
  status: number;
  body: unknown;
}

function bodyOf({ status, body }: Answer): unknown {
  if (status < 200 || status > 299) throw problemOf(status, body);
  return body;
}

function post(path: string, file: Blob, token: string, { key, onProgress }: UploadOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout>;
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), SILENT_MS);
    };
    request.open('POST', `${apiAddress()}${path}`);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('idempotency-key', key);
    request.upload.onprogress = (event) => {
      heard();
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    };
    request.onload = () => resolve({ status: request.status, body: jsonOf(request.responseText) });
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(unreachable());
    request.onloadend = () => {
      clearTimeout(silence);
    };
    const form = new FormData();
    form.append('file', file, 'photo.jpg');
    heard();
    request.send(form);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
