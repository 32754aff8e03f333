import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SimSettings } from '../control-api.ts';
import { type Kit, startKit } from '../testing/kit.ts';

let kit: Kit;
beforeEach(async () => {
  kit = await startKit({ settings: { autoReceive: false } });
  await kit.control.act(kit.citizen.id, { act: 'follow' });
});
afterEach(() => kit.stop());

const fault = (name: SimSettings['fault'], faultCalls = 1) => kit.control.settings({ fault: name, faultCalls });
const sentTexts = async () =>
  (await kit.control.messages(kit.citizen.id))
    .filter((message) => message.from === 'app')
    .map((message) => message.text);
const echoes = async () => {
  await kit.simulator.idle();
  return kit.receiver.named('oa_send_text').length;
};

async function sendRaw(signal?: AbortSignal): Promise<Response> {
  return fetch(`${kit.simulator.url}/v3.0/oa/message/cs`, {
    method: 'POST',
    headers: { access_token: kit.accessToken },
    body: JSON.stringify({ recipient: { user_id: kit.citizen.id }, message: { text: 'Chào' } }),
    ...(signal ? { signal } : {}),
  });
}

describe('faults before anything is done', () => {
  it.each([
    ['error-32', -32],
    ['error-216', -216],
    ['error-224', -224],
  ] as const)('%s answers %i for as many calls as asked, then all is well', async (name, error) => {
    await fault(name, 2);
    expect((await kit.cs({ text: 'Một' })).error).toBe(error);
    expect((await kit.cs({ text: 'Hai' })).error).toBe(error);
    expect((await kit.cs({ text: 'Ba' })).error).toBe(0);
    expect(await sentTexts()).toEqual(['Ba']);
    expect(kit.simulator.state().settings).toMatchObject({ fault: null, faultCalls: 0 });
  });

  it('faultCalls 0 lasts until it is switched off', async () => {
    await fault('error-32', 0);
    for (let count = 0; count < 3; count += 1) expect((await kit.cs({ text: 'x' })).error).toBe(-32);
    await fault(null, 0);
    expect((await kit.cs({ text: 'x' })).error).toBe(0);
  });

  it('http500: nothing is done', async () => {
    await fault('http500');
    expect((await sendRaw()).status).toBe(500);
    expect(await sentTexts()).toEqual([]);
    expect(await echoes()).toBe(0);
  });

  it('reset: the connection is cut, nothing is done', async () => {
    await fault('reset');
    await expect(sendRaw()).rejects.toThrow();
    expect(await sentTexts()).toEqual([]);
  });

  it('slow: answers after slowMs', async () => {
    await kit.control.settings({ fault: 'slow', faultCalls: 1, slowMs: 120 });
    const startedAt = performance.now();
    expect((await kit.cs({ text: 'Chậm' })).error).toBe(0);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(115);
  });
});

describe('faults after the message was accepted: it is in the chat and echoed, only the answer is lost', () => {
  it('http500-after', async () => {
    await fault('http500-after');
    expect((await sendRaw()).status).toBe(500);
    expect(await sentTexts()).toEqual(['Chào']);
    expect(await echoes()).toBe(1);
  });

  it('reset-after', async () => {
    await fault('reset-after');
    await expect(sendRaw()).rejects.toThrow();
    expect(await sentTexts()).toEqual(['Chào']);
    expect(await echoes()).toBe(1);
  });

  it('timeout-after: no answer until the client gives up', async () => {
    await fault('timeout-after');
    await expect(sendRaw(AbortSignal.timeout(150))).rejects.toThrow(/timeout/i);
    expect(await sentTexts()).toEqual(['Chào']);
    expect(await echoes()).toBe(1);
    expect((await kit.control.wire()).some((entry) => entry.direction === 'api' && entry.status === 'timeout')).toBe(
      true,
    );
  });
});

describe('§1.9 §11.2 when the echo leaves', () => {
  it('before: it has arrived when the answer comes', async () => {
    await kit.control.settings({ echo: 'before' });
    await kit.cs({ text: 'Chào' });
    expect(kit.receiver.named('oa_send_text')).toHaveLength(1);
  });

  it('after, with a delay: it comes later than the answer', async () => {
    await kit.control.settings({ echo: 'after', echoDelayMs: 100 });
    await kit.cs({ text: 'Chào' });
    const answeredAt = Date.now();
    expect(await echoes()).toBe(1);
    expect((kit.receiver.named('oa_send_text')[0]?.at ?? 0) - answeredAt).toBeGreaterThanOrEqual(80);
  });

  it('none: it is withheld, the receipts still come', async () => {
    await kit.control.settings({ echo: 'none', autoReceive: true, autoSee: true });
    await kit.cs({ text: 'Chào' });
    expect(await echoes()).toBe(0);
    expect(kit.receiver.named('user_received_message')).toHaveLength(1);
    expect(kit.receiver.named('user_seen_message')).toHaveLength(1);
  });
});
