import { setTimeout as sleep } from 'node:timers/promises';
import { tailOf } from '../servers/process.ts';
import { ServerError } from '../servers/server-error.ts';
import { type Child, startChild } from './children.ts';

const READY_WITHIN_MS = 60_000;

export async function migrate(env: NodeJS.ProcessEnv, onStart: (child: Child) => void): Promise<void> {
  const child = startChild({ name: 'migrate', args: ['dist/db/migrate.js'], env });
  onStart(child);
  const how = await child.ended;
  if (how !== 'mã 0')
    throw new ServerError(
      `Không cập nhật được cơ sở dữ liệu (${how}):\n${tailOf(child.logFile, { from: child.logStart })}`,
    );
}

export function startRoles(env: NodeJS.ProcessEnv): Child[] {
  const flags = ['--enable-source-maps'];
  if (env.FOLLOW_CLOCK_OF) flags.push('--import', './scripts/start/follow-clock.mjs');
  return ['server', 'worker'].map((role) =>
    startChild({ name: role, args: [...flags, `dist/webhook-service/src/${role}.js`], env }),
  );
}

/** Waits for the server's own word that it can take reports; gives up when a role ends or the time is over. */
export async function waitUntilReady(url: string, roles: Child[]): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let last = 'chưa trả lời';
  while (Date.now() < deadline) {
    const gone = roles.find((role) => !role.isRunning());
    if (gone) throw new ServerError(`${gone.name} dừng bất ngờ:\n${tailOf(gone.logFile, { from: gone.logStart })}`);
    try {
      const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
      if (answer.status === 200) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 300)}`;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  throw new ServerError(`Dịch vụ không sẵn sàng sau ${READY_WITHIN_MS / 1000} giây (${last}). Xem .data/logs/.`);
}

const ADDRESSES = [
  ['/', 'Trang công khai'],
  ['/desk', 'Bàn làm việc cán bộ'],
  ['/admin', 'Kết nối Zalo'],
  ['/monitor', 'Trang giám sát'],
  ['/monitor/queues', 'Hàng đợi'],
  ['/readyz', 'Tình trạng'],
  ['/metrics', 'Số liệu'],
  ['/docs', 'Tài liệu API'],
] as const;

/** Only the addresses that this build answers. */
export async function existingAddresses(url: string): Promise<{ title: string; url: string }[]> {
  const found = await Promise.all(
    ADDRESSES.map(async ([path, title]) => {
      try {
        const answer = await fetch(`${url}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(3_000) });
        await answer.body?.cancel();
        return answer.status === 404 ? null : { title, url: `${url}${path}` };
      } catch {
        return null;
      }
    }),
  );
  return found.filter((address) => address !== null);
}
