import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { priorityClasses, reportStates, reports } from '../../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { storeCitizen, storeReport } from '../duplicates/testing/store-report.ts';
import type { Report } from '../report.ts';
import type { ReportFilters } from './filters.ts';
import { type ListPage, listReports } from './list-reports.ts';
import { categoryCodesOf, everything, isWithin } from './scope.ts';
import { fillSearchText, searchTextOf } from './search-text.ts';

const NOW = new Date('2026-10-12T09:30:40Z');
const HOUR = 3_600_000;
const hence = (hours: number) => new Date(NOW.getTime() + hours * HOUR);

let own: TestDatabase;
let clients: DatabaseClients;
let citizenId: number;
let stored: Report[];
beforeAll(async () => {
  own = await createTestDatabase();
  clients = connectDatabase(own.url, { max: 2 });
  citizenId = await storeCitizen(clients.db);
  const agencies = [null, 'ubnd-00199', 'so-xay-dung', 'ca-00199'];
  const wards = [null, '00199', '00235', '00004'];
  const categories = [null, 'GT-01', 'GT-02', 'MT-01'];
  const texts = ['ổ gà trước số 12 phố Láng Hạ', 'ngập nước ngang mặt đường', 'rác thải ngõ 4 Láng Hạ'];
  const pick = <Item>(items: readonly Item[], i: number) => items[i % items.length] as Item;
  stored = [];
  for (let i = 0; i < 120; i++) {
    const state = pick(reportStates, i);
    const running = i % 10 < 5;
    const text = pick(texts, Math.floor(i / 7));
    stored.push(
      await storeReport(clients.db, {
        citizenId,
        state,
        text,
        searchText: searchTextOf(text, null),
        agencyCode: pick(agencies, Math.floor(i / 3)),
        wardCode: pick(wards, Math.floor(i / 5)),
        categoryCode: pick(categories, Math.floor(i / 2)),
        priorityClass: pick(priorityClasses, i),
        // Several at the same moment, so that pages must tell them apart by number.
        receivedAt: hence(-Math.floor(i / 4)),
        dueAt: running && i % 9 !== 0 ? hence((Math.floor(i / 6) % 12) * 6 - 24) : null,
        traySince: state === 'received' && i % 20 === 0 ? NOW : null,
      }),
    );
  }
});
afterAll(async () => {
  await clients?.close();
  await own?.drop();
});

const all = { scope: everything };

/** Every page until the end. */
async function everyPage(filters: ReportFilters, page: Omit<ListPage, 'now'>): Promise<string[]> {
  const codes: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const found = await listReports(clients.db, filters, { ...page, now: NOW, ...(cursor && { cursor }) });
    codes.push(...found.items.map(({ code }) => code));
    cursor = found.next;
  }
  return codes;
}

const isRunning = ({ state }: Report) => reportStates.indexOf(state) < 5;
const dueOf = ({ dueAt }: Report) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
const byDue = (a: Report, b: Report) => (dueOf(a) === dueOf(b) ? a.id - b.id : dueOf(a) - dueOf(b));
const byReceipt = (a: Report, b: Report) => b.receivedAt.getTime() - a.receivedAt.getTime() || b.id - a.id;
const codesOf = (found: Report[]) => found.map(({ code }) => code);

describe('the order', () => {
  test.each([1, 7, 100])(
    'by due time is what is due first, what has no due time last, in pages of %i',
    async (limit) => {
      expect(await everyPage(all, { sort: 'due', limit })).toEqual(codesOf(stored.filter(isRunning).sort(byDue)));
    },
  );

  test.each([1, 7, 100])('by receipt is the newest first, closed ones too, in pages of %i', async (limit) => {
    expect(await everyPage(all, { sort: 'received', limit })).toEqual(codesOf(stored.toSorted(byReceipt)));
  });

  test('by due time has no closed reports, and whoever asks for them is told', async () => {
    for (const state of reportStates.slice(5)) {
      const list = listReports(clients.db, { ...all, states: ['received', state] }, { sort: 'due', now: NOW });
      await expect(list).rejects.toMatchObject({ code: 'order_needs_running', status: 422 });
    }
  });

  test('a report that comes or goes between two pages neither hides nor repeats another', async () => {
    const first = await listReports(clients.db, all, { sort: 'received', limit: 5, now: NOW });
    const newcomer = await storeReport(clients.db, { citizenId, receivedAt: hence(1) });
    const second = await listReports(clients.db, all, {
      ...{ sort: 'received', limit: 5, now: NOW },
      cursor: first.next ?? '',
    });
    const expected = codesOf(stored.toSorted(byReceipt).slice(0, 10));
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(expected);
    await clients.sql`delete from reports where id = ${newcomer.id}`;
  });
});

describe('a cursor', () => {
  test.each(['x', '', 'W10', Buffer.from('["due"]').toString('base64url')])('%j is refused', async (cursor) => {
    const list = listReports(clients.db, all, { sort: 'due', now: NOW, cursor });
    await expect(list).rejects.toMatchObject({ code: 'cursor_invalid', status: 422 });
  });

  test.each([
    ['received', ['due', 1, 2]],
    ['due', ['received', 1, 2]],
    ['due', ['due', 'x', 2]],
    ['due', ['due', 1, 'x']],
    ['due', ['due', 1, 2, 3]],
    ['due', ['due', 1.5, 2]],
    ['due', ['due', 8_640_000_000_000_001, 2]],
    ['received', ['received', null, 2]],
  ] as const)('for %s with %j inside is refused', async (sort, inside) => {
    const cursor = Buffer.from(JSON.stringify(inside)).toString('base64url');
    const list = listReports(clients.db, all, { sort, now: NOW, cursor });
    await expect(list).rejects.toMatchObject({ code: 'cursor_invalid', status: 422 });
  });
});

describe('a filter', () => {
  const minute = (offset: number) => new Date(Math.floor(NOW.getTime() / 60_000) * 60_000 + offset);
  const has = (report: Report, word: string) => report.searchText.includes(` ${word} `);
  const cases: [string, Omit<ReportFilters, 'scope'>, (report: Report) => boolean][] = [
    ['agency', { agencies: ['ubnd-00199'] }, ({ agencyCode }) => agencyCode === 'ubnd-00199'],
    ['agencies', { agencies: ['ubnd-00199', 'ca-00199'] }, ({ agencyCode }) => /-00199$/.test(agencyCode ?? '')],
    ['no agency at all', { agencies: [] }, () => false],
    ['ward', { wards: ['00235'] }, ({ wardCode }) => wardCode === '00235'],
    ['category', { categories: ['GT-02'] }, ({ categoryCode }) => categoryCode === 'GT-02'],
    ['group', { categories: ['GT'] }, ({ categoryCode }) => categoryCode?.startsWith('GT') === true],
    ['an unknown group', { categories: ['ZZ'] }, () => false],
    ['state', { states: ['in_progress'] }, ({ state }) => state === 'in_progress'],
    ['class', { classes: ['urgent', 'normal'] }, ({ priorityClass: c }) => c === 'urgent' || c === 'normal'],
    ['overdue', { due: 'overdue' }, ({ dueAt }) => dueAt !== null && dueAt < minute(0)],
    ['due soon', { due: 'soon' }, ({ dueAt }) => dueAt !== null && dueAt >= minute(0) && dueAt < hence(24)],
    ['due later', { due: 'later' }, ({ dueAt }) => dueAt !== null && dueAt >= hence(24)],
    ['nothing due', { due: 'none' }, (report) => isRunning(report) && report.dueAt === null],
    ['due before', { dueBefore: hence(6) }, ({ dueAt }) => dueAt !== null && dueAt < hence(6)],
    ['received from', { receivedFrom: hence(-5) }, ({ receivedAt }) => receivedAt >= hence(-5)],
    ['received to', { receivedTo: hence(-5) }, ({ receivedAt }) => receivedAt < hence(-5)],
    ['in the tray', { tray: true }, ({ traySince }) => traySince !== null],
    ['not in the tray', { tray: false }, ({ traySince }) => traySince === null],
    ['words with diacritics', { text: 'Láng Hạ' }, (report) => has(report, 'lang') && has(report, 'ha')],
    ['words without', { text: 'ngap   nuoc' }, (report) => has(report, 'ngap')],
    ['a whole word only', { text: 'ga' }, (report) => has(report, 'ga')],
    ['words that do not meet', { text: 'ngập Láng' }, () => false],
    ['no words', { text: '…' }, () => true],
  ];

  test.each(cases)('%s finds exactly what fits, in both orders', async (_name, filters, fits) => {
    const wanted = stored.filter(fits);
    expect(await everyPage({ ...all, ...filters }, { sort: 'received', limit: 30 })).toEqual(
      codesOf(wanted.toSorted(byReceipt)),
    );
    expect(await everyPage({ ...all, ...filters }, { sort: 'due', limit: 30 })).toEqual(
      codesOf(wanted.filter(isRunning).sort(byDue)),
    );
  });

  test('by words finds a report by its code, however it is typed', async () => {
    const [wanted] = stored;
    const text = (wanted?.code ?? '').toLowerCase().replace('-', ' ');
    expect(await everyPage({ ...all, text }, { sort: 'received' })).toEqual([wanted?.code]);
  });

  test('with another narrows further', async () => {
    const some = fc.subarray(cases.slice(0, 19), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(some, async (chosen) => {
        const filters = Object.assign({}, all, ...chosen.map(([, filter]) => filter)) as ReportFilters;
        // Of two of one kind the later one counts.
        const counting = chosen.filter(([, filter]) =>
          Object.keys(filter).every((key) => filters[key as 'text'] === filter[key as never]),
        );
        const wanted = stored.filter((report) => counting.every(([, , fits]) => fits(report)));
        expect(await everyPage(filters, { sort: 'received' })).toEqual(codesOf(wanted.sort(byReceipt)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('the scope', () => {
  test.each([
    { agencies: ['ubnd-00199'], categories: null },
    { agencies: ['ubnd-00199', 'so-xay-dung'], categories: ['GT'] },
    { agencies: ['ubnd-00199'], unassigned: true, categories: null },
    { agencies: null, categories: ['MT', 'GT-01'] },
    { agencies: null, categories: ['MT-01'], uncategorised: true },
    { agencies: [], categories: null },
    { agencies: [], unassigned: true, categories: [], uncategorised: true },
  ])('%j means the same in a list as for a single report', async (scope) => {
    const wanted = stored.filter((report) => isWithin(scope, report)).sort(byReceipt);
    expect(await everyPage({ scope }, { sort: 'received' })).toEqual(codesOf(wanted));
  });

  test('a group is all its categories', () => {
    expect(categoryCodesOf(['GT', 'MT-01']).filter((code) => code.startsWith('MT'))).toEqual(['MT-01']);
    expect(categoryCodesOf(['GT'])).toContain('GT-12');
  });
});

describe('a line', () => {
  test('says what it is called, where and when, and whether it is late', async () => {
    const report = await storeReport(clients.db, {
      ...{ citizenId, state: 'in_progress', agencyCode: 'ubnd-00199', dueAt: new Date('2026-10-12T09:29:59Z') },
      ...{ text: `  ${'ổ gà\n'.repeat(60)}`, placeText: 'ngõ 4', receivedAt: hence(2) },
    });
    const found = async (now: Date) =>
      (await listReports(clients.db, all, { sort: 'received', limit: 1, now })).items[0];
    expect(await found(NOW)).toEqual({
      code: report.code,
      state: 'in_progress',
      stateLabel: 'Đang xử lý',
      excerpt: `${'ổ gà '.repeat(31)}ổ gà…`,
      place: 'ngõ 4',
      ward: { code: '00199', name: 'phường Láng' },
      category: { code: 'GT-01', name: expect.stringMatching(/^\p{Lu}/u) },
      priorityClass: 'normal',
      agency: { code: 'ubnd-00199', name: 'UBND phường Láng' },
      level: 0,
      round: 1,
      handOvers: 0,
      receivedAt: hence(2),
      dueAt: new Date('2026-10-12T09:29:59Z'),
      overdue: true,
      traySince: null,
      version: 0,
    });
    // The whole due minute is on time.
    expect((await found(new Date('2026-10-12T09:29:59.999Z')))?.overdue).toBe(false);
    expect((await found(new Date('2026-10-12T09:30:00Z')))?.overdue).toBe(true);
    await clients.sql`delete from reports where id = ${report.id}`;
  });
});

test('reports of before are made searchable, chunk by chunk, once', async () => {
  const texts = ['Đèn đường hỏng', '…', 'Cây đổ'];
  const old = [];
  for (const text of texts) old.push(await storeReport(clients.db, { citizenId, text, placeText: 'phố Huế' }));
  expect(await fillSearchText(clients.db, { chunk: 2 })).toBe(3);
  expect(await fillSearchText(clients.db, { chunk: 2 })).toBe(0);
  const rows = await clients.db.select({ id: reports.id, searchText: reports.searchText }).from(reports);
  const textOf = new Map(rows.map(({ id, searchText }) => [id, searchText]));
  expect(old.map(({ id }) => textOf.get(id))).toEqual([' den duong hong pho hue ', ' pho hue ', ' cay do pho hue ']);
});
