import { Injectable } from '@nestjs/common';
import { shownWordings } from '../comments/comment.policy.ts';
import { COMMENT_COLUMNS, toCommentView, type CommentRow, type CommentView } from '../comments/comment.view.ts';
import { slicesOf } from '../kernel/slices.ts';
import { Database } from '../platform/database/database.ts';
import { TALK_COLUMNS } from '../programme/programme.queries.ts';
import { toTalkView } from '../programme/talk.view.ts';
import type { Talk } from '../programme/talk.entity.ts';
import { THREAD_ROW, THREAD_TABLES } from '../threads/threads.queries.ts';
import { toThreadView, type ThreadRow } from '../threads/thread.view.ts';
import type { ArchivedComment, ArchivedRecap, ArchivedTalk, ArchivedThread } from './archive-format.ts';

/** A thread, with a label that changes when anything in its files does. */
export type LabelledThread = ArchivedThread & { label: string };

const AT_ONCE = 500;

/** Talks read at once; their abstracts are megabytes, and a result is parsed in one piece. */
const TALKS_AT_ONCE = 50;
const PROGRAMME_ORDER = 'order by t.starts_at nulls last, t.id';

/** Reads for an archive: public data only, a few hundred rows at a time, whatever the size. */
@Injectable()
export class ArchiveQueries {
  constructor(private readonly database: Database) {}

  async talks(conferenceId: string): Promise<ArchivedTalk[]> {
    const ids = await this.database.read<{ id: string }>(
      `select t.id from talks t where t.conference_id = $1 ${PROGRAMME_ORDER}`,
      [conferenceId],
    );
    const talks: ArchivedTalk[] = [];
    for (let i = 0; i < ids.length; i += TALKS_AT_ONCE)
      talks.push(...(await this.someTalks(ids.slice(i, i + TALKS_AT_ONCE).map(({ id }) => id))));
    return talks;
  }

  private async someTalks(ids: readonly string[]): Promise<ArchivedTalk[]> {
    const rows = await this.database.read<Talk & Pick<ArchivedTalk, 'slots' | 'speakers'>>(
      `select ${TALK_COLUMNS},
         coalesce(
           (
             select jsonb_agg(
               jsonb_build_object(
                 'startsAt', l.starts_at, 'durationMinutes', l.duration_minutes, 'room', l.room, 'key', l.key
               ) order by l.starts_at,
               l.room
             )
             from talk_slots l
             where l.talk_id = t.id
           ),
           '[]'
         ) slots,
         coalesce(
           (
             select jsonb_agg(
               jsonb_build_object(
                 'id', s.id, 'key', s.key, 'name', s.name, 'bioHtml', s.bio_html
               ) order by ts.position
             )
             from talk_speakers ts
             join speakers s on s.id = ts.speaker_id
             where ts.talk_id = t.id
           ),
           '[]'
         ) speakers
       from talks t
       where t.id = any($1) ${PROGRAMME_ORDER}`,
      [ids],
    );
    return rows.map((row) => ({
      ...toTalkView(row),
      slots: row.slots.map(({ startsAt, durationMinutes, room, key }) => ({
        startsAt: new Date(startsAt).toISOString(),
        durationMinutes,
        room,
        key,
      })),
      speakers: row.speakers,
    }));
  }

  /** Free threads first, then by the time of the talk. `label` identifies everything that a thread's pages show. */
  async threads(conferenceId: string): Promise<LabelledThread[]> {
    const ids = await this.database.read<{ id: string }>(
      `select t.id from threads t where t.conference_id = $1
       order by (select k.starts_at from talks k where k.id = t.talk_id) nulls first, t.id`,
      [conferenceId],
    );
    const threads: LabelledThread[] = [];
    // In slices, because the rows of 1,500 threads held the event loop for 50 ms.
    for (const some of slicesOf(ids)) threads.push(...(await this.someThreads(some.map(({ id }) => id))));
    return threads;
  }

  private async someThreads(ids: readonly string[]): Promise<LabelledThread[]> {
    const rows = await this.database.read<ThreadRow & { label: string; startsAt: Date }>(
      `select ${THREAD_ROW},
         h.seq || '.' || c.edition || '.' || coalesce((select k.edition from talks k where k.id = t.talk_id), 0) label
       from ${THREAD_TABLES}
       where t.id = any($1)
       order by (select k.starts_at from talks k where k.id = t.talk_id) nulls first, t.id`,
      [ids],
    );
    return rows.map((row) => ({
      ...toThreadView(row),
      startsAt: new Date(row.startsAt).toISOString(),
      label: row.label,
      files: 0,
    }));
  }

  /** The number of comments in an archive, tombstones included. */
  async commentsIn(conferenceId: string): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      `select coalesce(sum(n), 0)::int count from threads t
       cross join lateral (select count(*) n from comments m where m.thread_id = t.id and m.seq is not null) counted
       where t.conference_id = $1`,
      [conferenceId],
    );
    return row!.count;
  }

  /** Everything public of a thread by place, some hundreds at a time. */
  async *comments(threadId: string): AsyncGenerator<ArchivedComment[]> {
    for (let after = 0; ;) {
      const rows = await this.database.read<CommentRow>(
        `select ${COMMENT_COLUMNS} from comments m
         where m.thread_id = $1 and m.seq > $2
         order by m.seq limit ${AT_ONCE}`,
        [threadId, after],
      );
      if (rows.length === 0) return;
      const edited = rows.filter(({ editedAt }) => editedAt !== null).map(({ id }) => id);
      const revisions =
        edited.length === 0
          ? []
          : await this.database.read<{ id: string; revision: number; html: string; writtenAt: Date }>(
              `select r.comment_id id, r.revision, r.html, r.written_at "writtenAt"
               from comment_revisions r
               join comments m on m.id = r.comment_id
               where r.comment_id = any($1)
                 and r.was_public
                 and m.held_at is null
                 and m.withheld_at is null
                 and m.withdrawn_at is null
               order by r.comment_id, r.revision`,
              [edited],
            );
      yield rows.map((row) => {
        const earlier = revisions.filter(({ id }) => id === row.id);
        const own = shownWordings(earlier, row.editedAt ?? row.postedAt).map(({ revision, html, writtenAt }) => ({
          revision,
          html,
          writtenAt: writtenAt.toISOString(),
        }));
        return { ...carried(row), ...(own.length > 0 ? { revisions: own } : {}) };
      });
      after = rows.at(-1)!.seq!;
    }
  }

  /** The places of a thread's top-level comments and the lengths of their branches, some thousands at a time. */
  async *outline(threadId: string): AsyncGenerator<{ seq: number; replyCount: number }[]> {
    for (let after = 0; ;) {
      const rows = await this.database.read<{ seq: number; replyCount: number }>(
        `select seq, reply_count "replyCount" from comments
         where thread_id = $1 and parent_id is null and seq > $2
         order by seq limit 5000`,
        [threadId, after],
      );
      if (rows.length === 0) return;
      yield rows;
      after = rows.at(-1)!.seq;
    }
  }

  /** Top-level comments between two places. */
  async roots(threadId: string, from: number, to: number): Promise<CommentView[]> {
    const found = await this.database.read<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m
       where m.thread_id = $1 and m.parent_id is null and m.seq between $2 and $3
       order by m.seq`,
      [threadId, from, to],
    );
    return found.map((row) => carried(row));
  }

  /** The replies of a long branch behind a place. */
  async replies(rootId: string, after: number, limit: number): Promise<CommentView[]> {
    const found = await this.database.read<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m where m.root_id = $1 and m.seq > $2 order by m.seq limit $3`,
      [rootId, after, limit],
    );
    return found.map((row) => carried(row));
  }

  /** The replies of several short branches. */
  async repliesOf(rootIds: readonly string[]): Promise<CommentView[]> {
    const found = await this.database.read<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m where m.root_id = any($1) and m.seq is not null order by m.seq`,
      [rootIds],
    );
    return found.map((row) => carried(row));
  }

  /** Answered questions by votes, each with its answer. */
  async answered(threadId: string, limit: number): Promise<CommentView[]> {
    const found = await this.database.read<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m
       where m.thread_id = $1
         and m.kind = 'question'
         and m.question_status = 'answered'
         and m.seq is not null
         and m.held_at is null
         and m.withheld_at is null
         and m.withdrawn_at is null
       order by m.votes desc, m.seq limit $2`,
      [threadId, limit],
    );
    return found.map((row) => carried(row));
  }

  async byIds(ids: readonly string[]): Promise<CommentView[]> {
    return (
      await this.database.read<CommentRow>(
        `select ${COMMENT_COLUMNS} from comments m where m.id = any($1) and m.seq is not null`,
        [ids],
      )
    ).map((row) => carried(row));
  }

  async recaps(conferenceId: string): Promise<ArchivedRecap[]> {
    const rows = await this.database.read<Omit<ArchivedRecap, 'savedAt'> & { savedAt: Date }>(
      `select distinct on (thread_id) thread_id "threadId", version, markdown, items, saved_at "savedAt"
       from recap_versions
       where conference_id = $1 and is_published
       order by thread_id, version desc`,
      [conferenceId],
    );
    return rows
      .filter(({ markdown, items }) => markdown !== '' || items.length > 0)
      .map((row) => ({ ...row, savedAt: row.savedAt.toISOString() }));
  }

  /** The avatar seeds of all authors, some hundreds at a time. */
  async *faces(conferenceId: string): AsyncGenerator<{ id: string; avatarSeed: string }[]> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await this.database.read<{ id: string; avatarSeed: string }>(
        `select *
         from (
           select p.id, p.avatar_seed "avatarSeed" from personas p
           where p.conference_id = $1 and p.withdrawn_at is null
           union all
           select f.persona_id, f.avatar_seed from archived_faces f
           where f.conference_id = $1
         ) p
         where p.id > $2
           and exists (
             select from comments m
             where m.persona_id = p.id
               and not m.is_anonymous
               and m.seq is not null
               and m.withheld_at is null
               and m.withdrawn_at is null
           )
         order by p.id limit ${AT_ONCE}`,
        [conferenceId, after],
      );
      if (rows.length === 0) return;
      yield rows;
      after = rows.at(-1)!.id;
    }
  }
}

/** The public view, without the author where the words are gone. */
function carried(row: CommentRow): CommentView {
  const view = toCommentView(row);
  return view.state === 'withheld' || view.state === 'withdrawn' ? { ...view, author: null } : view;
}
