import type { Tx } from './database.ts';

/**
 * Columns by the table whose rows they name. By name and not by foreign key, because the hot tables of a thread have
 * none; a test fails for a row that is left behind.
 */
const REFERENCES: Readonly<Record<string, readonly string[]>> = {
  conferences: ['conference_id'],
  talks: ['talk_id'],
  threads: ['thread_id', 'about_thread_id', 'discussion_id'],
  comments: ['comment_id'],
  recaps: ['recap_id'],
  personas: ['persona_id'],
  speakers: ['speaker_id'],
  decisions: ['decision_id'],
};

interface Reference {
  table: string;
  column: string;
  /** The table whose ids the column holds. */
  target: string;
}

/** Rows that one statement deletes with their dependents, so that none nears the time limit of a statement. */
const ROWS_AT_ONCE = 250;

/**
 * Deletes rows by their ids, with every row of any table that names one of them, directly or through others. One
 * statement deletes a row with all of these, because tables may refer to one another in a circle and foreign keys are
 * checked at its end.
 */
export async function deleteWithDependents(tx: Tx, table: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const references = await referencesIn(tx);
  for (let at = 0; at < ids.length; at += ROWS_AT_ONCE)
    await deleteSome(tx, references, { table, ids: ids.slice(at, at + ROWS_AT_ONCE) });
}

async function deleteSome(
  tx: Tx,
  references: readonly Reference[],
  { table, ids }: { table: string; ids: readonly string[] },
): Promise<void> {
  const found = await dependentIds(tx, references, { table, ids });
  const tables = new Set([...references.map((reference) => reference.table), ...Object.keys(REFERENCES)]);
  const values: string[][] = [];
  const deletes = [...tables].flatMap((each) => {
    const conditions = conditionsOf(each, references, found, values);
    return conditions.length === 0 ? [] : [`d_${each} as (delete from ${each} where ${conditions.join(' or ')})`];
  });
  await tx.query(`with ${deletes.join(',\n')} select`, values);
}

async function referencesIn(tx: Tx): Promise<Reference[]> {
  const targets = new Map(Object.entries(REFERENCES).flatMap(([target, names]) => names.map((name) => [name, target])));
  const columns = await tx.query<{ table: string; column: string }>(
    `select c.table_name "table", c.column_name "column"
     from information_schema.columns c
     join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
     where c.table_schema = 'public'
       and t.table_type = 'BASE TABLE'
       and c.udt_name = 'uuid'
       and c.column_name = any($1)
     order by 1, 2`,
    [[...targets.keys()]],
  );
  return columns.map(({ table, column }) => ({ table, column, target: targets.get(column)! }));
}

/** The ids of all rows that go, by table, for the tables that others refer to. */
async function dependentIds(
  tx: Tx,
  references: readonly Reference[],
  { table, ids }: { table: string; ids: readonly string[] },
): Promise<Map<string, Set<string>>> {
  const found = new Map([[table, new Set(ids)]]);
  const fresh = [{ table, ids: [...ids] }];
  for (let next = fresh.shift(); next; next = fresh.shift()) {
    const from = next;
    for (const reference of references.filter(({ target }) => target === from.table)) {
      if (!(reference.table in REFERENCES)) continue;
      const known = found.get(reference.table) ?? new Set();
      found.set(reference.table, known);
      // Writers that name a thread at this moment, such as a reader of its log, are waited for.
      const lock = reference.table === 'threads' ? 'order by id for update' : '';
      const rows = await tx.query<{ id: string }>(
        `select id from ${reference.table} where ${reference.column} = any($1::uuid[]) ${lock}`,
        [from.ids],
      );
      const added = rows.map(({ id }) => id).filter((id) => !known.has(id));
      for (const id of added) known.add(id);
      if (added.length > 0) fresh.push({ table: reference.table, ids: added });
    }
  }
  return found;
}

function conditionsOf(
  table: string,
  references: readonly Reference[],
  found: ReadonlyMap<string, ReadonlySet<string>>,
  values: string[][],
): string[] {
  const among = (column: string, ids: ReadonlySet<string> | undefined): string[] => {
    if (!ids || ids.size === 0) return [];
    values.push([...ids]);
    return [`${column} = any($${values.length}::uuid[])`];
  };
  return [
    ...among('id', found.get(table)),
    ...references
      .filter((reference) => reference.table === table)
      .flatMap(({ column, target }) => among(column, found.get(target))),
  ];
}
