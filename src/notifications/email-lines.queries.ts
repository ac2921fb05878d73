import { Injectable } from '@nestjs/common';
import { VISIBLE } from '../comments/comment.view.ts';
import { Database } from '../platform/database/database.ts';
import type { EmailNoticeKind } from './mail.policy.ts';

/** A notice as an e-mail shows it, in its state at the time of sending. */
export interface EmailLine {
  noticeId: string;
  emailId: string;
  kind: EmailNoticeKind;
  /** False when what it is about is hidden, or no longer so. */
  isShown: boolean;
  threadId: string | null;
  threadSlug: string | null;
  /** Of the thread, or of the recap. */
  title: string;
  /** Below PUBLIC_URL. */
  path: string;
  conferenceSlug: string;
  conferenceTitle: string;
  accent: string | null;
  timeZone: string;
  commentId: string | null;
  /** The words of others, as they wrote them; null where the reader wants no words, or there are none. */
  words: string | null;
  /** Names of the added links that are still there, for a notice of links; else empty. */
  links: string[];
  /** For a queue: how much waits, and since when. */
  waiting: number | null;
  since: Date | null;
}

/** SQL: what waits for moderators of a conference, one row each. */
export const WAITING_IN = (conference: string): string => `(
    select m.held_at since from threads h join comments m on m.thread_id = h.id
    where h.conference_id = ${conference}
      and m.held_at is not null and m.withheld_at is null and m.withdrawn_at is null
    union all
    select r.held_at from recaps r
    where r.conference_id = ${conference}
      and r.held_at is not null and r.withheld_at is null and r.withdrawn_at is null
    union all
    select r.made_at from reports r
    where r.conference_id = ${conference} and r.status = 'open' and r.confirmed_at is not null
    union all
    select a.at from appeals a where a.conference_id = ${conference} and a.outcome is null
  )`;

const ANSWER_SHOWN = `not exists (
    select from comments w
    where w.id = m.answer_id
      and (w.seq is null or w.held_at is not null or w.withheld_at is not null or w.withdrawn_at is not null)
  )`;

/** Only what readers see now is told, and only while it is still so. */
const IS_SHOWN = `case n.kind
    when 'queue' then q.waiting > 0
    when 'followed-recap' then r.published_at is not null and r.held_at is null and r.withheld_at is null
      and r.withdrawn_at is null
    when 'followed-link' then t.hidden_at is null and cardinality(k.links) > 0
    else coalesce(${VISIBLE}, false) and case n.kind
      when 'reply' then true
      when 'waiting' then m.question_status in ('open', 'taken')
      when 'answered' then m.question_status = 'answered' and ${ANSWER_SHOWN}
      when 'followed-answer' then m.question_status = 'answered' and ${ANSWER_SHOWN}
      else m.question_status = n.kind
    end
  end`;

const LINES = `select n.id "noticeId", n.email_id "emailId", n.kind, coalesce(${IS_SHOWN}, false) "isShown",
    t.id "threadId", t.slug "threadSlug",
    coalesce(v.title, t.title, c.title) title,
    case
      when n.kind = 'queue' then '/organize/' || c.slug || '/queue'
      when r.id is not null then '/c/' || c.slug || '/recaps/' || r.slug
      when n.kind = 'followed-link' then '/c/' || c.slug || '/t/' || t.slug || '#links'
      else '/c/' || c.slug || '/t/' || t.slug || '?comment=' || m.id || '#c-' || m.id
    end path,
    c.slug "conferenceSlug", c.title "conferenceTitle", c.settings->'brand'->>'accent' accent, c.time_zone "timeZone",
    n.comment_id "commentId",
    case when coalesce(s.has_words, false) then coalesce(w.source, m.source) end words,
    coalesce(k.links, '{}') links, q.waiting, q.since
  from email_notices n
  join conferences c on c.id = n.conference_id
  left join threads t on t.id = n.thread_id
  left join comments m on m.id = n.comment_id
  left join comments w on w.id = m.answer_id and n.kind in ('answered', 'followed-answer')
  left join recaps r on r.id = n.recap_id
  left join lateral (
    select title from recap_versions where recap_id = r.id and is_published order by version desc limit 1
  ) v on r.id is not null
  left join lateral (
    select array_agg(coalesce(nullif(l->>'title', ''), l->>'url') order by o) links
    from talks x
    cross join jsonb_array_elements(x.links || x.attachments) with ordinality e(l, o)
    where x.id = t.talk_id and l->>'url' = any(n.link_urls)
  ) k on n.kind = 'followed-link'
  left join email_settings s on s.account_id = n.account_id
  left join lateral (
    select count(*)::int waiting, min(since) since from ${WAITING_IN('n.conference_id')} x
  ) q on n.kind = 'queue'
  where n.email_id = any($1) and n.fate is null
  order by c.title, c.id, n.at, n.id`;

/** Reads what e-mails say, when they are sent. */
@Injectable()
export class EmailLinesQueries {
  constructor(private readonly database: Database) {}

  of(emailIds: readonly string[]): Promise<EmailLine[]> {
    return this.database.ask<EmailLine>(LINES, [emailIds]);
  }
}
