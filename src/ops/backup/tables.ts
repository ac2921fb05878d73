import pg from 'pg';
import type { TableHead } from './backup-format.ts';

/** TypeORM's list of run migrations, which is written by migrating and never copied. */
const MIGRATIONS_TABLE = 'migrations';

/** The forum's tables with their stored columns (not generated ones), by name. */
export async function listTables(client: pg.ClientBase): Promise<TableHead[]> {
  const { rows } = await client.query<TableHead>(
    `select c.relname::text as "table", array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = current_schema()::regnamespace
       and c.relkind = 'r'
       and c.relname <> $1
       and a.attnum > 0
       and not a.attisdropped
       and a.attgenerated = ''
     group by c.relname
     order by c.relname`,
    [MIGRATIONS_TABLE],
  );
  return rows;
}

/** The migrations this database has run, in order; empty for a database without the forum's tables. */
export async function listMigrations(client: pg.ClientBase): Promise<string[]> {
  const {
    rows: [there],
  } = await client.query<{ is: boolean }>('select to_regclass($1) is not null as is', [MIGRATIONS_TABLE]);
  if (!there!.is) return [];
  return (
    await client.query<{ name: string }>(`select name from ${MIGRATIONS_TABLE} order by timestamp, name`)
  ).rows.map(({ name }) => name);
}

export const named = ({ table, columns }: TableHead): string =>
  `${pg.escapeIdentifier(table)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;

/** SQL: formats of values, equal on every server whatever its version and settings. */
export const SPELLING =
  `set local datestyle = 'ISO'; set local timezone = 'UTC'; set local bytea_output = 'hex'; set local ` +
  'extra_float_digits = 1; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0';

/** PostgreSQL's code for a transaction that it ended because two waited for each other. */
const DEADLOCK = '40P01';

/** Times the tables are locked at most, when each time a running server waits for one and holds another. */
const LOCKED_AT_MOST = 10;

/**
 * Locks these tables until the transaction ends, once all other transactions have released them. A server on the same
 * database takes them in its own order; where the two wait for each other, all are released and locked anew.
 */
export async function lockOut(client: pg.ClientBase, tables: readonly string[]): Promise<void> {
  if (tables.length === 0) return;
  await client.query(`set local lock_timeout = '10s'; savepoint unlocked`);
  for (let tried = 1; ; tried += 1) {
    try {
      await client.query(
        `lock table ${tables.map((table) => pg.escapeIdentifier(table)).join(', ')} in access exclusive mode`,
      );
      await client.query('release savepoint unlocked');
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== DEADLOCK || tried === LOCKED_AT_MOST) throw error;
      await client.query('rollback to savepoint unlocked');
    }
  }
}

/** Drops the forum's tables, its sequences and functions, but not its extensions. */
export async function dropTables(client: pg.ClientBase, tables: readonly string[]): Promise<void> {
  await client.query(
    'drop table if exists ' +
      `${[...tables, MIGRATIONS_TABLE].map((table) => pg.escapeIdentifier(table)).join(', ')} cascade`,
  );
  const { rows } = await client.query<{ routine: string }>(
    `select p.oid::regprocedure::text routine from pg_proc p
     where p.pronamespace = current_schema()::regnamespace
       and not exists (
         select from pg_depend d
         where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
       )`,
  );
  for (const { routine } of rows) await client.query(`drop function ${routine} cascade`);
  // Sequences of a column were dropped with their tables.
  const sequences = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind = 'S'`,
  );
  for (const { name } of sequences.rows) await client.query(`drop sequence ${name}`);
}

/**
 * Drops the foreign keys, so that rows can be inserted in any order, and returns the statements that add them again and
 * check every row. Some tables refer to each other, so no order would satisfy the keys.
 */
export async function liftForeignKeys(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) definition
     from pg_constraint
     where contype = 'f' and connamespace = current_schema()::regnamespace`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  return async () => {
    for (const { table, name, definition } of rows)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  };
}
