import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices } from '../accounts/notices.ts';
import { ForgetAskers } from '../comments/forget-askers.ts';
import { VISIBLE } from '../comments/comment.view.ts';
import { Clock } from '../kernel/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { LogReaders, type LogEntry, type LogReader } from '../threads/log-readers.ts';
import type { ThreadEventKind } from '../threads/thread-event.ts';

/** Events that are older when they are read are not told: they come from an archive, or a log that was read late. */
const TOLD_HOURS = 72;

/** After the talk a speaker answers in the room for so long; questions wait from then on. */
const LIVE_HOUR = `interval '1 hour'`;

/** SQL: when questions to a talk `k` begin to wait; null for one without a time. */
export const waitsFrom = (k: string): string =>
  `${k}.starts_at + make_interval(mins => ${k}.duration_minutes) + ${LIVE_HOUR}`;

const OUTCOMES: Partial<Record<ThreadEventKind, string>> = {
  'question.answered': 'answered',
  'question.declined': 'declined',
  'question.merged': 'merged',
  'question.expired': 'expired',
};

const SHOWN_COMMENTS: readonly ThreadEventKind[] = ['comment.posted', 'comment.released'];

/** One notice for each account and event; a guest has no address. */
const insertInto = (rows: string): string =>
  `insert into email_notices (id, account_id, kind, conference_id, thread_id, comment_id, recap_id, n, at, due_at)
   select gen_random_uuid(), x.account_id, x.kind, t.conference_id, t.id, x.comment_id, x.recap_id, x.n, $2, x.due_at
   from (${rows}) x
   join threads t on t.id = x.thread_id
   join accounts a on a.id = x.account_id and a.kind = 'full'
   on conflict do nothing`;

const EVENTS = 'unnest($3::int[], $4::text[], $5::uuid[]) e(n, kind, comment_id)';

/** To askers: what became of their question. An answer of one's own is no news. */
const TO_ASKERS = insertInto(
  `select p.account_id, e.kind, $1::uuid thread_id, m.id comment_id, null::uuid recap_id, e.n, $2::timestamptz due_at
   from ${EVENTS}
   join comments m on m.id = e.comment_id
   join personas p on p.id = m.persona_id
   left join comments w on w.id = m.answer_id
   left join personas o on o.id = w.persona_id
   where p.account_id is distinct from o.account_id
     and not exists (
       select from account_notices l
       where l.comment_id = m.id and l.kind = 'answered' and e.kind = 'answered' and l.letter_tried_at is not null
     )`,
);

/** To followers of the thread: an answer, unless they asked or gave it. */
const TO_FOLLOWERS = insertInto(
  `select f.account_id, 'followed-answer' kind, $1::uuid thread_id, m.id comment_id, null::uuid recap_id, e.n,
     $2::timestamptz due_at
   from ${EVENTS}
   join comments m on m.id = e.comment_id
   join thread_follows f on f.thread_id = $1
   left join comments w on w.id = m.answer_id
   where e.kind = 'answered'
     and not exists (
       select from personas p where p.id in (m.persona_id, w.persona_id) and p.account_id = f.account_id
     )`,
);

/** To authors: a reply to what they said, by another account. */
const TO_AUTHORS = insertInto(
  `select p.account_id, 'reply' kind, $1::uuid thread_id, m.id comment_id, null::uuid recap_id, e.n,
     $2::timestamptz due_at
   from ${EVENTS}
   join comments m on m.id = e.comment_id and m.kind <> 'answer'
   join comments q on q.id = m.parent_id
   join personas p on p.id = q.persona_id
   left join personas o on o.id = m.persona_id
   where ${VISIBLE} and p.account_id is distinct from o.account_id`,
);

/** To the talk's speakers: a question, once the talk and its live hour are over. */
const TO_SPEAKERS = insertInto(
  `select distinct g.account_id, 'waiting' kind, $1::uuid thread_id, m.id comment_id, null::uuid recap_id, e.n,
     greatest($2::timestamptz, ${waitsFrom('k')}) due_at
   from ${EVENTS}
   join comments m on m.id = e.comment_id and m.kind = 'question'
   join threads h on h.id = $1
   join talks k on k.id = h.talk_id
   join grants g on g.talk_id = k.id and g.role = 'speaker'
   left join personas o on o.id = m.persona_id
   where ${VISIBLE} and g.account_id is distinct from o.account_id`,
);

/** To followers of the threads a recap is about. */
const OF_RECAPS = insertInto(
  `select f.account_id, 'followed-recap' kind, f.thread_id, null::uuid comment_id, r.id recap_id, $3::int n,
     $2::timestamptz due_at
   from recaps r
   join lateral (
     select r.about_thread_id id
     union
     select k.thread_id
     from recap_versions v
     cross join unnest(v.talk_ids) u(talk_id)
     join talks k on k.id = u.talk_id
     where v.recap_id = r.id and v.is_published
   ) about on about.id is not null
   join thread_follows f on f.thread_id = about.id
   left join personas o on o.id = r.persona_id
   where r.discussion_id = $1
     and f.account_id is distinct from o.account_id
     and not exists (
       select from email_notices b
       where b.account_id = f.account_id and b.recap_id = r.id and b.kind = 'followed-recap'
     )`,
);

/** Makes notices of what happens in threads, by reading their logs: each once, in the transaction of the reader. */
@Injectable()
export class CollectNotices implements OnModuleInit, LogReader {
  readonly name = 'notifications/notices';

  constructor(
    private readonly logReaders: LogReaders,
    private readonly forgetAskers: ForgetAskers,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.logReaders.register(this);
    this.forgetAskers.also(async (tx, commentIds) => {
      await tx.query('delete from email_notices where comment_id = any($1)', [commentIds]);
    });
  }

  async read(tx: Tx, threadId: string, entries: readonly LogEntry[]): Promise<void> {
    const since = this.clock.ago({ hours: TOLD_HOURS });
    const recent = entries.filter(({ at }) => at > since);
    const now = this.clock.now();
    const add = (sql: string, events: readonly LogEntry[], kindOf: (kind: ThreadEventKind) => string) =>
      tx.query(sql, [
        threadId,
        now,
        events.map(({ n }) => n),
        events.map(({ kind }) => kindOf(kind)),
        events.map(({ commentId }) => commentId),
      ]);
    const outcomes = recent.filter(({ kind, commentId }) => commentId !== null && OUTCOMES[kind] !== undefined);
    if (outcomes.length > 0) {
      await add(TO_ASKERS, outcomes, (kind) => OUTCOMES[kind]!);
      await add(TO_FOLLOWERS, outcomes, (kind) => OUTCOMES[kind]!);
    }
    const shown = recent.filter(({ kind, seq }) => seq !== null && SHOWN_COMMENTS.includes(kind));
    if (shown.length > 0) {
      await add(TO_AUTHORS, shown, (kind) => kind);
      await add(TO_SPEAKERS, shown, (kind) => kind);
    }
    const published = recent.find(({ kind }) => kind === 'recap.published' || kind === 'recap.released');
    if (published) await tx.query(OF_RECAPS, [threadId, now, published.n]);
    if (outcomes.length > 0) this.notices.signal();
  }
}
