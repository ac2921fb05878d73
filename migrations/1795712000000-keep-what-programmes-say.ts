import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds to talks what their programme says besides: how its maker finds them, whether they may be recorded, links; gives
 * each slot a key that stays when it moves; adds the questions that an import leaves to the organizer.
 */
export class KeepWhatProgrammesSay1795712000000 implements MigrationInterface {
  name = 'KeepWhatProgrammesSay1795712000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table talks
        add source_code text not null default '',
        add source_id text not null default '',
        add do_not_record boolean not null default false,
        add recording_license text not null default '',
        add links jsonb not null default '[]',
        add attachments jsonb not null default '[]'`);
    await q.query(`
      update talks
      set source_code = case when guid like 'code:%' then substr(guid, 6) else '' end,
        source_id = case when guid like 'id:%' then substr(guid, 4) else '' end
      where guid like 'code:%' or guid like 'id:%'`);
    await q.query(`alter table talk_slots add key text not null default '1'`);
    await q.query(`
      update talk_slots l
      set key = n.number::text
      from (
        select talk_id, starts_at, room, row_number() over (partition by talk_id order by starts_at, room) number
        from talk_slots
      ) n
      where (n.talk_id, n.starts_at, n.room) = (l.talk_id, l.starts_at, l.room)
        and n.number > 1`);
    await q.query(`
      create table import_questions (
        id uuid primary key,
        conference_id uuid not null references conferences,
        kind text not null,
        key text not null,
        talk_id uuid not null references talks,
        found_title text not null,
        found jsonb,
        asked_at timestamptz not null,
        answer text,
        answered_at timestamptz,
        constraint import_question_is_asked_once unique (conference_id, kind, key)
      )`);
    await q.query('create index import_questions_by_talk on import_questions (talk_id)');
    await this.keepKnownZones(q);
  }

  /** Zones that only JavaScript knows made every page of their conference fail: they get their canonical name. */
  private async keepKnownZones(q: QueryRunner): Promise<void> {
    const unknown = (await q.query(`
      select distinct c.time_zone zone from conferences c
      where not exists (select from pg_timezone_names z where lower(z.name) = lower(c.time_zone))`)) as {
      zone: string;
    }[];
    for (const { zone } of unknown)
      await q.query('update conferences set time_zone = $2, edition = edition + 1 where time_zone = $1', [
        zone,
        canonical(zone),
      ]);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table import_questions');
    await q.query('alter table talk_slots drop key');
    await q.query(`
      alter table talks
        drop source_code, drop source_id, drop do_not_record, drop recording_license, drop links, drop attachments`);
  }
}

function canonical(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
