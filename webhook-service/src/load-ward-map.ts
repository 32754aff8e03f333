import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connectDatabase } from '../../db/client.ts';
import { AppError } from './errors.ts';
import { loadWardMapVersion } from './routing/boundaries/load-version.ts';

/**
 * `npm run wards:load -- --file map.json --valid-from 2027-01-01 --label "Nghị quyết …"`: stores a new version of the ward map.
 * The file holds `{ "units": [...], "outlines": GeoJSON or null }` (`WardMapUnit`). Needs only DATABASE_URL; running processes
 * read the version within a minute. The same file again changes nothing.
 */
const usage =
  'Cách dùng: npm run wards:load -- --file map.json --valid-from NNNN-TT-NN --label "Tên bản đồ" [--by "Người nạp"]';
const { file, validFrom, label, by } = readArguments();
const url = process.env.DATABASE_URL;
if (!url) quit('DATABASE_URL chưa được đặt.');
const map = readMap(file);
const database = connectDatabase(url, { max: 1, applicationName: 'phan-anh wards' });
try {
  const { id, created } = await loadWardMapVersion(
    database.db,
    { validFrom, label, units: map.units, outlines: map.outlines },
    { by, now: new Date() },
  );
  process.stdout.write(
    created ? `Đã nạp bản đồ số ${id}, áp dụng từ ${validFrom}.\n` : `Bản đồ này đã được nạp trước đây, số ${id}.\n`,
  );
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.detail}\n`);
  process.exitCode = 1;
} finally {
  await database.close();
}

function readArguments(): { file: string; validFrom: string; label: string; by: string } {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { file: text, 'valid-from': text, label: text, by: text } });
    const { file, 'valid-from': validFrom, label, by = 'wards:load' } = values;
    return file && validFrom && label ? { file, validFrom, label, by } : quit(usage);
  } catch {
    return quit(usage);
  }
}

function readMap(path: string): { units?: unknown; outlines?: unknown } {
  try {
    const map: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof map === 'object' && map !== null ? map : {};
  } catch {
    return quit(`Không đọc được tệp ${path}.`);
  }
}

function quit(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
