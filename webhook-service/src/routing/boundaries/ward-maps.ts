/** The ward map valid at a moment: the wards of NQ 1656, then the versions an operator loaded (`ward_map_versions`). */
import { asc } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { wardMapVersions } from '../../../../db/schema/index.ts';
import { learnWards, type WardIdentity } from '../../../../db/seed/admin-units.ts';
import { dayNumberOf, startOfDay } from '../../deadlines/calendar-day.ts';
import { type DatedNameBook, learnNameBooks, nameBookOf } from '../place-dictionary.ts';
import { loadWardMap, type WardMap } from '../ward-lookup.ts';
import { erasFrom, type WardEra } from './era.ts';
import type { WardMapUnit } from './ward-map-unit.ts';

/** A version and what it changes: the era it begins, and the one before. */
export interface LoadedWardMap {
  id: number;
  label: string;
  loadedBy: string;
  loadedAt: Date;
  units: readonly WardMapUnit[];
  before: WardEra;
  era: WardEra;
  /** Moment from which it is used. */
  from: Date;
}

export interface WardMaps {
  /** The map valid at a moment, of the versions read so far. */
  wardMapAt(at: Date): WardMap;
  /** The era valid at a moment. */
  eraAt(at: Date): WardEra;
  /** Every version read so far, oldest first. */
  versions(): readonly LoadedWardMap[];
  /**
   * Reads versions that are new, at most once a minute unless forced: cheap enough for every request and job. Also tells
   * `wardName`, `agencyName` and `findPlace` the names they bring. Inside a transaction it reads through it.
   */
  refresh(tx: Tx, options?: { force?: boolean }): Promise<void>;
}

/** @throws Error for a file of outlines that is missing or wrong. */
export function createWardMaps({
  boundariesFile,
  base = loadWardMap({ boundariesFile }),
  now,
}: {
  boundariesFile?: string | undefined;
  /** Instead of the file: a map that is there already. */
  base?: WardMap;
  now: () => Date;
}): WardMaps {
  const baseEra = erasFrom(base, [])[0];
  let loaded: readonly LoadedWardMap[] = [];
  let books: readonly DatedNameBook[] = [];
  let known = '';
  let readAt = Number.NEGATIVE_INFINITY;
  const eraAt = (at: Date) => loaded.findLast(({ from }) => from.getTime() <= at.getTime())?.era ?? baseEra;
  return {
    eraAt,
    wardMapAt: (at) => eraAt(at).map,
    versions: () => loaded,
    refresh: async (tx, { force = false } = {}) => {
      const at = now();
      if (!force && at.getTime() - readAt < KEEP_MS) return;
      // Set before the answer: while the database is away, not every request waits for it in turn.
      readAt = at.getTime() - KEEP_MS + RETRY_MS;
      const heads = await tx
        .select({ id: wardMapVersions.id, hash: wardMapVersions.contentHash })
        .from(wardMapVersions)
        .orderBy(asc(wardMapVersions.validFrom));
      const found = heads.map(({ id, hash }) => `${id}:${hash}`).join(' ');
      if (found !== known) {
        loaded = await readVersions(tx, base);
        books = loaded.map(({ era, from }) => ({ from: from.getTime(), book: nameBookOf(era) }));
        known = found;
      }
      readAt = at.getTime();
      learnWards(wardsOf(loaded, eraAt(at)));
      learnNameBooks(books, at);
    },
  };
}

/** Wards are reorganised with weeks of notice: a minute harms nobody and saves a query per report. */
const KEEP_MS = 60_000;
const RETRY_MS = 5_000;
/** By then every process has read a version that came after its day: nobody meets a ward it cannot name. */
const KNOWN_EVERYWHERE_MS = 2 * KEEP_MS;

async function readVersions(tx: Tx, base: WardMap): Promise<LoadedWardMap[]> {
  const rows = await tx.select().from(wardMapVersions).orderBy(asc(wardMapVersions.validFrom));
  const versions = rows.map((row) => ({ ...row, units: row.units as WardMapUnit[] }));
  let [before, ...eras] = erasFrom(base, versions);
  return versions.flatMap(({ id, label, loadedBy, loadedAt, units, validFrom }, index) => {
    const era = eras[index];
    if (!era) return [];
    const day = startOfDay(dayNumberOf(validFrom));
    const from = new Date(Math.max(day, loadedAt.getTime() + KNOWN_EVERYWHERE_MS));
    const version = { id, label, loadedBy, loadedAt, units, before, era, from };
    before = era;
    return [version];
  });
}

/** Every ward of every version has a name here, also one that is to come or has ended; the era in force has the last word. */
function wardsOf(loaded: readonly LoadedWardMap[], current: WardEra): WardIdentity[] {
  const names = new Map<string, WardIdentity>();
  const eras = [...loaded.flatMap(({ before, era }) => [before, era]).toReversed(), current];
  for (const era of loaded.length > 0 ? eras : []) {
    for (const { code, name, kind } of era.map.units) names.set(code, { code, name, kind });
  }
  return [...names.values()];
}
