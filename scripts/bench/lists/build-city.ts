import postgres from 'postgres';
import { type SampleText, sampleTexts, streets, type WardSlot, wardWheel } from './lookups.ts';
import { DAY } from './moment.ts';

export interface CitySize {
  reports: number;
  /** Over how many days up to `DAY` they were received. */
  days: number;
}

/**
 * Fills an empty, migrated database with reports, and with the sums their lives would have left. The same numbers on every
 * run. Indexes are taken off, and put back as the migrations made them.
 */
export async function buildCity(url: string, size: CitySize): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`set session_replication_role = replica`;
    await sql`set maintenance_work_mem = '1GB'`;
    await sql`set max_parallel_workers_per_gather = 0`;
    await sql`select setseed(0.42)`;
    await fillLookups(sql);
    await draw(sql, size);
    const indexes = await sql<{ name: string; definition: string }[]>`
      select indexname as name, indexdef as definition from pg_indexes
      where tablename = 'reports' and indexname not in (select conname from pg_constraint)`;
    for (const { name } of indexes) await sql`drop index ${sql(name)}`;
    await insertReports(sql, size);
    for (const { definition } of indexes) await sql.unsafe(definition);
    await insertSums(sql);
    await sql`drop table drawn, sample, ward_slot, street`;
    await sql`vacuum analyze`;
  } finally {
    await sql.end();
  }
}

async function fillLookups(sql: postgres.Sql): Promise<void> {
  const wards = wardWheel();
  const samples = sampleTexts();
  const ward = <Key extends keyof WardSlot>(key: Key) => wards.map((slot) => slot[key]);
  const sample = <Key extends keyof SampleText>(key: Key) => samples.map((item) => item[key]);
  await sql`
    create unlogged table ward_slot as
    select row_number() over () as i, * from unnest(${ward('code')}::text[], ${ward('name')}::text[], ${ward('plainName')}::text[],
      ${ward('longitude')}::float8[], ${ward('latitude')}::float8[], ${ward('spread')}::float8[])
      as slot (code, name, plain_name, longitude, latitude, spread)`;
  await sql`
    create unlogged table sample as
    select row_number() over () as i, * from unnest(${sample('text')}::text[], ${sample('words')}::text[],
      ${sample('category')}::text[], ${sample('priority')}::text[], ${sample('agency')}::text[])
      as one (text, words, category, priority, agency)`;
  await sql`create unlogged table street as select row_number() over () as i, name from unnest(${[...streets]}::text[]) as name`;
  await sql`create unique index on ward_slot (i)`;
  await sql`create unique index on sample (i)`;
  await sql`create unique index on street (i)`;
  await sql`analyze ward_slot, sample, street`;
}

/** Dice for every report: where, what about, when, and how it has gone so far. Older ones are mostly closed (domain §5.1). */
async function draw(sql: postgres.Sql, { reports: count, days }: CitySize): Promise<void> {
  await sql`
    create unlogged table drawn as
    select n, ward, about, also, on_street, number, alley, received_at, how, east, north, agency_dice,
      case
        when age < interval '2 days' then
          (array['received', 'dispatched', 'in_progress', 'awaiting_citizen', 'answered', 'refused'])[width_bucket(how, array[0, .12, .45, .88, .93, .97])]
        when age < interval '15 days' then
          (array['dispatched', 'in_progress', 'awaiting_citizen', 'answered', 'closed_confirmed', 'closed_unconfirmed', 'refused', 'merged'])[width_bucket(how, array[0, .08, .35, .39, .64, .80, .90, .97])]
        else
          (array['in_progress', 'dispatched', 'answered', 'withdrawn', 'merged', 'refused', 'closed_confirmed', 'closed_unconfirmed'])[width_bucket(how, array[0, .018, .022, .03, .05, .10, .176, .56])]
      end as state
    from (
      select n, 1 + floor(random() * (select count(*) from ward_slot))::int as ward,
        -- A few kinds of report are most of them.
        1 + floor(power(random(), 1.6) * (select count(*) from sample))::int as about,
        case when random() < .4 then 1 + floor(random() * (select count(*) from sample))::int end as also,
        1 + floor(power(random(), 1.3) * (select count(*) from street))::int as on_street,
        1 + floor(random() * 400)::int as number, 1 + floor(random() * 120)::int as alley,
        received_at, ${DAY}::timestamptz - received_at as age, random() as how,
        sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) as east, sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) as north,
        random() as agency_dice
      from (
        select n, ${DAY}::timestamptz - (${days}::float8 * (1 - n::float8 / ${count})) * interval '1 day'
          - random() * interval '8 hours' as received_at
        from generate_series(1, ${count}) n
      ) timed
    ) diced`;
}

async function insertReports(sql: postgres.Sql, { reports: count }: CitySize): Promise<void> {
  const people = Math.ceil(count / 3);
  await sql`
    insert into citizens (oa_user_id, followed)
    select 'bench-' || n, true from generate_series(1, ${people}) n`;
  await sql`
    insert into reports (code, state, channel, citizen_id, text, search_text, place_text, latitude, longitude, ward_code, ward_basis,
      category_code, category_basis, priority_class, agency_code, merged_into_id, received_at, received_day, accept_due_at,
      dispatched_at, answer_due_at, answered_at, closed_at, due_at, policy_version, tray_since, overdue_at)
    select 'HN-' || upper(lpad(to_hex(n::bigint * 2654435761 % 4294967296), 8, '0')), state, case when how < .3 then 'chat' else 'miniapp' end,
      1 + n::bigint * 7919 % ${people}, sample.text || coalesce('. ' || second.text, ''),
      ' ' || sample.words || coalesce(' ' || second.words, '') || ' so ' || number || ' ngo ' || alley || ' ' || street.name || ' ' || w.plain_name || ' ',
      'Số ' || number || ' ngõ ' || alley || ' ' || street.name || ', ' || w.name,
      case when agency_dice < .92 then w.latitude + north * w.spread / 2 end, case when agency_dice < .92 then w.longitude + east * w.spread / 2 end,
      w.code, 'polygon', sample.category, 'suggested', sample.priority, holder,
      case when state = 'merged' then greatest(1, n - 1 - number % 50) end,
      received_at, to_char(received_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'), received_at + interval '8 hours',
      case when state <> 'received' then received_at + interval '20 minutes' end,
      case when state in ('dispatched', 'in_progress', 'awaiting_citizen') then answer_due end,
      case when state in ('answered', 'closed_confirmed', 'closed_unconfirmed') then answered end,
      case when state in ('closed_confirmed', 'closed_unconfirmed', 'refused', 'merged', 'withdrawn') then answered + interval '3 days' end,
      case when state = 'received' then received_at + interval '8 hours'
        when state in ('dispatched', 'in_progress') then answer_due
        when state = 'awaiting_citizen' then ${DAY}::timestamptz + number * interval '20 minutes'
        when state = 'answered' then answered + interval '7 days' end,
      'bench', case when state = 'received' and number < 160 then received_at end,
      case when state in ('dispatched', 'in_progress') and answer_due < ${DAY}::timestamptz then answer_due end
    from (
      select *, received_at + interval '5 days' + number * interval '50 minutes' as answer_due,
        received_at + interval '1 day' + number * interval '25 minutes' as answered
      from drawn
    ) drawn
    join ward_slot w on w.i = drawn.ward
    join sample on sample.i = drawn.about
    left join sample second on second.i = drawn.also
    join street on street.i = drawn.on_street
    cross join lateral (select case when drawn.state = 'received' and how < .06 then null
      when sample.agency = 'ward' or agency_dice < .25 then 'ubnd-' || w.code
      when sample.agency = 'police' then 'ca-' || w.code else sample.agency end as holder) agency
    order by n`;
}

/**
 * What the lives of these reports would have left in the tallies, folded as `foldTallies` folds, the last day unfolded. Only the
 * sums that are asked for here: `tally_sums` stays empty.
 */
async function insertSums(sql: postgres.Sql): Promise<void> {
  await sql`
    create unlogged table counted as
    select day, measure, agency_code, ward_code, category_code, sum(count)::int as count from (
      select received_day::date as day, measure, '' as agency_code, '' as ward_code, '' as category_code, 1 as count
      from reports cross join lateral unnest(array['received', 'state:' || state]) as measure
      union all
      select (coalesce(answered_at, received_at) at time zone 'Asia/Ho_Chi_Minh')::date, measure, coalesce(agency_code, ''), ward_code, category_code, 1
      from reports cross join lateral unnest(case
        when state in ('answered', 'closed_confirmed', 'closed_unconfirmed') then array['answered',
          case when id % 13 < 11 then 'answered_on_time' else 'answered_late' end,
          case when state = 'closed_confirmed' then 'confirmed' when state = 'closed_unconfirmed' then 'closed_silent' end,
          case when id % 2 = 0 then 'rated' end,
          case when id % 20 in (0, 2, 4, 6) then 'rated_satisfied' when id % 20 in (8, 10) then 'rated_accepted' when id % 2 = 0 then 'rated_unsatisfied' end,
          case when id % 17 = 0 then 'reopened' end, case when id % 11 = 0 then 'handed_over' end,
          case when id % 9 = 0 then 'extended' end, case when id % 7 = 0 then 'gate_refused' end]
        when state = 'refused' then array['refused'] when overdue_at is not null then array['overdue'] else array[]::text[] end) as measure
    ) happened where measure is not null group by day, measure, agency_code, ward_code, category_code`;
  await sql`
    insert into tallies (day, measure, agency_code, ward_code, category_code, count)
    select * from counted where day >= (${DAY}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date`;
  await sql`delete from counted where day >= (${DAY}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date`;
  await sql`insert into balance_sums (day, measure, count) select day, measure, count from counted where agency_code = '' and ward_code = ''`;
  await sql`delete from counted where agency_code = '' and ward_code = ''`;
  await sql`
    insert into agency_totals (agency_code, day, totals)
    select agency_code, day, jsonb_object_agg(measure, total) from (
      select agency_code, measure, day, sum(count) over (partition by agency_code, measure order by day) as total from (
        -- Every measure on every day on which something happened, so that each row has all totals.
        select busy.agency_code, busy.day, known.measure, coalesce(sum(counted.count), 0) as count
        from (select distinct agency_code, day from counted where agency_code <> '') busy
        join (select distinct agency_code, measure from counted) known using (agency_code)
        left join counted using (agency_code, day, measure)
        group by busy.agency_code, busy.day, known.measure
      ) daily
    ) running group by agency_code, day order by day`;
  await sql`drop table counted`;
}
