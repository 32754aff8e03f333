import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tailOf } from '../servers/process.ts';
import { ServerError } from '../servers/server-error.ts';
import { simulatorControl } from '../zalo-simulator/control-client.ts';
import { miniAppUrl } from '../zalo-simulator/miniapp/mini-app-url.ts';
import { type Child, startChild } from './children.ts';
import { folders, ROOT } from './folders.ts';
import { followLog } from './log-echo.ts';
import { approvedTemplates } from './templates.ts';

export interface Simulator {
  child: Child;
  url: string;
  /** Where a browser opens it: under the name the Mini App has, because both are one site there (§6.1). */
  pageUrl: string;
  /** What the service is told so that it talks to the simulator instead of Zalo. */
  serviceEnv: Record<string, string>;
}

const READY_WITHIN_MS = 30_000;

/** An invented Mini App, known to both sides; the environment wins. Only this machine's simulator takes the key. */
const MINI_APP = { ZALO_MINIAPP_ID: '3350917264850192736', ZALO_MINIAPP_API_KEY: 'mini-app-key-of-this-machine' };

/**
 * For somebody who looks and plays: every way to a citizen is open, also those that would cost something, and nothing makes
 * them wait for minutes. The environment wins.
 */
const FOR_VISITORS = {
  ZALO_TEMPLATES: join(ROOT, 'docs/zalo-templates.example.json'),
  PAID_DONG_PER_DAY: '100000',
  CONSOLE_GATHER_MS: '20000',
  GAP_CHECK_MS: '20000',
  GAP_AFTER_MS: '20000',
};

/** Starts the stand-in for Zalo and asks it for the first refresh token, as a person would at the API Explorer. */
export async function startSimulator(options: {
  port: number;
  webhookUrl: string;
  secrets: Record<string, string>;
  /** Told at once, so that it can be stopped even when it never gets ready. */
  onStart: (child: Child) => void;
}): Promise<Simulator> {
  const miniApp = unlessGiven(MINI_APP);
  const child = startChild({
    name: 'simulator',
    args: ['--import', 'tsx', 'scripts/zalo-simulator/main.ts'],
    env: {
      ...process.env,
      ...options.secrets,
      ...miniApp,
      SIM_PORT: String(options.port),
      SIM_WEBHOOK_URL: options.webhookUrl,
      SIM_OA_NAME: 'Phản ánh Hà Nội',
      SIM_STATE_FILE: folders.simulatorState,
      SIM_PAGE_DIR: folders.simulatorPage,
      SIM_MINIAPP_DIR: join(ROOT, 'miniapp/www'),
    },
  });
  options.onStart(child);
  const url = await readyUrl(child);
  const zalo = simulatorControl(url);
  const token = process.env.ZALO_OA_REFRESH_TOKEN || (await zalo.firstToken()).refresh_token;
  // Only once: what somebody made of them on the page (their quality, their status) outlives a restart.
  if ((await zalo.state()).templates.length === 0) await zalo.templates(approvedTemplates);
  const { host, origin } = new URL(miniAppUrl({ port: Number(new URL(url).port) }, miniApp.ZALO_MINIAPP_ID));
  const serviceEnv: Record<string, string> = {
    ...miniApp,
    ...unlessGiven(FOR_VISITORS),
    // §6.1: what the web view calls itself on Android, on iOS, and here.
    ...unlessGiven({ MINIAPP_ORIGINS: `https://h5.zdn.vn,zbrowser://h5.zdn.vn,${origin}` }),
    ZALO_OA_REFRESH_TOKEN: token,
    ZALO_MEDIA_HOSTS: url,
    FOLLOW_CLOCK_OF: url,
  };
  for (const host of ['OAUTH', 'OPENAPI', 'BUSINESS', 'GRAPH', 'MINIAPP_OPENAPI']) serviceEnv[`ZALO_${host}_URL`] = url;
  return { child, url, pageUrl: `http://${host}/`, serviceEnv };
}

function unlessGiven<Name extends string>(defaults: Record<Name, string>): Record<Name, string> {
  const given = Object.entries<string>(defaults).map(([name, value]) => [name, process.env[name] || value]);
  return Object.fromEntries(given) as Record<Name, string>;
}

async function readyUrl(child: Child): Promise<string> {
  const read = followLog(child.logFile, child.logStart);
  const deadline = Date.now() + READY_WITHIN_MS;
  while (child.isRunning() && Date.now() < deadline) {
    for (const line of read()) {
      const url = urlIn(line);
      if (url !== null) return url;
    }
    await sleep(50);
  }
  throw new ServerError(`Trình giả lập Zalo không khởi động được:\n${tailOf(child.logFile, { from: child.logStart })}`);
}

function urlIn(line: string): string | null {
  try {
    const { url } = JSON.parse(line) as { url?: unknown };
    return typeof url === 'string' ? url.replace(/\/+$/, '') : null;
  } catch {
    return null;
  }
}
