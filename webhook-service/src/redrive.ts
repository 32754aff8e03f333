import { connectDatabase } from '../../db/client.ts';
import { redriveFailedRows } from './queues/sources.ts';

/**
 * `npm run jobs:redrive`: puts every row that was set aside after its last attempt back to work, once the cause is mended.
 * Needs only DATABASE_URL: the relay of a running worker is told and takes it from there.
 */
const url = process.env.DATABASE_URL;
if (!url) {
  process.stderr.write('DATABASE_URL chưa được đặt.\n');
  process.exit(1);
}
const database = connectDatabase(url, { max: 1, applicationName: 'phan-anh redrive' });
try {
  const count = await redriveFailedRows(database.sql);
  process.stdout.write(
    count === 0 ? 'Không có việc nào bị gác lại.\n' : `Đã đưa ${count} việc bị gác lại trở vào hàng đợi.\n`,
  );
} finally {
  await database.close();
}
