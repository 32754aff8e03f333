import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { RunningApp } from '../../public/testing/running-app.ts';
import { beginSession } from '../sessions.ts';

/** A citizen with the Mini App open, signed in. */
export interface MiniApp {
  citizenId: number;
  get(path: string): Promise<LightMyRequestResponse>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  delete(path: string): Promise<LightMyRequestResponse>;
}

export async function openMiniApp(running: RunningApp, citizenId: number): Promise<MiniApp> {
  const { token } = await beginSession(running.db, citizenId, new Date());
  const call = (options: InjectOptions) =>
    running.app.inject({ ...options, headers: { authorization: `Bearer ${token}`, ...options.headers } });
  return {
    citizenId,
    get: (path) => call({ method: 'GET', url: `/api/citizen${path}` }),
    post: (path, body, headers = {}) =>
      call({
        method: 'POST',
        url: `/api/citizen${path}`,
        headers,
        ...(body !== undefined && { payload: body as object }),
      }),
    delete: (path) => call({ method: 'DELETE', url: `/api/citizen${path}` }),
  };
}
