import { createHash } from 'node:crypto';
import pg from 'pg';

/** Queries a database outside of a world. */
export async function askIn<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Every table of a database with its number of rows and a hash over them, independent of their order; without what
 * running servers report every few seconds.
 */
export async function tablesOf(url: string): Promise<Record<string, string>> {
  const names = await askIn<{ name: string }>(
    url,
    `select table_name name from information_schema.tables
     where table_schema = 'public'
       and table_type = 'BASE TABLE'
       and table_name not in ('migrations', 'key_holders')
     order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of names) {
    const rows = (await askIn<{ row: string }>(url, `select r::text row from "${name}" r`))
      .map(({ row }) => row)
      .toSorted();
    found[name] = `${rows.length} ${createHash('sha256').update(rows.join('\n')).digest('hex')}`;
  }
  return found;
}

/** Columns, indexes and constraints in PostgreSQL's own notation. */
export async function schemaOf(url: string): Promise<string[]> {
  const rows = await askIn<{ line: string }>(
    url,
    `
     select format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) line
     from information_schema.columns
     where table_schema = 'public'
     union all
     select indexdef from pg_indexes
     where schemaname = 'public'
     union all
     select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
     from pg_constraint
     where connamespace = 'public'::regnamespace
     union all
     select format('%s %s', relname, reloptions) from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r'
     union all
     select name from migrations
     order by 1`,
  );
  return rows.map(({ line }) => line);
}

/** Every row of every table that holds one of these ids, with the name of its table. */
export async function rowsWith(url: string, ids: readonly string[]): Promise<string[]> {
  const tables = await askIn<{ name: string }>(
    url,
    `select table_name name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await askIn<{ row: string }>(url, `select t::text "row" from "${name}" t`);
    found.push(...rows.filter(({ row }) => ids.some((id) => row.includes(id))).map(({ row }) => `${name} ${row}`));
  }
  return found;
}
