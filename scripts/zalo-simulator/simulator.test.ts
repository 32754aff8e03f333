import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, SECOND } from './clock.ts';
import { simulatorControl } from './control-client.ts';
import { startSimulator } from './simulator.ts';
import { APP_ID, APP_SECRET, OA_ID, OA_SECRET } from './testing/kit.ts';
import { type Receiver, startReceiver } from './testing/receiver.ts';

let folder: string;
let receiver: Receiver;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'zalo-simulator-'));
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver.close();
  await rm(folder, { recursive: true });
});

async function start() {
  const stateFile = path.join(folder, 'nested', 'state.json');
  const identity = { appId: APP_ID, appSecret: APP_SECRET, oaId: OA_ID, oaSecret: OA_SECRET };
  const simulator = await startSimulator({ ...identity, webhookUrl: receiver.url, stateFile });
  return { simulator, stateFile, control: simulatorControl(simulator.url) };
}

describe('the state file', () => {
  it('brings chats, pictures, citizens, tokens, switches and the clock over a restart, on another port', async () => {
    const first = await start();
    const citizen = await first.control.addCitizen('Phan Thị Ở Lại');
    const photo = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#00a' } })
      .png()
      .toBuffer();
    const photoIds = [await first.control.photo(photo)];
    await first.control.act(citizen.id, { act: 'photos', photoIds, caption: 'Trước khi tắt' });
    await first.control.settings({ subQuota: 7, csButtons: 'reject' });
    await first.control.advance(5 * HOUR);
    const { access_token, refresh_token } = await first.control.firstToken();
    await first.simulator.idle();
    await first.simulator.close();
    expect((await stat(first.stateFile)).mode & 0o077).toBe(0);

    const second = await start();
    expect(await second.control.state()).toMatchObject({
      offsetMs: 5 * HOUR,
      settings: { subQuota: 7, csButtons: 'reject' },
    });
    const [message] = await second.control.messages(citizen.id);
    expect(message).toMatchObject({ text: 'Trước khi tắt', imageUrl: expect.stringContaining(second.simulator.url) });
    expect(Buffer.from(await (await fetch(message?.imageUrl ?? '')).arrayBuffer()).equals(photo)).toBe(true);

    const getOa = await fetch(`${second.simulator.url}/v2.0/oa/getoa`, { headers: { access_token } });
    expect(await getOa.json()).toMatchObject({ error: 0 });
    const refresh = await fetch(`${second.simulator.url}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: APP_SECRET },
      body: new URLSearchParams({ app_id: APP_ID, grant_type: 'refresh_token', refresh_token }),
    });
    expect(await refresh.json()).toMatchObject({ expires_in: '90000' });
    await second.simulator.close();
  });

  it('§1.4 a redelivery that was waiting still comes after a restart', async () => {
    receiver.answerWith(500);
    const first = await start();
    const [citizen] = (await first.control.state()).citizens;
    await first.control.act(citizen?.id ?? '', { act: 'text', text: 'Chờ gửi lại' });
    await first.simulator.idle();
    await first.simulator.close();

    receiver.answerWith(200);
    const second = await start();
    expect((await second.control.state()).pendingDeliveries).toBe(1);
    await second.control.advance(30 * SECOND);
    await receiver.count(2);
    expect(receiver.events[1]?.headers.num_retry).toBe('1');
    expect(receiver.events[1]?.raw).toBe(receiver.events[0]?.raw);
    await second.simulator.close();
  });
});

describe('a kill without warning', () => {
  it('§2.2 tokens are on disk before they are answered', async () => {
    const { simulator, stateFile, control } = await start();
    const { refresh_token } = await control.firstToken();
    expect(await readFile(stateFile, 'utf8')).toContain(refresh_token);
    await simulator.close();
  });

  it('half a state file is set aside, and the simulator starts anew', async () => {
    const stateFile = path.join(folder, 'nested', 'state.json');
    await mkdir(path.dirname(stateFile));
    await writeFile(stateFile, '{"version":1,"citi');
    const { simulator, control } = await start();
    expect((await control.state()).citizens.length).toBeGreaterThanOrEqual(5);
    expect(await readFile(`${stateFile}.unreadable`, 'utf8')).toBe('{"version":1,"citi');
    await simulator.close();
  });
});

describe('starting', () => {
  it('refuses a setting that does not fit', async () => {
    const identity = { appId: APP_ID, appSecret: APP_SECRET, oaId: OA_ID, oaSecret: OA_SECRET };
    const settings = { slowMs: -1 };
    await expect(startSimulator({ ...identity, webhookUrl: receiver.url, settings })).rejects.toThrow('slowMs');
  });
});
