import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const enough = {
  DATABASE_URL: 'postgres://app@127.0.0.1:5432/phan_anh',
  REDIS_URL: 'redis://127.0.0.1:6379',
  ZALO_APP_ID: '4102938475610293847',
  ZALO_APP_SECRET: 'app-secret',
  ZALO_OA_ID: '2910384756102938475',
  ZALO_OA_SECRET: 'oa-secret',
  DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
};

function faultsOf(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe('readConfig', () => {
  test('the required variables are enough; Zalo is the real one by default', () => {
    const config = readConfig(enough);
    expect(config.zalo).toMatchObject({
      oauthUrl: 'https://oauth.zaloapp.com',
      openapiUrl: 'https://openapi.zalo.me',
      graphUrl: 'https://graph.zalo.me',
      mediaHosts: ['*.zdn.vn', '*.zadn.vn'],
      seedRefreshToken: null,
    });
    expect(config).toMatchObject({ port: 3000, publicUrl: 'http://127.0.0.1:3000', staffApiToken: null });
  });

  test('an empty environment names every required variable at once', () => {
    expect(faultsOf({}).map((fault) => fault.split(':')[0])).toEqual(Object.keys(enough));
  });

  test('every fault is told in one message, the wrong values as well as the missing ones', () => {
    const faults = faultsOf({
      ...enough,
      DATABASE_URL: 'mysql://127.0.0.1/db',
      REDIS_URL: '',
      PORT: '70000',
      PUBLIC_URL: 'phananh.example.vn',
      ZALO_OA_ID: 'oa-cua-toi',
      DATA_KEY: 'ngắn quá',
      WARD_BOUNDARIES: '/no/such/file.geojson',
      STAFF_API_TOKEN: 'short',
      CHAT_QUIET_MS: '8s',
      LOG_LEVEL: 'loud',
    });
    expect(faults.toSorted()).toEqual([
      'CHAT_QUIET_MS: phải là số nguyên từ 0 đến 600000',
      'DATABASE_URL: phải là một địa chỉ postgres:// hoặc postgresql://',
      'DATA_KEY: phải là 32 byte viết bằng base64',
      'LOG_LEVEL: phải là một trong fatal, error, warn, info, debug, trace, silent',
      'PORT: phải là số nguyên từ 0 đến 65535',
      'PUBLIC_URL: phải là một địa chỉ http:// hoặc https://',
      'REDIS_URL: thiếu, biến này bắt buộc',
      'STAFF_API_TOKEN: phải dài ít nhất 24 ký tự',
      'WARD_BOUNDARIES: không tìm thấy tệp',
      'ZALO_OA_ID: phải là dãy chữ số',
    ]);
  });

  test('no message repeats a value: a secret may be what is wrong', () => {
    const secret = 'sai-nhung-van-la-bi-mat';
    const wrong = { ...enough, DATABASE_URL: `mysql://app:${secret}@db/x`, DATA_KEY: secret, STAFF_API_TOKEN: secret };
    const faults = faultsOf(wrong);
    expect(faults).toHaveLength(3);
    expect(faults.join('\n')).not.toContain(secret);
  });

  test('blanks count as missing, slashes at the end of an address do not', () => {
    expect(faultsOf({ ...enough, ZALO_OA_SECRET: '   ' })).toEqual(['ZALO_OA_SECRET: thiếu, biến này bắt buộc']);
    expect(readConfig({ ...enough, PUBLIC_URL: 'https://phananh.example.vn//' }).publicUrl).toBe(
      'https://phananh.example.vn',
    );
  });

  test('lists may be written with commas or blanks', () => {
    expect(readConfig({ ...enough, TRUST_PROXY: '10.0.0.0/8, 192.168.1.1' }).trustProxy).toEqual([
      '10.0.0.0/8',
      '192.168.1.1',
    ]);
  });

  test('origins of the Mini App are whole names, never a pattern or an address with a path', () => {
    const origins = (MINIAPP_ORIGINS: string) => readConfig({ ...enough, MINIAPP_ORIGINS }).zalo.miniappOrigins;
    expect(origins('')).toEqual(['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn']);
    expect(origins('https://h5.zdn.vn, http://127.0.0.1:4173')).toEqual(['https://h5.zdn.vn', 'http://127.0.0.1:4173']);
    for (const wrong of [
      '*',
      'https://*.zdn.vn',
      'https://h5.zdn.vn/',
      'https://h5.zdn.vn/zapps/1',
      'h5.zdn.vn',
      'null',
    ])
      expect(faultsOf({ ...enough, MINIAPP_ORIGINS: `https://h5.zdn.vn ${wrong}` })).toHaveLength(1);
  });

  test('templates are read from their file, none by default, and its faults are among the others', () => {
    const example = fileURLToPath(new URL('../../docs/zalo-templates.example.json', import.meta.url));
    const noTemplates = fileURLToPath(new URL('./server.ts', import.meta.url));
    expect(readConfig(enough).templates.list).toEqual([]);
    expect(readConfig({ ...enough, ZALO_TEMPLATES: example }).templates.list).not.toEqual([]);
    expect(faultsOf({ ...enough, ZALO_TEMPLATES: noTemplates, PORT: '-1' })).toEqual([
      'PORT: phải là số nguyên từ 0 đến 65535',
      'ZALO_TEMPLATES: phải là một danh sách JSON các mẫu tin',
    ]);
    expect(faultsOf({ ...enough, ZALO_TEMPLATES: '/no/such.json' })).toEqual(['ZALO_TEMPLATES: không tìm thấy tệp']);
  });
});

describe.each(['server', 'worker'])('the %s with a bad configuration', (role) => {
  test('prints every fault and where to read on, and exits with 1', async () => {
    const { REDIS_URL: _missing, ...rest } = enough;
    const { code, stderr } = await run(`./${role}.ts`, { ...rest, SWEEP_INTERVAL_MS: '0' });
    expect(stderr).toBe(
      'Cấu hình chưa đúng (2 lỗi):\n' +
        '  - REDIS_URL: thiếu, biến này bắt buộc\n' +
        '  - SWEEP_INTERVAL_MS: phải là số nguyên từ 100 đến 600000\n' +
        'Xem .env.example để biết ý nghĩa từng biến.\n',
    );
    expect(code).toBe(1);
  }, 20_000);
});

async function run(file: string, env: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { env: { PATH: process.env.PATH, ...env } });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, stderr };
}
