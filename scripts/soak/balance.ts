import type { SoakCity } from './city.ts';
import type { Ledger } from './ledger.ts';

/** One line of the account: what should be, what is. */
export interface Line {
  what: string;
  should: number;
  is: number;
  /** The first few that differ, for whoever looks for the fault. */
  which: string[];
}

/**
 * The account at the end, from both sides: what citizens sent and heard (the simulator's chats) against what the service
 * stored and believes it said. Zero lost, zero doubled, everybody told.
 */
export async function balance(city: SoakCity, ledger: Ledger): Promise<Line[]> {
  return [
    ...(await reportsMade(city, ledger)),
    ...(await photosKept(city, ledger)),
    ...(await sentencesHeard(city, ledger)),
    ...(await messagesOnBothSides(city)),
    ...(await nothingLeftOver(city)),
    ...(await timersArmed(city)),
  ];
}

async function reportsMade({ sql }: SoakCity, { bursts }: Ledger): Promise<Line[]> {
  const lost: string[] = [];
  const doubled: string[] = [];
  const rows = await sql<{ text: string }[]>`select text from reports`;
  const sent = bursts.filter(({ photos }) => photos > 0);
  for (const { marker } of sent) {
    const made = rows.filter(({ text }) => text.includes(`${marker},`)).length;
    if (made === 0) lost.push(marker);
    if (made > 1) doubled.push(marker);
  }
  return [
    { what: 'phản ánh gửi đi mà không thành phản ánh (mất)', should: 0, is: lost.length, which: lost },
    { what: 'phản ánh thành hai (lặp)', should: 0, is: doubled.length, which: doubled },
    { what: 'phản ánh trong cơ sở dữ liệu', should: sent.length, is: rows.length, which: [] },
  ];
}

async function photosKept({ sql }: SoakCity, { bursts }: Ledger): Promise<Line[]> {
  const [kept] = await sql<{ count: number }[]>`
    select count(*)::int as count from photos where report_id is not null and state = 'stored'`;
  const sent = bursts.reduce((sum, { photos }) => sum + photos, 0);
  return [{ what: 'ảnh được giữ cùng phản ánh', should: sent, is: kept?.count ?? 0, which: [] }];
}

async function sentencesHeard({ zalo }: SoakCity, { expectations }: Ledger): Promise<Line[]> {
  const chats = new Map<string, string[]>();
  const lines = new Map<string, Line>();
  for (const { citizenId, what, pattern, times } of expectations) {
    const heard = chats.get(citizenId) ?? (await heardBy(zalo, citizenId));
    chats.set(citizenId, heard);
    const line = lines.get(what) ?? { what: `người dân nghe: ${what}`, should: 0, is: 0, which: [] };
    lines.set(what, line);
    const count = heard.filter((text) => pattern.test(text)).length;
    line.should += times;
    line.is += count;
    if (count !== times) line.which.push(`${pattern.source.slice(0, 60)}: ${count} lần`);
  }
  return [...lines.values()];
}

async function heardBy(zalo: SoakCity['zalo'], citizenId: string): Promise<string[]> {
  return (await zalo.messages(citizenId)).filter(({ from }) => from === 'app').map(({ text }) => text ?? '');
}

/** Every message Zalo has is one of ours, and every one we call accepted Zalo has: none twice. */
async function messagesOnBothSides({ zalo, sql }: SoakCity): Promise<Line[]> {
  const rows = await sql<{ id: string; zaloId: string | null; state: string; kind: string }[]>`
    select id, zalo_message_id as "zaloId", state, kind from outbox_messages where coalesce(extras ? 'reaction', false) = false`;
  const ours = new Set(rows.flatMap(({ zaloId }) => zaloId ?? []));
  const delivered: string[] = [];
  for (const { id } of (await zalo.state()).citizens) {
    for (const message of await zalo.messages(id)) if (message.from === 'app') delivered.push(message.id);
  }
  const strangers = delivered.filter((id) => !ours.has(id));
  const missing = [...ours].filter((id) => !delivered.includes(id));
  const untold = rows.filter(({ state }) => !['accepted', 'received', 'seen', 'folded'].includes(state));
  return [
    { what: 'tin Zalo có mà sổ gửi không biết (gửi lặp)', should: 0, is: strangers.length, which: strangers },
    { what: 'tin sổ gửi coi là đã gửi mà Zalo không có', should: 0, is: missing.length, which: missing },
    {
      what: 'tin chưa tới người dân',
      should: 0,
      is: untold.length,
      which: untold.map(({ kind, state }) => `${kind}: ${state}`),
    },
  ];
}

async function nothingLeftOver({ sql }: SoakCity): Promise<Line[]> {
  const [left] = await sql<{ events: number; jobs: number; failed: number; gaps: number }[]>`
    select (select count(*)::int from inbox_events where finished_at is null) as events,
           (select count(*)::int from jobs where finished_at is null and failed_at is null and run_at < now()) as jobs,
           (select count(*)::int from jobs where failed_at is not null and finished_at is null)
             + (select count(*)::int from timers where failed_at is not null and finished_at is null) as failed,
           (select count(*)::int from webhook_gaps where state = 'repairing') as gaps`;
  return [
    { what: 'sự kiện chưa xử lý', should: 0, is: left?.events ?? -1, which: [] },
    { what: 'việc đến giờ chưa làm', should: 0, is: left?.jobs ?? -1, which: [] },
    { what: 'việc hỏng bị gác lại', should: 0, is: left?.failed ?? -1, which: [] },
    { what: 'khoảng hổng webhook chưa vá xong', should: 0, is: left?.gaps ?? -1, which: [] },
  ];
}

/** Every running report has the timer of its next due time. */
async function timersArmed({ sql }: SoakCity): Promise<Line[]> {
  const rows = await sql<{ code: string }[]>`
    select code from reports r where due_at is not null and due_at > now()
      and not exists (select 1 from timers t where t.report_id = r.id and t.finished_at is null)`;
  return [
    { what: 'phản ánh đang chạy mà không có hẹn giờ', should: 0, is: rows.length, which: rows.map(({ code }) => code) },
  ];
}
