import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { chainOldHistory } from './chain-history.ts';
import { seedReferenceData } from './seed/seed.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any constant: two replicas that boot together must not migrate together, and drizzle's migrator takes no lock. */
const MIGRATION_LOCK = 7_311_826;

/** Brings the schema up to date and seeds reference data. Safe to run again and from several processes at once. */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(client), { migrationsFolder });
    await seedReferenceData(drizzle(client));
    await chainOldHistory(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Number of migrations this build knows; `/readyz` compares it with the table. */
export function knownMigrations(): number {
  const journal = JSON.parse(readFileSync(`${migrationsFolder}/meta/_journal.json`, 'utf8')) as { entries: unknown[] };
  return journal.entries.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env.DATABASE_URL;
  if (!url) {
    process.stderr.write('DATABASE_URL chưa được đặt.\n');
    process.exit(1);
  }
  await migrateDatabase(url);
}
