import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { timedId } from '../kernel/ids.ts';
import { nextTurn, slicesOf } from '../kernel/slices.ts';
import { sanitizeHtml } from '../platform/markup/html.ts';
import { maskedRecap } from '../recap/recap-text.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { phaseAt } from '../programme/conference.policy.ts';
import { defaultSettings, type ConferenceSettings } from '../programme/conference.settings.ts';
import { slugTaken } from '../programme/programme.problems.ts';
import { nextPhaseAfter, phaseOf } from '../threads/thread.policy.ts';
import type {
  CommentData,
  ConferenceData,
  FaceData,
  LedgerLineData,
  RecapData,
  TalkData,
  ThreadData,
} from './archive.requests.ts';
import { archiveRefused } from './exports.problems.ts';
import { ReadArchive } from './read-archive.ts';
import { verifyArchive } from './verify-archive.ts';

interface Settled {
  id: string;
  answer: string | null;
  merged: string | null;
}

const SETTLED_AT_ONCE = 2_000;

export interface ImportedArchive {
  slug: string;
  threads: number;
  comments: number;
  fingerprint: string | null;
}

/** Written last. */
interface Rest {
  ledger: LedgerLineData[];
  recaps: RecapData[];
  faces: FaceData[];
}

interface Importing {
  archive: ReadArchive;
  progress: (done: number, total: number) => void;
}

/**
 * Imports a conference from an archive under its ids and numbers, so that every address stays valid. The only code that
 * writes rows of other modules, because none of their verbs could give a comment an existing number and time. A
 * repeated run continues an interrupted one.
 * Everything read was checked by the classes of archive.requests.ts. HTML is made safe before a transaction begins, and
 * rows are written in hundreds, so that a transaction waits for the database only.
 * Authors come without accounts: their comments cannot be edited or withdrawn here; names and avatars stay.
 */
@Injectable()
export class ImportArchive {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws `archive-refused` (changed, no archive, or what the API would refuse), `slug-taken`. */
  async import(
    dir: string,
    {
      fingerprint,
      progress = () => undefined,
    }: { fingerprint: string | null; progress?: (done: number, total: number) => void },
  ): Promise<ImportedArchive> {
    const verdict = await verifyArchive(dir, { fingerprint });
    if (verdict.faults.length > 0) throw archiveRefused({ fault: verdict.faults[0]! });
    const archive = await ReadArchive.open(dir);
    const { conference } = archive;
    const [talks, threads] = [await archive.talks(), await archive.threads()];
    const rest: Rest = { ledger: await archive.ledger(), recaps: await archive.recaps(), faces: await archive.faces() };
    // Everything is read before anything is written, so that a refusal leaves nothing behind.
    for (const thread of threads)
      for (let file = 0; file < thread.files; file += 1) await archive.comments(thread.id, file);
    await this.database.transaction((tx) => this.writeConference(tx, conference));
    for (const slice of slicesOf(talks, weightOf)) {
      const safe = slice.map(withSafeHtml);
      await nextTurn();
      await this.database.transaction((tx) => this.writeTalks(tx, conference.id, safe));
    }
    for (const slice of slicesOf(threads))
      await this.database.transaction((tx) => this.writeThreads(tx, conference.id, slice));
    const comments = await this.writeDiscussions(threads, { archive, progress });
    await this.writeRest(rest, conference);
    return { slug: conference.slug, threads: threads.length, comments, fingerprint: verdict.fingerprint };
  }

  private async writeDiscussions(threads: readonly ThreadData[], { archive, progress }: Importing): Promise<number> {
    let comments = 0;
    const total = threads.reduce((sum, { seq }) => sum + seq, 0);
    for (const thread of threads) {
      // A thread with a head is complete; nothing is added to a discussion that goes on here.
      const isWhole =
        (await this.database.ask('select from thread_heads where thread_id = $1', [thread.id])).length > 0;
      const settled: Settled[] = [];
      for (let file = 0; file < thread.files; file += 1) {
        const rows = await archive.comments(thread.id, file);
        if (!isWhole) await this.writeFile(thread, rows);
        settled.push(
          ...rows.flatMap(({ id, question }) =>
            question?.answerId || question?.mergedInto
              ? [{ id, answer: question.answerId ?? null, merged: question.mergedInto ?? null }]
              : [],
          ),
        );
        progress(Math.min(total, (comments += rows.length)), total);
      }
      if (isWhole) continue;
      for (let done = 0; done < settled.length; done += SETTLED_AT_ONCE)
        await this.database.transaction((tx) => this.settle(tx, thread, settled.slice(done, done + SETTLED_AT_ONCE)));
      // The head comes last, because log readers ignore a thread without one.
      await this.database.transaction((tx) => this.writeHead(tx, thread));
    }
    return comments;
  }

  private async writeFile(thread: ThreadData, comments: readonly CommentData[]): Promise<void> {
    for (const slice of slicesOf(
      comments,
      ({ html, revisions = [] }) => html.length + revisions.reduce((sum, revision) => sum + revision.html.length, 0),
    )) {
      const safe = slice.map(withSafeWords);
      await nextTurn();
      await this.database.transaction((tx) => this.writeComments(tx, thread, safe));
    }
  }

  private async writeConference(tx: Tx, conference: ConferenceData): Promise<void> {
    const { id, slug, title, url, locale, timeZone, startsOn, endsOn } = conference;
    const settings: ConferenceSettings = { ...defaultSettings(locale), ...conference.settings };
    const phase = phaseAt({ timeZone, startsOn, endsOn, settings }, this.clock.now());
    await tx.query(
      `insert into conferences (id, slug, title, url, locale, time_zone, starts_on, ends_on, phase, settings)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict do nothing`,
      [id, slug, title, url, locale, timeZone, startsOn, endsOn, phase, settings],
    );
    if ((await tx.query('select from conferences where id = $1 and slug = $2', [id, slug])).length === 0)
      throw slugTaken({ slug });
  }

  /** Throws `archive-refused` when a talk or speaker of another conference has one of the ids. */
  private async writeTalks(tx: Tx, id: string, talks: readonly TalkData[]): Promise<void> {
    const speakers = talks.flatMap((talk) => talk.speakers);
    await tx.query(
      `insert into talks (
         id, conference_id, guid, slug, title, subtitle, abstract_html, language, track, room, starts_at,
         duration_minutes, status, url, do_not_record, recording_license, links, attachments, is_imported
       )
       select id, $1, guid, slug, title, subtitle, "abstractHtml", language, track, room, "startsAt",
         "durationMinutes", status, url, coalesce("doNotRecord", false), coalesce("recordingLicense", ''),
         coalesce(links, '[]'), coalesce(attachments, '[]'), true
       from jsonb_to_recordset($2::jsonb) as r(
         id uuid, guid text, slug text, title text, subtitle text, "abstractHtml" text, language text, track text,
         room text, "startsAt" timestamptz, "durationMinutes" int, status text, url text,
         "doNotRecord" boolean, "recordingLicense" text, links jsonb, attachments jsonb
       )
       on conflict do nothing`,
      [id, JSON.stringify(talks)],
    );
    await tx.query(
      `insert into speakers (id, conference_id, key, name, bio_html)
       select distinct on (id) id, $1, key, name, "bioHtml"
       from jsonb_to_recordset($2::jsonb) as r(id uuid, key text, name text, "bioHtml" text)
       on conflict do nothing`,
      [id, JSON.stringify(speakers)],
    );
    await this.assertOwn(tx, id, {
      talks: talks.map((talk) => talk.id),
      speakers: speakers.map((speaker) => speaker.id),
    });
    await tx.query(
      `insert into talk_speakers (talk_id, speaker_id, position)
       select talk, speaker, position
       from jsonb_to_recordset($1::jsonb) as r(talk uuid, speaker uuid, position int)
       on conflict do nothing`,
      [
        JSON.stringify(
          talks.flatMap((talk) =>
            talk.speakers.map((speaker, position) => ({ talk: talk.id, speaker: speaker.id, position })),
          ),
        ),
      ],
    );
    await tx.query(
      `insert into talk_slots (talk_id, starts_at, room, duration_minutes, key)
       select talk, "startsAt", room, "durationMinutes", coalesce(key, number::text)
       from jsonb_to_recordset($1::jsonb)
         as r(talk uuid, "startsAt" timestamptz, room text, "durationMinutes" int, key text, number int)
       on conflict do nothing`,
      [
        JSON.stringify(
          talks.flatMap((talk) => talk.slots.map((slot, i) => ({ ...slot, number: i + 1, talk: talk.id }))),
        ),
      ],
    );
  }

  /** Ids are kept, so one that another conference has would write into it. */
  private async assertOwn(
    tx: Tx,
    conferenceId: string,
    ids: Partial<Record<'talks' | 'speakers' | 'threads', string[]>>,
  ): Promise<void> {
    for (const [table, own] of Object.entries(ids)) {
      const foreign = await tx.query<{ id: string }>(
        `select id from ${table} where id = any($2) and conference_id <> $1 limit 1`,
        [conferenceId, own],
      );
      if (foreign[0])
        throw archiveRefused({
          fault:
            `data/${table === 'speakers' ? 'talks' : table}.json has the id ${foreign[0].id}, which belongs to ` +
            'another conference here.',
        });
    }
  }

  /** Threads keep their phases whatever the settings say. */
  private async writeThreads(tx: Tx, conferenceId: string, threads: readonly ThreadData[]): Promise<void> {
    const now = this.clock.now();
    const rows = threads.map((thread) => {
      const phases = phasesOf(thread);
      return {
        id: thread.id,
        talk_id: thread.talkId,
        slug: thread.slug,
        title: thread.title,
        state: phaseOf(phases, now),
        locked_at: thread.state === 'locked' ? now : null,
        screening: thread.screening,
        slow_mode: thread.slowMode,
        opens_at: phases.opensAt,
        starts_at: phases.startsAt,
        readonly_at: phases.readonlyAt,
        archived_at: phases.archivedAt,
        phase_overrides: thread.phases,
      };
    });
    await tx.query(
      `insert into threads (
         id, conference_id, talk_id, slug, title, state, locked_at, screening, slow_mode, opens_at, starts_at,
         readonly_at, archived_at, phase_overrides
       )
       select id, $1, talk_id, slug, title, state, locked_at, screening, slow_mode, opens_at, starts_at, readonly_at,
         archived_at, phase_overrides
       from jsonb_to_recordset($2::jsonb) as r(
         id uuid, talk_id uuid, slug text, title text, state text, locked_at timestamptz, screening text,
         slow_mode jsonb, opens_at timestamptz, starts_at timestamptz, readonly_at timestamptz,
         archived_at timestamptz, phase_overrides jsonb
       )
       on conflict do nothing`,
      [conferenceId, JSON.stringify(rows)],
    );
    await this.assertOwn(tx, conferenceId, {
      threads: rows.map(({ id }) => id),
      talks: rows.flatMap(({ talk_id }) => talk_id ?? []),
    });
    await tx.query(
      `update talks k
       set thread_id = t.id
       from threads t
       where t.id = any($2)
         and t.talk_id = k.id
         and k.conference_id = $1
         and k.thread_id is null`,
      [conferenceId, rows.map(({ id }) => id)],
    );
  }

  /**
   * Writes comments, earlier wordings, and the log entries by which readers learn of them. Throws `archive-refused` for
   * a reply to a comment of another thread.
   */
  private async writeComments(tx: Tx, thread: ThreadData, comments: readonly CommentData[]): Promise<void> {
    const rows = comments.map((comment) => ({
      id: comment.id,
      seq: comment.seq,
      changed_seq: comment.changedSeq,
      revision: comment.revision,
      kind: comment.kind,
      parent_id: comment.parentId,
      root_id: comment.rootId,
      persona_id: comment.author?.id ?? null,
      is_anonymous: comment.author === null,
      author_name: comment.author?.name ?? null,
      author_roles: comment.author?.roles ?? [],
      html: comment.html,
      held_at: comment.state === 'held' ? comment.createdAt : null,
      withheld_at: comment.state === 'withheld' ? comment.createdAt : null,
      withdrawn_at: comment.state === 'withdrawn' ? comment.createdAt : null,
      votes: comment.votes,
      reply_count: comment.replyCount,
      question_status: comment.question?.status ?? null,
      question_reason: comment.question?.reason ?? null,
      answer_id: comment.question?.answerId ?? null,
      merged_into: comment.question?.mergedInto ?? null,
      posted_at: comment.createdAt,
      edited_at: comment.editedAt,
    }));
    await tx.query(
      `insert into comments (
         id, thread_id, seq, changed_seq, revision, kind, parent_id, root_id, persona_id, is_anonymous, author_name,
         author_roles, source, html, held_at, withheld_at, withdrawn_at, votes, reply_count, question_status,
         question_reason, posted_at, edited_at
       )
       select id, $1, seq, changed_seq, revision, kind, parent_id, root_id, persona_id, is_anonymous, author_name,
         author_roles, html, html, held_at, withheld_at, withdrawn_at, votes, reply_count, question_status,
         question_reason, posted_at, edited_at
       from json_to_recordset($2::json) as r(
         id uuid, seq int, changed_seq int, revision int, kind text, parent_id uuid, root_id uuid, persona_id uuid,
         is_anonymous boolean, author_name text, author_roles text[], html text, held_at timestamptz,
         withheld_at timestamptz, withdrawn_at timestamptz, votes int, reply_count int, question_status text,
         question_reason text, posted_at timestamptz, edited_at timestamptz
       )
       on conflict do nothing`,
      [thread.id, JSON.stringify(rows)],
    );
    const foreign = await tx.query(
      `select from comments m
       where m.id = any($2)
         and (
           m.thread_id <> $1
           or exists (select from comments p where p.id in (m.parent_id, m.root_id) and p.thread_id <> $1)
         )
       limit 1`,
      [thread.id, rows.map(({ id }) => id)],
    );
    if (foreign.length > 0)
      throw archiveRefused({
        fault: `data/comments/${thread.id} holds a comment that belongs to another thread here.`,
      });
    const persons = await tx.query(
      `select from personas p
       where p.id = any($2)
         and p.conference_id <> (select conference_id from threads where id = $1)
       limit 1`,
      [thread.id, comments.flatMap(({ author }) => author?.id ?? [])],
    );
    if (persons.length > 0)
      throw archiveRefused({ fault: `data/comments/${thread.id} gives words to somebody of another conference here.` });
    await tx.query(
      `insert into comment_revisions (comment_id, revision, thread_id, source, html, was_public, written_at)
       select comment_id, revision, $1, html, html, true, "writtenAt"
       from json_to_recordset($2::json) as r(comment_id uuid, revision int, html text, "writtenAt" timestamptz)
       on conflict do nothing`,
      [
        thread.id,
        JSON.stringify(
          comments.flatMap(({ id, revisions = [] }) => revisions.map((revision) => ({ ...revision, comment_id: id }))),
        ),
      ],
    );
    await tx.query(
      `insert into thread_log (thread_id, n, seq, kind, comment_id, at)
       select $1, seq, seq, kind, id, at
       from json_to_recordset($2::json) as r(id uuid, seq int, kind text, at timestamptz)
       on conflict do nothing`,
      [
        thread.id,
        JSON.stringify(
          comments.flatMap(({ id, seq, changedSeq, createdAt, editedAt }) => [
            { id, seq, kind: 'comment.posted', at: createdAt },
            ...(changedSeq === seq ? [] : [{ id, seq: changedSeq, kind: 'comment.edited', at: editedAt ?? createdAt }]),
          ]),
        ),
      ],
    );
  }

  /** Sets references between questions once all are written. */
  private async settle(tx: Tx, thread: ThreadData, settled: readonly Settled[]): Promise<void> {
    await tx.query(
      `update comments m
       set answer_id = a.id, merged_into = q.id
       from json_to_recordset($1::json) as r(id uuid, answer uuid, merged uuid)
       left join comments a on a.id = r.answer and a.thread_id = $2
       left join comments q on q.id = r.merged and q.thread_id = $2
       where m.id = r.id and m.thread_id = $2`,
      [JSON.stringify(settled), thread.id],
    );
  }

  private async writeHead(tx: Tx, thread: ThreadData): Promise<void> {
    const now = this.clock.now();
    const { counts } = thread;
    await tx.query(
      `insert into thread_log (thread_id, n, seq, kind, at)
       values ($1, $2, $2, 'thread.changed', $3)
       on conflict do nothing`,
      [thread.id, thread.seq, thread.lastActivityAt ?? now],
    );
    await tx.query(
      `insert into thread_heads (
         thread_id, seq, n, comments, questions, answered, declined, merged, expired, last_activity_at, next_phase_at
       )
       values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict do nothing`,
      [
        thread.id,
        thread.seq,
        counts.comments,
        counts.questions,
        counts.answered,
        counts.declined,
        counts.merged,
        counts.expired,
        thread.lastActivityAt,
        nextPhaseAfter(phasesOf(thread), now),
      ],
    );
  }

  private async writeRest({ ledger, recaps, faces }: Rest, { id }: ConferenceData): Promise<void> {
    await this.database.transaction((tx) =>
      this.assertOwn(tx, id, { threads: recaps.flatMap(({ threadId }) => threadId ?? []) }),
    );
    await this.database.transaction(async (tx) => {
      await tx.query(
        `insert into archived_decisions (conference_id, place, line)
         select $1, place, line
         from jsonb_to_recordset($2::jsonb) as r(place int, line jsonb)
         on conflict do nothing`,
        [id, JSON.stringify(ledger.map((line, place) => ({ place, line })))],
      );
      await tx.query(
        `insert into archived_faces (persona_id, conference_id, avatar_seed)
         select id, $1, "avatarSeed"
         from jsonb_to_recordset($2::jsonb) as r(id uuid, "avatarSeed" text)
         on conflict do nothing`,
        [id, JSON.stringify(faces)],
      );
      for (const recap of recaps) {
        await tx.query(
          `insert into recap_versions (id, conference_id, thread_id, version, markdown, items, is_published, saved_at)
           values ($1, $2, $3, $4, $5, $6, true, $7)
           on conflict do nothing`,
          [
            timedId(this.clock.now()),
            id,
            recap.threadId,
            recap.version,
            maskedRecap(recap.markdown, recap.items.length),
            recap.items,
            recap.savedAt,
          ],
        );
      }
    });
  }
}

const phasesOf = ({
  phases,
  startsAt,
}: ThreadData): { opensAt: Date; startsAt: Date; readonlyAt: Date; archivedAt: Date } => ({
  opensAt: new Date(phases.opensAt),
  startsAt: new Date(startsAt),
  readonlyAt: new Date(phases.readonlyAt),
  archivedAt: new Date(phases.archivedAt),
});

const weightOf = ({ abstractHtml, speakers }: TalkData): number =>
  abstractHtml.length + speakers.reduce((sum, { bioHtml }) => sum + bioHtml.length, 0);

/** HTML passes the allow-list again, because an archive may come from anywhere. */
const withSafeHtml = (talk: TalkData): TalkData => ({
  ...talk,
  abstractHtml: sanitizeHtml(talk.abstractHtml),
  speakers: talk.speakers.map((speaker) => ({ ...speaker, bioHtml: sanitizeHtml(speaker.bioHtml) })),
});

const withSafeWords = (comment: CommentData): CommentData => ({
  ...comment,
  html: sanitizeHtml(comment.html),
  ...(comment.revisions
    ? { revisions: comment.revisions.map((revision) => ({ ...revision, html: sanitizeHtml(revision.html) })) }
    : {}),
});
