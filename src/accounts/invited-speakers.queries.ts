import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../platform/database/database.ts';

/** A speaker of the programme, as its organizers invite them. Never an address. */
export interface InvitedSpeaker {
  id: string;
  name: string;
  talks: { id: string; title: string; hasCome: boolean }[];
  /**
   * `taken`: has come, for all its talks; `sent` and `returned`: how the e-mail fared; `prepared`: a link, or an e-mail
   * still to be sent; `ready`: an address is known and nothing was sent; `none`: no address.
   */
  state: 'taken' | 'sent' | 'returned' | 'prepared' | 'ready' | 'none';
  /** Time when the invitation was mailed last, or is asked to be. */
  mailedAt: Date | null;
  /** The link that is open, and whether an address is kept with it. */
  linkId: string | null;
  isMailed: boolean;
}

/** Reads how the speakers of a programme are invited. */
@Injectable()
export class InvitedSpeakers {
  private readonly asker: Queryable;

  constructor(database: Database) {
    this.asker = { query: (sql, values) => database.ask(sql, values) };
  }

  /** The speakers of the confirmed talks of a conference, by name. */
  all(conferenceId: string, through: Queryable = this.asker): Promise<InvitedSpeaker[]> {
    return through.query<InvitedSpeaker>(
      `select p.id, p.name, p.talks, l.link_id "linkId", e.id is not null "isMailed",
         coalesce(e.sent_at, e.made_at) "mailedAt",
         case
           when p.has_come then 'taken'
           when a.id is not null then 'ready'
           when l.emailed in ('sent', 'returned') then l.emailed
           when l.link_id is not null then 'prepared'
           else 'none'
         end state
       from (
         select s.id, s.name, bool_and(${HAS_COME}) has_come,
           jsonb_agg(
             jsonb_build_object('id', k.id, 'title', k.title, 'hasCome', ${HAS_COME})
             order by k.starts_at nulls last, k.id
           ) talks
         from speakers s
         join talk_speakers ts on ts.speaker_id = s.id
         join talks k on k.id = ts.talk_id
         where s.conference_id = $1 and k.status = 'confirmed'
         group by s.id
       ) p
       left join lateral (
         select i.link_id, i.emailed from invitations i
         where i.speaker_id = p.id and i.claimed_at is null and i.ended_at is null
         order by i.expires_at desc, i.id limit 1
       ) l on true
       left join invitation_emails e on e.id = l.link_id
       left join speaker_addresses a on a.speaker_id = p.id
       order by lower(p.name), p.id`,
      [conferenceId],
    );
  }
}

/**
 * SQL: whether speaker `s` has come to talk `k`: an account speaks there under the speaker's name or by the speaker's
 * link, or speaks at all where the talk has one speaker.
 */
const HAS_COME = `exists (
  select from grants g
  where g.talk_id = k.id
    and g.role = 'speaker'
    and (
      g.name = s.name
      or (select count(*) from talk_speakers o where o.talk_id = k.id) = 1
      or exists (
        select from invitations i
        where i.speaker_id = s.id and i.talk_id = k.id and i.claimed_at is not null and i.name = g.name
      )
    )
)`;
