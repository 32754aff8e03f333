import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { RunningApp } from '../../public/testing/running-app.ts';
import { beginSession } from '../sessions.ts';

/** A citizen with the Mini App open, signed in. */
export interface MiniApp {
  citizenId: number;
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  put(path: string, body: unknown): Promise<LightMyRequestResponse>;
  patch(path: string, body: unknown): Promise<LightMyRequestResponse>;
  delete(path: string): Promise<LightMyRequestResponse>;
  /** Sends a file as a browser does. */
  upload(path: string, bytes: Buffer, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
}

export async function openMiniApp(running: RunningApp, citizenId: number): Promise<MiniApp> {
  const { token } = await beginSession(running.db, citizenId, new Date());
  const call = (options: InjectOptions) =>
    running.app.inject({ ...options, headers: { authorization: `Bearer ${token}`, ...options.headers } });
  return {
    citizenId,
    get: (path, headers = {}) => call({ method: 'GET', url: `/api/citizen${path}`, headers }),
    post: (path, body, headers = {}) =>
      call({
        method: 'POST',
        url: `/api/citizen${path}`,
        headers,
        ...(body !== undefined && { payload: body as object }),
      }),
    put: (path, body) => call({ method: 'PUT', url: `/api/citizen${path}`, payload: body as object }),
    patch: (path, body) => call({ method: 'PATCH', url: `/api/citizen${path}`, payload: body as object }),
    delete: (path) => call({ method: 'DELETE', url: `/api/citizen${path}` }),
    upload: async (path, bytes, headers = {}) => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), 'anh.jpg');
      const request = new Request('http://x', { method: 'POST', body: form });
      return call({
        method: 'POST',
        url: `/api/citizen${path}`,
        headers: { 'content-type': request.headers.get('content-type') ?? '', ...headers },
        payload: Buffer.from(await request.arrayBuffer()),
      });
    },
  };
}
