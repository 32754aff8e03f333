import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR } from '../clock.ts';
import type { SimPush } from '../control-api.ts';
import { type Kit, startKit } from '../testing/kit.ts';

let kit: Kit;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'zalo-simulator-'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Giả lập</title>');
  await writeFile(path.join(folder, 'wards.geojson'), JSON.stringify(roundWard()));
  kit = await startKit({ pageDir: folder, wardBoundaries: path.join(folder, 'wards.geojson') });
});
afterAll(async () => {
  await kit.stop();
  await rm(folder, { recursive: true });
});

/** A ward with far more corners than a small map can show. */
function roundWard() {
  const ring = Array.from({ length: 361 }, (_, degree) => {
    const angle = ((degree % 360) * Math.PI) / 180;
    return [105.85 + 0.01 * Math.cos(angle), 21.03 + 0.01 * Math.sin(angle)];
  });
  const feature = { type: 'Feature', properties: { name: 'Láng' }, geometry: { type: 'Polygon', coordinates: [ring] } };
  return { type: 'FeatureCollection', features: [feature] };
}

function request(target: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    http
      .get(`${kit.simulator.url}${target}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
      .on('error', reject);
  });
}

describe('the control API belongs to this machine', () => {
  it('a foreign Host header (DNS rebinding) or Origin is turned away, localhost is served', async () => {
    expect(await request('/_sim/state', { Host: 'attacker.example' })).toBe(403);
    expect(await request('/_sim/state', { Host: `localhost.attacker.example:${kit.simulator.port}` })).toBe(403);
    expect(await request('/_sim/state', { Origin: 'https://attacker.example' })).toBe(403);
    expect(await request('/', { Host: 'attacker.example' })).toBe(403);
    expect(await request('/_sim/state', { Host: `localhost:${kit.simulator.port}` })).toBe(200);
    expect(await request('/_sim/state', { Origin: kit.simulator.url })).toBe(200);
  });

  it('serves the page, and nothing above its folder', async () => {
    expect(await (await fetch(kit.simulator.url)).text()).toContain('Giả lập');
    expect(await request('/../../etc/passwd', {})).toBe(404);
    expect(await request('/%2e%2e%2f%2e%2e%2fetc/passwd', {})).toBe(404);
    expect(await request('/%', {})).toBe(404);
  });

  it('faults are a 4xx with a sentence', async () => {
    await expect(kit.control.act('1', { act: 'follow' })).rejects.toThrow('Không có người dân này');
    await expect(kit.control.act(kit.citizen.id, { act: 'photos', photoIds: ['x'] })).rejects.toThrow('ảnh');
    await expect(kit.control.addCitizen(' ')).rejects.toThrow('tên');
    await expect(kit.control.photo(Buffer.from('no picture'))).rejects.toThrow('JPEG');
    await expect(kit.control.redeliver(999_999)).rejects.toThrow('webhook');
  });

  it('settings that do not exist or do not fit change nothing', async () => {
    const before = kit.simulator.state().settings;
    const attempt = (patch: object) => kit.control.settings(patch);
    await expect(attempt({ freeTier: true, nonsense: 1 })).rejects.toThrow('nonsense');
    await expect(attempt({ fault: 'explode' })).rejects.toThrow('fault');
    await expect(attempt({ webhook: { copies: 'two' } })).rejects.toThrow('copies');
    expect(kit.simulator.state().settings).toEqual(before);
  });
});

describe('the chat as the page sees it', () => {
  it('starts with invented citizens who never met the OA', async () => {
    const own = await startKit();
    const { citizens } = await own.control.state();
    await own.stop();
    expect(citizens.length).toBeGreaterThanOrEqual(5);
    for (const citizen of citizens) {
      expect(citizen).toMatchObject({ followed: false, blocked: false, lastInteractionAt: null, unread: 0 });
      expect(citizen.name).toBe(citizen.name.normalize('NFC'));
    }
  });

  it('keeps both sides in order, counts what is unread, and marks received and seen', async () => {
    const { id } = await kit.control.addCitizen('Đỗ Thị Đọc');
    await kit.control.act(id, { act: 'text', text: 'Chào OA' });
    await kit.cs({ text: 'Chào bà' }, { id });
    await kit.control.console(id, { act: 'text', text: 'Cán bộ đây', adminId: '6409182735461029' });
    await kit.simulator.idle();
    const view = () => kit.simulator.state().citizens.find((citizen) => citizen.id === id);
    expect(view()?.unread).toBe(2);
    await kit.control.act(id, { act: 'seen' });
    expect(view()?.unread).toBe(0);
    const messages = await kit.control.messages(id);
    expect(messages.map(({ from, text }) => [from, text])).toEqual([
      ['citizen', 'Chào OA'],
      ['app', 'Chào bà'],
      ['official', 'Cán bộ đây'],
    ]);
    expect(messages[1]).toMatchObject({ receivedAt: expect.any(Number), seenAt: expect.any(Number) });
  });

  it('an official may send a picture, but not to somebody who never wrote', async () => {
    const photoId = await kit.control.photo(
      await sharp({ create: { width: 9, height: 9, channels: 3, background: '#0a0' } })
        .png()
        .toBuffer(),
    );
    await expect(kit.control.console(kit.citizen.id, { act: 'image', photoId })).rejects.toThrow('§3.5');
    await kit.control.act(kit.citizen.id, { act: 'follow' });
    const message = await kit.control.console(kit.citizen.id, { act: 'image', photoId, text: 'Đã thay bóng' });
    expect(message).toMatchObject({ from: 'official', kind: 'image', text: 'Đã thay bóng' });
    expect((await fetch(message.imageUrl ?? '')).headers.get('content-type')).toBe('image/png');
    await kit.simulator.idle();
    expect((await kit.control.wire()).some((entry) => entry.direction === 'media' && entry.status === 200)).toBe(true);
  });

  it('pushes messages, wire entries and state over the stream', async () => {
    const stop = new AbortController();
    const response = await fetch(`${kit.simulator.url}/_sim/stream`, { signal: stop.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    await kit.control.act(kit.citizen.id, { act: 'text', text: 'Trực tiếp' });
    const types = new Set<SimPush['type']>();
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      for (const [, type] of text.matchAll(/^data: \{"type":"(\w+)"/gm)) types.add(type as SimPush['type']);
      if (types.size === 3) break;
    }
    stop.abort();
    expect([...types].sort()).toEqual(['message', 'state', 'wire']);
  });
});

describe('clock, geometry, reset', () => {
  it('moves the simulated time of everything', async () => {
    const before = await kit.control.state();
    const after = await kit.control.advance(3 * HOUR);
    expect(after.now - before.now).toBeGreaterThanOrEqual(3 * HOUR);
    const [message] = await kit.control.act(kit.citizen.id, { act: 'text', text: 'Sau ba giờ' });
    expect(message?.at).toBeGreaterThanOrEqual(after.now);
    expect((await kit.control.resetClock()).offsetMs).toBe(0);
  });

  it('gives the outlines simplified, closed and with their names', async () => {
    const response = await fetch(`${kit.simulator.url}/_sim/geometry`);
    const geometry = (await response.json()) as ReturnType<typeof roundWard>;
    const feature = geometry.features[0] ?? { properties: {}, geometry: { coordinates: [] } };
    const ring = feature.geometry.coordinates[0] ?? [];
    expect(feature.properties).toEqual({ name: 'Láng' });
    expect(ring.length).toBeLessThan(120);
    expect(ring.length).toBeGreaterThan(8);
    expect(ring[0]).toEqual(ring.at(-1));
  });

  it('reset empties the chats and keeps the connection of the service', async () => {
    await kit.control.settings({ freeTier: true });
    const state = await kit.control.reset();
    expect(state.settings.freeTier).toBe(false);
    expect(state.settings.webhook.url).toBe(kit.receiver.url);
    expect(await kit.control.messages(kit.citizen.id)).toEqual([]);
    expect(await kit.control.wire()).toEqual([]);
    expect((await kit.call('/v2.0/oa/getoa', { headers: { access_token: kit.accessToken } })).error).toBe(0);
  });
});
