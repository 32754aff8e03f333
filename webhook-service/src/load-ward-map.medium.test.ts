import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../db/client.ts';
import { wardMapVersions } from '../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../scripts/testing/database.ts';
import { reorganisation, reorganisationOutlines } from './routing/boundaries/testing/square-wards.ts';

let database: TestDatabase;
let clients: DatabaseClients;
beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 1 });
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

const folder = mkdtempSync(join(tmpdir(), 'wards-'));
const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const right = file('map.json', JSON.stringify({ units: reorganisation(), outlines: reorganisationOutlines() }));
const label = ['--label', 'Nghị quyết thử'];

async function load(args: string[], env: Record<string, string> = { DATABASE_URL: database.url }) {
  const script = fileURLToPath(new URL('./load-ward-map.ts', import.meta.url));
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { PATH: process.env.PATH, ...env },
  });
  return run.then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code: number; stderr: string }) => ({ code: error.code, text: error.stderr }),
  );
}

test('a map of a file is loaded once', async () => {
  const args = ['--file', right, '--valid-from', '2027-01-01', ...label, '--by', 'Tổ vận hành'];
  expect(await load(args)).toEqual({ code: 0, text: 'Đã nạp bản đồ số 1, áp dụng từ 2027-01-01.\n' });
  expect(await load(args)).toEqual({ code: 0, text: 'Bản đồ này đã được nạp trước đây, số 1.\n' });
  const rows = await clients.db.select().from(wardMapVersions);
  expect(rows).toMatchObject([{ label: 'Nghị quyết thử', validFrom: '2027-01-01', loadedBy: 'Tổ vận hành' }]);
});

test('a map with faults is refused with all of them', async () => {
  const wrong = file('wrong.json', JSON.stringify({ units: [] }));
  expect(await load(['--file', wrong, '--valid-from', 'mai', ...label])).toEqual({
    code: 1,
    text: 'Bản đồ phường, xã có 2 lỗi. Ngày hiệu lực “mai” không phải một ngày viết dạng NNNN-TT-NN. Danh sách phường, xã trống.\n',
  });
});

test.each<[string, string[], RegExp]>([
  ['no arguments', [], /^Cách dùng: npm run wards:load/],
  ['an unknown argument', ['--map', 'x'], /^Cách dùng: npm run wards:load/],
  [
    'no such file',
    ['--file', '/nowhere/map.json', '--valid-from', '2027-01-01', ...label],
    /^Không đọc được tệp \/nowhere/,
  ],
  ['no JSON', ['--file', file('text.json', '{'), '--valid-from', '2027-01-01', ...label], /^Không đọc được tệp/],
])('with %s it says what is wrong and exits with 1', async (_, args, text) => {
  const result = await load(args);
  expect(result.code).toBe(1);
  expect(result.text).toMatch(text);
});

test('without DATABASE_URL it says so', async () => {
  expect(await load(['--file', right, '--valid-from', '2027-01-01', ...label], {})).toEqual({
    code: 1,
    text: 'DATABASE_URL chưa được đặt.\n',
  });
});
