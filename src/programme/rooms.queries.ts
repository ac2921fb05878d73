import { Injectable } from '@nestjs/common';
import { slugOf } from '../kernel/slug.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { Conference } from './conference.entity.ts';

/** The part of an address that names a room: *Grand amphi* is `grand-amphi`. */
export const roomSlug = (room: string): string => slugOf(room, 'room');

/** Finds rooms by the name in an address, also by one that a room had before. */
@Injectable()
export class RoomsQueries {
  constructor(private readonly database: Database) {}

  /** The room of that address as it is called now; null when no talk is or was in it. */
  async find(conference: Conference, slug: string): Promise<string | null> {
    const rooms = await this.database.read<{ room: string }>(
      `select distinct coalesce(l.room, t.room) room from talks t
       left join talk_slots l on l.talk_id = t.id
       where t.conference_id = $1 and coalesce(l.room, t.room) <> ''
       order by room`,
      [conference.id],
    );
    const known = rooms.find(({ room }) => roomSlug(room) === slug);
    if (known !== undefined) return known.room;
    const past = await this.database.read<{ was: string; room: string; talks: number }>(
      `select p.room was, l.room, count(*)::int talks
       from past_rooms p
       join talks t on t.id = p.talk_id
       join talk_slots l on l.talk_id = t.id
       where t.conference_id = $1 and l.room <> ''
       group by p.room, l.room
       order by talks desc, l.room`,
      [conference.id],
    );
    // Most of the talks that were in it say what it is called now.
    return past.find(({ was }) => roomSlug(was) === slug)?.room ?? null;
  }
}

/** In the transaction that changes these talks, before their slots are written anew. */
export async function rememberRooms(
  tx: Tx,
  talks: readonly { id: string; talk: { slots: readonly { room: string }[] } }[],
): Promise<void> {
  await tx.query(
    `insert into past_rooms (talk_id, room)
     select l.talk_id, l.room
     from talk_slots l
     join jsonb_to_recordset($1::jsonb) as r(id uuid, rooms text[]) on r.id = l.talk_id
     where l.room <> '' and not l.room = any(r.rooms)
     on conflict do nothing`,
    [JSON.stringify(talks.map(({ id, talk }) => ({ id, rooms: talk.slots.map(({ room }) => room) })))],
  );
}
