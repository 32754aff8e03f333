import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import sharp from 'sharp';
import { loadSampleReports } from '../../../db/seed/sample-reports.ts';
import { findFreePort } from '../../servers/ports.ts';
import { ROOT } from '../../start/folders.ts';
import { simulatorControl } from '../../zalo-simulator/control-client.ts';
import { type Child, startChild } from '../common/child.ts';
import { type OaIdentity, signedRequest } from '../common/events.ts';
import { number } from '../common/figures.ts';
import { steady } from '../common/load.ts';
import type { ServiceProgram } from '../common/service.ts';

export interface CityDayOptions {
  server: Child;
  serverPort: number;
  program: ServiceProgram;
  env: Record<string, string>;
  oa: OaIdentity;
  folder: string;
  perSecond: number;
  seconds: number;
}

const DRAINED_WITHIN_MS = 60_000;

/**
 * A steady stream of photos, pins and words while the worker makes reports of them, fetches the photos and answers
 * through a simulated Zalo, whose echoes and receipts come on top. Answers the report.
 */
export async function cityDay(options: CityDayOptions): Promise<string> {
  const { server, oa, folder, perSecond, seconds } = options;
  const simulatorPort = await findFreePort();
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const simulator = await startChild({
    name: 'simulator',
    args: ['--import', 'tsx', join(ROOT, 'scripts/zalo-simulator/main.ts')],
    env: {
      ...options.env,
      SIM_PORT: String(simulatorPort),
      SIM_WEBHOOK_URL: `http://127.0.0.1:${options.serverPort}/webhooks/zalo/oa`,
    },
    folder,
    readyUrl: `${simulatorUrl}/_sim/state`,
  });
  const started = [simulator];
  const sql = postgres(options.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  try {
    await sql`truncate inbox_events cascade`;
    const worker = await startWorker(options, simulatorUrl);
    started.push(worker);
    const requests = await inventDay(simulatorUrl, oa, perSecond * seconds);
    const before = { server: server.cpuMs(), worker: worker.cpuMs(), at: performance.now() };
    const result = await steady({ port: options.serverPort, requests, connections: 8, perSecond });
    const took = performance.now() - before.at;
    const share = (child: Child, from: number) => `${number(((child.cpuMs() - from) * 100) / took)} %`;
    const busy = `CPU: HTTP ${share(server, before.server)}, worker ${share(worker, before.worker)} của một nhân`;
    const drained = await drain(sql);
    const [made] = await sql<{ events: number; reports: number; photos: number; told: number }[]>`
      select (select count(*)::int from inbox_events) as events, (select count(*)::int from reports) as reports,
             (select count(*)::int from photos where state = 'stored') as photos,
             (select count(*)::int from outbox_messages where accepted_at is not null) as told`;
    return [
      `${number(result.requests)} sự kiện ở ${perSecond}/s: p50 ${number(result.p50, 1)} ms · p99 ${number(result.p99, 1)} ms · chậm nhất ${number(result.worst, 1)} ms (ngân sách p99 < 250 ms)`,
      `${busy}`,
      `thành ${made?.reports} phản ánh, ${made?.photos} ảnh, ${made?.told} tin đã gửi; kể cả echo và biên nhận có ${made?.events} sự kiện`,
      drained === null
        ? `⚠ hàng đợi còn việc sau ${DRAINED_WITHIN_MS / 1000} s`
        : `hàng đợi trống sau sự kiện cuối ${number(drained / 1000, 1)} s (kể cả khoảng chờ gom tin)`,
    ].join('\n');
  } finally {
    await sql.end();
    for (const child of started.reverse()) await child.stop();
  }
}

async function startWorker({ program, env, folder }: CityDayOptions, simulatorUrl: string): Promise<Child> {
  const token = await simulatorControl(simulatorUrl).firstToken();
  const probe = await findFreePort();
  return startChild({
    name: 'worker',
    args: program.args('worker'),
    env: {
      ...env,
      WORKER_PORT: String(probe),
      ZALO_OA_REFRESH_TOKEN: token.refresh_token,
      ZALO_OAUTH_URL: simulatorUrl,
      ZALO_OPENAPI_URL: simulatorUrl,
      ZALO_MEDIA_HOSTS: simulatorUrl,
      CHAT_QUIET_MS: '1000',
    },
    folder,
    readyUrl: `http://127.0.0.1:${probe}/readyz`,
  });
}

/** The day's events: each citizen follows the OA and sends a photo, a pin and a sentence of the samples. */
async function inventDay(simulatorUrl: string, oa: OaIdentity, count: number): Promise<Buffer[]> {
  const zalo = simulatorControl(simulatorUrl);
  const ids: string[] = [];
  for (let index = 0; index < count / 3; index++) {
    const { id } = await zalo.addCitizen(`Người dân ${index + 1}`);
    await zalo.act(id, { act: 'follow' });
    ids.push(id);
  }
  const photoUrl = await uploadPhoto(zalo, ids[0] ?? '');
  const texts = loadSampleReports().filter(({ kind }) => kind === 'report');
  return Array.from({ length: count }, (_, index) => {
    const report = Math.floor(index / 3);
    const citizen = ids[report] ?? '';
    if (index % 3 === 0) return signedRequest(oa, citizen, { name: 'user_send_image', url: photoUrl });
    if (index % 3 === 1) {
      const place = { latitude: 21.0 + (report % 50) / 1000, longitude: 105.8 + (report % 40) / 1000 };
      return signedRequest(oa, citizen, { name: 'user_send_location', ...place });
    }
    return signedRequest(oa, citizen, { name: 'user_send_text', text: texts[report % texts.length]?.text ?? '' });
  });
}

/** A photo as a phone sends it; its address comes from a first message. */
async function uploadPhoto(zalo: ReturnType<typeof simulatorControl>, citizenId: string): Promise<string> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  const photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 80 })
    .toBuffer();
  const [message] = await zalo.act(citizenId, { act: 'photos', photoIds: [await zalo.photo(photo)] });
  return message?.imageUrl ?? '';
}

/** Waits until nothing is left to do; answers how long that took, or null when it did not happen. */
async function drain(sql: postgres.Sql): Promise<number | null> {
  const begun = performance.now();
  while (performance.now() - begun < DRAINED_WITHIN_MS) {
    const [open] = await sql<{ count: number }[]>`
      select (select count(*)::int from inbox_events where finished_at is null)
           + (select count(*)::int from jobs where finished_at is null and name <> 'intake.giveUpWaiting')
           + (select count(*)::int from outbox_messages where state in ('queued', 'sending', 'unsure')) as count`;
    if (open?.count === 0) return performance.now() - begun;
    await sleep(100);
  }
  return null;
}
