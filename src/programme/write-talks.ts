import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { timedId } from '../kernel/ids.ts';
import { slicesOf } from '../kernel/slices.ts';
import type { Tx } from '../platform/database/database.ts';
import { columnsOf, INSERTED, RECORD, UPDATED } from './talk-columns.ts';
import type { TalkFields } from './talk-fields.ts';
import { talksInSlices } from './talks-in-slices.ts';
import { guidTaken, slugTaken } from './programme.problems.ts';
import { addedLinks, type LinksListener } from './added-links.ts';
import { raiseTalksBefore, talksBefore } from './raise-edition.ts';
import { rememberRooms } from './rooms.queries.ts';

export type WrittenTalk = TalkFields & { id: string };
interface IdentifiedTalk {
  id: string;
  talk: TalkFields;
}

/**
 * Writes talks with their slots and speakers, a hundred in a few statements. The caller passes changed talks only,
 * because each call raises their editions, and what is shown beside the talks before them in a room.
 */
@Injectable()
export class WriteTalks {
  private readonly linksListeners: LinksListener[] = [];

  constructor(private readonly clock: Clock) {}

  /** Calls `listener` in each transaction that adds links to talks which are there already. */
  onLinksAdded(listener: LinksListener): void {
    this.linksListeners.push(listener);
  }

  /**
   * Inserts talks; returns them with ids in the given order. Throws `slug-taken`, `talk-guid-taken` for the first that
   * clashes.
   */
  async insert(
    tx: Tx,
    conferenceId: string,
    talks: readonly TalkFields[],
    { isImported = false } = {},
  ): Promise<WrittenTalk[]> {
    if (talks.length === 0) return [];
    const now = this.clock.now();
    const written = talks.map((talk) => ({ ...talk, id: timedId(now) }));
    const [clash] = await tx.query<{ guid: string; slug: string }>(
      'select guid, slug from talks where conference_id = $1 and (guid = any($2) or slug = any($3)) limit 1',
      [conferenceId, written.map(({ guid }) => guid), written.map(({ slug }) => slug)],
    );
    if (clash)
      throw written.some(({ guid }) => guid === clash.guid)
        ? guidTaken({ guid: clash.guid })
        : slugTaken({ slug: clash.slug });
    const pairs = written.map((talk) => ({ id: talk.id, talk }));
    await this.writeSpeakers(tx, conferenceId, pairs);
    await talksInSlices(pairs, async (slice) => {
      await tx.query(
        `insert into talks (id, conference_id, ${INSERTED}, is_imported)
         select id, $1, ${INSERTED}, $3
         from jsonb_to_recordset($2::jsonb) as r(${RECORD})`,
        [conferenceId, JSON.stringify(slice.map(({ id, talk }) => ({ id, ...columnsOf(talk) }))), isImported],
      );
      await this.relate(tx, conferenceId, slice);
    });
    await raiseTalksBefore(tx, idsOf(written));
    return written;
  }

  /**
   * Updates talks; their threads, ids and addresses stay. `isUndone` says that it brings back what was before, so that
   * no link in it is new.
   */
  async update(
    tx: Tx,
    conferenceId: string,
    talks: readonly IdentifiedTalk[],
    { isUndone = false } = {},
  ): Promise<void> {
    if (talks.length === 0) return;
    const ids = idsOf(talks);
    const before = await talksBefore(tx, ids);
    await this.writeSpeakers(tx, conferenceId, talks);
    await talksInSlices(talks, async (slice) => {
      const added = isUndone ? [] : await addedLinks(tx, slice);
      await tx.query(
        `update talks t
         set ${UPDATED}, edition = t.edition + 1
         from jsonb_to_recordset($1::jsonb) as r(${RECORD})
         where t.id = r.id`,
        [JSON.stringify(slice.map(({ id, talk }) => ({ id, ...columnsOf(talk) })))],
      );
      await this.relate(tx, conferenceId, slice);
      if (added.length > 0) for (const listener of this.linksListeners) await listener(tx, added);
    });
    await raiseTalksBefore(tx, ids, before);
  }

  /** Changes guids. Two talks may swap theirs, so each gives up its own first. */
  async rekey(tx: Tx, changes: readonly { id: string; guid: string }[]): Promise<void> {
    if (changes.length === 0) return;
    const [ids, guids] = [changes.map(({ id }) => id), changes.map(({ guid }) => guid)];
    await tx.query(`update talks set guid = 'moving:' || id where id = any($1)`, [ids]);
    await tx.query(
      `update talks t
       set guid = r.guid, edition = t.edition + 1
       from unnest($1::uuid[], $2::text[]) as r(id, guid)
       where t.id = r.id`,
      [ids, guids],
    );
  }

  async setStatus(tx: Tx, id: string, status: TalkFields['status']): Promise<void> {
    await tx.query('update talks set status = $2, edition = edition + 1 where id = $1 and status <> $2', [id, status]);
    await raiseTalksBefore(tx, [id]);
  }

  /** Writes each speaker once. Their other talks show the change too, and get a new edition. */
  private async writeSpeakers(tx: Tx, conferenceId: string, talks: readonly IdentifiedTalk[]): Promise<void> {
    const speakers = [
      ...new Map(talks.flatMap(({ talk }) => talk.speakers).map((speaker) => [speaker.key, speaker])).values(),
    ];
    const now = this.clock.now();
    const changed: string[] = [];
    for (const slice of slicesOf(speakers, ({ bioHtml }) => bioHtml.length)) {
      const rows = await tx.query<{ id: string }>(
        `insert into speakers as s (id, conference_id, key, name, bio_html)
         select id, $1, key, name, bio_html
         from jsonb_to_recordset($2::jsonb) as r(id uuid, key text, name text, bio_html text)
         on conflict (conference_id, key) do update set name = excluded.name, bio_html = excluded.bio_html
         where (s.name, s.bio_html) <> (excluded.name, excluded.bio_html)
         returning s.id`,
        [
          conferenceId,
          JSON.stringify(slice.map(({ key, name, bioHtml }) => ({ id: timedId(now), key, name, bio_html: bioHtml }))),
        ],
      );
      changed.push(...rows.map(({ id }) => id));
    }
    if (changed.length === 0) return;
    await tx.query(
      `update talks
       set edition = edition + 1
       where id in (select talk_id from talk_speakers where speaker_id = any($1))
         and not id = any($2)`,
      [changed, talks.map(({ id }) => id)],
    );
  }

  private async relate(tx: Tx, conferenceId: string, talks: readonly IdentifiedTalk[]): Promise<void> {
    const ids = idsOf(talks);
    await rememberRooms(tx, talks);
    await tx.query('delete from talk_slots where talk_id = any($1)', [ids]);
    await tx.query('delete from talk_speakers where talk_id = any($1)', [ids]);
    await tx.query(
      `insert into talk_slots (talk_id, starts_at, room, duration_minutes, key)
       select talk_id, starts_at, room, duration_minutes, key
       from jsonb_to_recordset($1::jsonb)
         as r(talk_id uuid, starts_at timestamptz, room text, duration_minutes int, key text)
       on conflict do nothing`,
      [
        JSON.stringify(
          talks.flatMap(({ id, talk }) =>
            talk.slots.map((slot) => ({
              talk_id: id,
              starts_at: slot.startsAt,
              room: slot.room,
              duration_minutes: slot.durationMinutes,
              key: slot.key,
            })),
          ),
        ),
      ],
    );
    await tx.query(
      `insert into talk_speakers (talk_id, speaker_id, position)
       select r.talk_id, s.id, r.position from jsonb_to_recordset($2::jsonb) as r(talk_id uuid, key text, position int)
       join speakers s on s.conference_id = $1 and s.key = r.key on conflict do nothing`,
      [
        conferenceId,
        JSON.stringify(
          talks.flatMap(({ id, talk }) => talk.speakers.map(({ key }, position) => ({ talk_id: id, key, position }))),
        ),
      ],
    );
  }
}

const idsOf = (talks: readonly { id: string }[]): string[] => talks.map(({ id }) => id);
