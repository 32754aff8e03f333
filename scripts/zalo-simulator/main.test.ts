import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';

const MAIN = new URL('main.ts', import.meta.url).pathname;

function run(env: Record<string, string>) {
  return spawn(process.execPath, ['--import', 'tsx', MAIN], { env: { ...process.env, ...env }, stdio: 'pipe' });
}

describe('the command line', () => {
  it('prints one JSON line when ready and stops cleanly on SIGTERM', async () => {
    const child = run({
      ZALO_APP_ID: '1',
      ZALO_APP_SECRET: 'app-secret',
      ZALO_OA_ID: '2',
      ZALO_OA_SECRET: 'oa-secret',
      SIM_WEBHOOK_URL: 'http://127.0.0.1:9/x',
      SIM_PORT: '0',
    });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const { ready, url } = JSON.parse(String(line));
    expect(ready).toBe(true);
    expect((await fetch(`${url}/_sim/state`)).status).toBe(200);
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  }, 20_000);

  it('names every missing variable at once', async () => {
    const child = run({
      ZALO_APP_ID: '1',
      ZALO_APP_SECRET: '',
      ZALO_OA_ID: '',
      ZALO_OA_SECRET: 'x',
      SIM_WEBHOOK_URL: 'x',
    });
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(text).toContain('ZALO_APP_SECRET, ZALO_OA_ID');
  }, 20_000);
});
