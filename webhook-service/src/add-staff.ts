import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { connectDatabase } from '../../db/client.ts';
import { AppError } from './errors.ts';
import { addMember, type NewMember } from './staff/people.ts';

/**
 * `npm run staff:add -- --name "…" --role handler[,leader] [--agency ubnd-00199[,…]] [--category GT[,…]]`: adds a member of
 * staff and shows their token, once. Needs only DATABASE_URL. Exit code 0: added, 1: not added.
 */
const USAGE =
  'Cách dùng: npm run staff:add -- --name "Nguyễn Văn A" --role handler[,leader] [--agency ubnd-00199[,…]] [--category GT[,…]]';

const member = readArguments();
const url = process.env.DATABASE_URL;
if (!url) fail('DATABASE_URL chưa được đặt.');
const database = connectDatabase(url, { max: 1, applicationName: 'phan-anh add-staff' });
try {
  const options = { by: 'command-line', now: new Date(), randomBytes };
  const { member: added, token } = await database.db.transaction((tx) => addMember(tx, member, options));
  process.stdout.write(`Đã thêm ${added.name} (${added.roles.join(', ')}), số ${added.id}.\n`);
  process.stdout.write(`Mã truy cập, chỉ hiện lần này:\n${token}\n`);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.detail}\n`);
  process.exitCode = 1;
} finally {
  await database.close();
}

function readArguments(): NewMember {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ options: { name: text, role: text, agency: text, category: text } });
    if (!values.name || !values.role) return fail(USAGE);
    return {
      name: values.name,
      roles: list(values.role),
      agencyCodes: list(values.agency),
      categoryCodes: list(values.category),
    };
  } catch {
    return fail(USAGE);
  }
}

function list(values = ''): string[] {
  return values
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
