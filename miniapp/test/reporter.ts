import { randomUUID } from 'node:crypto';
import type { City } from '../../webhook-service/test/city.ts';

/** What is reported, as it is chosen step by step in the app. */
export interface Story {
  text: string;
  /** Left to the service where it is not given. */
  categoryCode?: string;
  address: string;
  latitude: number;
  longitude: number;
  photos?: Buffer[];
  publish?: boolean;
}

/** A citizen whose phone is not looked at: asks the service what the app asks it. */
export interface Reporter {
  /** @returns the code of the report */
  sends(story: Story): Promise<string>;
  /** Confirms, rejects, rates … by the path of the deed. */
  does(code: string, deed: string, body?: unknown): Promise<void>;
}

/** Where every story happens. */
export const WARD = '00199';

export async function reporterIn(city: City, citizenId: string): Promise<Reporter> {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${city.url}/api/citizen${path}`, {
      method,
      headers: {
        'idempotency-key': randomUUID(),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: HTTP ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  let token = '';
  const { accessToken } = await city.zalo.graphToken(citizenId);
  ({ token } = (await ask('POST', '/session', { accessToken })) as { token: string });

  const agree = async (): Promise<void> => {
    const { items } = (await ask('GET', '/consents')) as { items: { purpose: string; version: string }[] };
    for (const { purpose, version } of items) await ask('PUT', '/consents', { purpose, version, given: true });
  };
  const write = async ({ photos = [], publish: _later, ...words }: Story): Promise<void> => {
    const { latitude, longitude, ...rest } = words;
    await ask('PUT', '/draft', { ...rest, pin: { latitude, longitude }, wardCode: WARD });
    for (const photo of photos) {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'anh.jpg');
      await ask('POST', '/draft/photos', form);
    }
  };
  let hasAgreed = false;
  return {
    sends: async (story) => {
      if (!hasAgreed) await agree();
      hasAgreed = true;
      await write(story);
      const { code } = (await ask('POST', '/draft/submit', { publish: story.publish === true })) as { code: string };
      return code;
    },
    does: async (code, deed, body) => {
      await ask('POST', `/reports/${code}/${deed}`, body);
    },
  };
}
