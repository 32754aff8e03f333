import type { Sql } from '../../../../db/client.ts';

/** Where in the whole database, in any column that can hold words or numbers as text, one of the marks still stands. */
export async function whereFound(sql: Sql, marks: readonly string[]): Promise<string[]> {
  const columns = await sql<{ table: string; column: string }[]>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public'
      and (data_type in ('text', 'jsonb', 'json', 'character varying', 'ARRAY', 'double precision', 'bytea'))`;
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await sql<{ mark: string }[]>`
      select distinct mark from ${sql(table)}, unnest(${[...marks]}::text[]) as mark
      where strpos(lower(${sql(column)}::text), lower(mark)) > 0`;
    for (const { mark } of rows) found.push(`${table}.${column}: ${mark}`);
  }
  return found.sort();
}
