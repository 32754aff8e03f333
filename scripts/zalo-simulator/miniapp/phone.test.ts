import http from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Kit, MINI_APP_ID, startKit } from '../testing/kit.ts';

let kit: Kit;
beforeEach(async () => {
  kit = await startKit({ miniappDir: import.meta.dirname });
});
afterEach(() => kit.stop());

const phone = async (name: string, body?: object) =>
  (await kit.call(`/_sim/phone/${kit.citizen.id}/${name}`, body && { method: 'POST', body: JSON.stringify(body) }))
    .body;

describe('the simulator’s half of the Mini App’s phone', () => {
  it('exchanges the code of a log-in once, with its verifier, and each refresh token once', async () => {
    const { code, verifier } = await phone('login', {});
    const byCode = { grantType: 'authorization_code', code, verifier };
    expect(await phone('token', { ...byCode, verifier: 'another' })).not.toHaveProperty('access_token');
    expect(await phone('token', byCode)).not.toHaveProperty('access_token');

    const second = await phone('login', {});
    const { refresh_token: refreshToken, expires_in } = await phone('token', {
      ...second,
      grantType: 'authorization_code',
    });
    expect(expires_in).toBe('3600');
    const byRefresh = { grantType: 'refresh_token', refreshToken };
    expect(await phone('token', byRefresh)).toHaveProperty('access_token');
    expect(await phone('token', byRefresh)).not.toHaveProperty('access_token');
  });

  it('drops what is oldest when storage holds more than five megabytes', async () => {
    const megabytes = (count: number) => 'a'.repeat(count * 512 * 1024);
    const { map } = await phone('storage', { map: { old: megabytes(3), young: megabytes(3) } });
    expect(Object.keys(map as object)).toEqual(['young']);
  });

  it('forgets consent when it is withdrawn (§7.5)', async () => {
    await phone('remember', { permission: 'location', standing: 'granted' });
    await kit.control.revokeConsent(kit.citizen.id);
    expect(await phone('standing')).toEqual({});
  });

  it('knows of following and notices that were changed in the chat', async () => {
    await kit.control.act(kit.citizen.id, { act: 'follow' });
    await kit.control.notifyAllowed(kit.citizen.id);
    expect(await phone('standing')).toEqual({ follow: 'granted', notification: 'granted' });
    await kit.control.act(kit.citizen.id, { act: 'unfollow' });
    expect(await phone('standing')).toEqual({ notification: 'granted' });
  });

  it('refuses what it does not know', async () => {
    expect(await phone('remember', { permission: 'camera', standing: 'granted' })).toHaveProperty('error');
    expect(await phone('upload', { url: 'file:///etc/passwd', photoIds: [] })).toHaveProperty('error');
  });
});

describe('the addresses of page and app', () => {
  it('sends a browser from 127.0.0.1 to the name under which the app’s frame has storage, unless it says ?here', async () => {
    expect(await moved('/', { 'sec-fetch-dest': 'document' })).toBe(
      `http://h5.zdn.vn.localhost:${kit.simulator.port}/`,
    );
    expect(await moved('/?here', { 'sec-fetch-dest': 'document' })).toBeUndefined();
    expect(await moved('/', {})).toBeUndefined();
  });

  it('says in the frame that the app was not built, and knows no other app', async () => {
    const host = `h5.zdn.vn.localhost:${kit.simulator.port}`;
    expect((await get(`/zapps/${MINI_APP_ID}/`, { host })).statusCode).toBe(503);
    expect((await get('/zapps/1/', { host })).statusCode).toBe(404);
    expect((await get(`/zapps/${MINI_APP_ID}/`, { host: 'h5.zdn.vn.example.org' })).statusCode).toBe(403);
  });
});

async function moved(path: string, headers: http.OutgoingHttpHeaders): Promise<string | undefined> {
  return (await get(path, headers)).headers.location;
}

/** `fetch` may not say who it is. */
function get(path: string, headers: http.OutgoingHttpHeaders): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    http
      .get(kit.simulator.url + path, { headers }, (answer) => {
        answer.resume();
        resolve(answer);
      })
      .on('error', reject);
  });
}
