import type { World } from './world.ts';

/** Columns that no reader sees or that never change. Every other column of these tables is public. */
const PRIVATE: Record<string, string[]> = {
  comments: [
    'id',
    'thread_id',
    'seq',
    'changed_seq',
    'parent_id',
    'root_id',
    'persona_id',
    'is_anonymous',
    'posted_at',
    'source',
    'held_because',
  ],
  threads: [
    'id',
    'conference_id',
    'talk_id',
    'slug',
    'code',
    'starts_at',
    'live_until',
    'phase_overrides',
    'recap_id',
    'author_id',
    // A hidden thread is in no answer at all, so that none of its versions can be wrong.
    'hidden_at',
  ],
  thread_heads: ['thread_id', 'seq', 'n', 'floor', 'next_phase_at'],
  conferences: [
    'id',
    'edition',
    // Organizers alone are told, on the page that removes it.
    'is_demo',
  ],
  talks: [
    'id',
    'conference_id',
    'guid',
    'slug',
    'thread_id',
    'edition',
    // Names the version of what is listed beside a talk, as its edition does of itself.
    'recap_edition',
    'edited_fields',
    'is_imported',
  ],
  // A speaker of another name is another speaker.
  speakers: ['id', 'conference_id', 'key', 'name'],
};

/** SQL: what must hold at the commit that changed a public column of a row. */
const PROOF: Record<string, string> = {
  comments: `new.seq is null
      or exists (
        select from thread_log l
        where l.thread_id = new.thread_id
          and l.seq = new.changed_seq
          and l.xmin::text = guard.here()
      )`,
  threads: `exists (
      select from thread_log l
      where l.thread_id = new.id and l.seq is not null and l.xmin::text = guard.here()
    )`,
  thread_heads: `exists (
      select from thread_log l
      where l.thread_id = new.thread_id
        and l.seq is not null
        and l.xmin::text = guard.here()
    )`,
  conferences: 'new.edition > old.edition',
  talks: 'new.edition > old.edition',
  speakers: `not exists (
      select from talk_speakers s
      join talks t on t.id = s.talk_id
      where s.speaker_id = new.id and t.xmin::text <> guard.here()
    )`,
};

/**
 * Makes this database refuse a commit that changed public bytes without a number or an edition, and record what was
 * changed.
 */
export async function guardNumbers(world: World): Promise<void> {
  await world.query(`create schema guard;
    create table guard.written (field text primary key);
    create function guard.here() returns text language sql as $$
      select (pg_current_xact_id()::text::bigint % 4294967296)::text
    $$`);
  for (const [table, proof] of Object.entries(PROOF)) {
    const hidden = PRIVATE[table]!.map((name) => `'${name}'`).join();
    await world.query(`create function guard.${table}() returns trigger language plpgsql as $$
      declare changed text[];
      begin
        select array_agg(n.key) into changed
        from jsonb_each(to_jsonb(new)) n
        join jsonb_each(to_jsonb(old)) o using (key)
        where n.value <> o.value and n.key not in (${hidden});
        if changed is null then return null; end if;
        insert into guard.written select '${table}.' || unnest(changed) on conflict do nothing;
        if not (${proof}) then
          raise exception 'public columns of ${table} were written without a number: %', changed;
        end if;
        return null;
      end $$;
      create constraint trigger guard
        after update on ${table} deferrable initially deferred
        for each row execute function guard.${table}()`);
  }
}

/** Public columns that nothing has changed yet. */
export async function unwritten(world: World): Promise<string[]> {
  const columns = await world.query<{ t: string; c: string }>(
    `select table_name t, column_name c
     from information_schema.columns
     where table_schema = 'public' and table_name = any($1)`,
    [Object.keys(PRIVATE)],
  );
  const written = new Set(
    (await world.query<{ field: string }>('select field from guard.written')).map(({ field }) => field),
  );
  return columns
    .filter(({ t, c }) => !PRIVATE[t]!.includes(c) && !written.has(`${t}.${c}`))
    .map(({ t, c }) => `${t}.${c}`)
    .toSorted();
}
