import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../start/build.ts';
import { ROOT } from '../../start/folders.ts';
import type { OaIdentity } from './events.ts';

/** How the roles of the service are run. */
export interface ServiceProgram {
  description: string;
  args(role: 'server' | 'worker'): string[];
}

/** The built program, as in production, brought up to date first; the sources through tsx when they do not build. */
export async function serviceProgram(): Promise<ServiceProgram> {
  const built = await build(false).then(
    () => true,
    () => false,
  );
  if (built && existsSync(join(ROOT, 'dist/webhook-service/src/server.js'))) {
    return {
      description: 'bản dựng: node dist/webhook-service/src/server.js',
      args: (role) => [join(ROOT, `dist/webhook-service/src/${role}.js`)],
    };
  }
  return {
    description: 'mã nguồn qua tsx (không dựng được dist/, số đo chỉ để tham khảo)',
    args: (role) => ['--import', 'tsx', join(ROOT, `webhook-service/src/${role}.ts`)],
  };
}

/** What both roles are told; everything optional is left at its default, so that the defaults are what is measured. */
export function serviceEnv(options: {
  oa: OaIdentity;
  databaseUrl: string;
  redisUrl: string;
  port: number;
  mediaDir: string;
}): Record<string, string> {
  const { oa, databaseUrl, redisUrl, port, mediaDir } = options;
  return {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    PORT: String(port),
    ZALO_APP_ID: oa.appId,
    ZALO_APP_SECRET: oa.appSecret,
    ZALO_OA_ID: oa.oaId,
    ZALO_OA_SECRET: oa.oaSecret,
    DATA_KEY: randomBytes(32).toString('base64'),
    MEDIA_DIR: mediaDir,
  };
}
