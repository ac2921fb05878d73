import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import type { Conference } from './conference.entity.ts';
import { DAY_STARTS_AT_HOUR } from './conference.policy.ts';
import { lookedFor, type TalkFilter } from './talk-filter.ts';

/** One time of a talk; simultaneous rooms are one time, with their names joined. */
export interface TalkTime {
  talkId: string;
  startsAt: Date | null;
  durationMinutes: number;
  room: string;
}

const AT = `coalesce(l.starts_at, t.starts_at)`;
const ROOM = `coalesce(l.room, t.room)`;
/** SQL: the time in milliseconds; talks without one come last. */
const PLACE = `coalesce((extract(epoch from ${AT}) * 1000)::bigint, 9007199254740991)`;
const TIME = `t.id "talkId", ${AT} "startsAt", max(coalesce(l.duration_minutes, t.duration_minutes)) "durationMinutes",
  string_agg(${ROOM}, ', ' order by ${ROOM}) room`;
const TIMES = 'talks t left join talk_slots l on l.talk_id = t.id';

/** Most talks that are listed as following another. */
const FOLLOWING = 2;

/** Lists talks by each of their times. */
@Injectable()
export class SlotsQueries {
  constructor(private readonly database: Database) {}

  /** The times at which something is on in a room, as it is called now; without cancelled talks. */
  ofRoom(conferenceId: string, room: string): Promise<TalkTime[]> {
    return this.database.read<TalkTime>(
      `select ${TIME} from ${TIMES}
       where t.conference_id = $1 and ${ROOM} = $2 and t.status = 'confirmed'
       group by t.id, ${AT}
       order by ${PLACE}, t.id`,
      [conferenceId, room],
    );
  }

  /** By time, then the talk's id; `after` is the (milliseconds, id) of the last one seen. */
  async list(
    conference: Conference,
    filter: TalkFilter,
    page: { limit: number; after: readonly [number, string] | null },
  ): Promise<TalkTime[]> {
    const { day = null, ids = null } = filter;
    if (ids?.length === 0) return [];
    const { room, track } = lookedFor(filter);
    return this.database.read<TalkTime>(
      `select ${TIME} from ${TIMES}
       where t.conference_id = $1
         and ($2::date is null or ${dayOf(AT, '$3')} = $2)
         and ($4::text is null or ${ROOM} = $4)
         and ($5::text is null or t.track = $5)
         and ($6::uuid[] is null or t.id = any($6))
         and ($8::bigint is null or (${PLACE}, t.id) > ($8, $9::uuid))
       group by t.id, ${AT}
       order by ${PLACE}, t.id limit $7`,
      [
        conference.id,
        day,
        conference.timeZone,
        room,
        track,
        ids,
        page.limit,
        page.after?.[0] ?? null,
        page.after?.[1] ?? null,
      ],
    );
  }

  /** Times that began less than a day before `now` or begin within `hoursAfter` hours, without cancelled talks. */
  listAround(conferenceId: string, now: Date, { hoursAfter }: { hoursAfter: number }): Promise<TalkTime[]> {
    return this.database.read<TalkTime>(
      `select ${TIME} from ${TIMES}
       where t.conference_id = $1
         and t.status <> 'cancelled'
         and ${AT} > $2::timestamptz - interval '1 day'
         and ${AT} <= $2::timestamptz + make_interval(hours => $3)
       group by t.id, ${AT}
       order by ${AT}, t.id limit 200`,
      [conferenceId, now, hoursAfter],
    );
  }

  /**
   * Lists the talks that follow a talk in its rooms on the same day, without cancelled talks: the next ones after each
   * of its times, at most `FOLLOWING` in all, by time.
   */
  listFollowing(conference: Conference, talkId: string): Promise<TalkTime[]> {
    return this.database.read<TalkTime>(
      `select n.talk_id "talkId", n.starts_at "startsAt", max(n.duration_minutes) "durationMinutes",
         string_agg(distinct n.room, ', ' order by n.room) room
       from talk_slots l
       cross join lateral (
         select f.*
         from talk_slots f
         join talks t on t.id = f.talk_id
         where f.room = l.room
           and f.starts_at > l.starts_at
           and f.starts_at < l.starts_at + interval '1 day'
           and ${dayOf('f.starts_at', '$3')} = ${dayOf('l.starts_at', '$3')}
           and f.talk_id <> l.talk_id
           and t.conference_id = $1
           and t.status <> 'cancelled'
         order by f.starts_at, f.talk_id
         limit ${FOLLOWING}
       ) n
       where l.talk_id = $2 and l.room <> ''
       group by n.talk_id, n.starts_at
       order by n.starts_at, n.talk_id
       limit ${FOLLOWING}`,
      [conference.id, talkId, conference.timeZone],
    );
  }
}

/** SQL: the day of a time in the conference's zone, which ends at four in the morning. */
const dayOf = (at: string, zone: string): string =>
  `((${at} at time zone ${zone}) - interval '${DAY_STARTS_AT_HOUR} hours')::date`;

/** The place of a time in the programme, as `list` orders it. */
export const placeOfTime = ({ startsAt, talkId }: TalkTime): readonly [number, string] => [
  startsAt?.getTime() ?? Number.MAX_SAFE_INTEGER,
  talkId,
];
