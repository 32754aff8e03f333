import { startSimulator } from './simulator.ts';

/** `SIM_PORT=… ZALO_APP_ID=… tsx scripts/zalo-simulator/main.ts`; prints one JSON line on stdout when it is ready. */
const { env } = process;

function required(name: string): string {
  const value = env[name];
  if (value) return value;
  missing.push(name);
  return '';
}

function optional<Key extends string>(key: Key, name: string): Partial<Record<Key, string>> {
  const value = env[name];
  return value ? ({ [key]: value } as Record<Key, string>) : {};
}

const missing: string[] = [];
const options = {
  port: Number(env.SIM_PORT ?? 0),
  appId: required('ZALO_APP_ID'),
  appSecret: required('ZALO_APP_SECRET'),
  oaId: required('ZALO_OA_ID'),
  oaSecret: required('ZALO_OA_SECRET'),
  webhookUrl: required('SIM_WEBHOOK_URL'),
  ...optional('miniAppId', 'ZALO_MINIAPP_ID'),
  ...optional('miniAppApiKey', 'ZALO_MINIAPP_API_KEY'),
  ...optional('miniappWebhookUrl', 'SIM_MINIAPP_WEBHOOK_URL'),
  ...optional('oaName', 'SIM_OA_NAME'),
  ...optional('callbackUrl', 'SIM_CALLBACK_URL'),
  ...optional('publicUrl', 'SIM_PUBLIC_URL'),
  ...optional('stateFile', 'SIM_STATE_FILE'),
  ...optional('wardBoundaries', 'WARD_BOUNDARIES'),
  ...optional('pageDir', 'SIM_PAGE_DIR'),
  ...optional('miniappDir', 'SIM_MINIAPP_DIR'),
};
if (missing.length > 0) {
  console.error(`Thiếu biến môi trường: ${missing.join(', ')}`);
  process.exit(1);
}

const simulator = await startSimulator(options);
console.log(JSON.stringify({ ready: true, url: simulator.url, port: simulator.port }));

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    simulator.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
