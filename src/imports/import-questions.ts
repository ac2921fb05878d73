import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { TalkFields } from '../programme/talk-fields.ts';
import type { CancelledAnswers, Difference, ImportQuestion } from './compare-programme.ts';
import type { ImportAnswer } from './import-answer.ts';
import { questionId } from './question-ids.ts';

/** A question of an import as organizers see it. */
export interface ImportQuestionView {
  /** The id by which it is answered. */
  id: string;
  /** Whether two talks are one (`same-talk`), or whether a title says `cancelled`. */
  kind: ImportQuestion['kind'];
  talkId: string;
  /** The stored title. */
  title: string;
  /** The title in the file. */
  foundTitle: string;
  /** The organizer's answer; null while it waits. */
  answer: ImportAnswer | null;
  /** Time when an import last asked it. */
  askedAt: string;
}

export interface StoredQuestion {
  id: string;
  kind: ImportQuestion['kind'];
  key: string;
  talkId: string;
  found: TalkFields | null;
  answer: ImportAnswer | null;
}

/** An unanswered question as its row, which an import keeps for its undoing. */
export interface OpenQuestion {
  id: string;
  kind: ImportQuestion['kind'];
  key: string;
  talk_id: string;
  found_title: string;
  found: TalkFields | null;
  asked_at: string;
}

/** Most questions shown at once; the next follow once these are answered. */
const SHOWN = 200;

/** Stores imports' questions to the organizers, and their answers. */
@Injectable()
export class ImportQuestions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Unanswered first, then the newest. */
  async list(conferenceId: string): Promise<ImportQuestionView[]> {
    const rows = await this.database.ask<Omit<ImportQuestionView, 'askedAt'> & { askedAt: Date }>(
      `select q.id, q.kind, q.talk_id "talkId", t.title, q.found_title "foundTitle", q.answer, q.asked_at "askedAt"
       from import_questions q
       join talks t on t.id = q.talk_id
       where q.conference_id = $1
       order by q.answer is not null, q.asked_at desc, q.id limit ${SHOWN}`,
      [conferenceId],
    );
    return rows.map((row) => ({ ...row, askedAt: row.askedAt.toISOString() }));
  }

  /** Organizers' answers about titles that may mean a cancelled talk. */
  async cancelledAnswers(conferenceId: string): Promise<CancelledAnswers> {
    const rows = await this.database.ask<{ key: string; title: string; answer: string }>(
      `select key, found_title title, answer from import_questions
       where conference_id = $1 and kind = 'cancelled' and answer is not null`,
      [conferenceId],
    );
    return new Map(rows.map(({ key, ...said }) => [key, said]));
  }

  /** Replaces unanswered questions by those of the newest import. */
  async replace(tx: Tx, conferenceId: string, questions: readonly ImportQuestion[]): Promise<void> {
    await tx.query('delete from import_questions where conference_id = $1 and answer is null', [conferenceId]);
    if (questions.length === 0) return;
    const rows = questions.map(({ kind, key, old, talk }) => ({
      id: questionId(conferenceId, kind, key),
      kind,
      key,
      talk_id: old?.id ?? null,
      found_title: talk.title,
      found: kind === 'same-talk' ? talk : null,
    }));
    await tx.query(
      `insert into import_questions (id, conference_id, kind, key, talk_id, found_title, found, asked_at)
       select r.id, $1, r.kind, r.key, t.id, r.found_title, r.found, $3
       from jsonb_to_recordset($2::jsonb)
         as r(id uuid, kind text, key text, talk_id uuid, found_title text, found jsonb)
       join talks t on t.conference_id = $1 and (t.id = r.talk_id or (r.talk_id is null and t.guid = r.key))
       on conflict (conference_id, kind, key) do update
       set id = excluded.id, talk_id = excluded.talk_id, found_title = excluded.found_title, found = excluded.found,
         asked_at = excluded.asked_at, answer = null, answered_at = null`,
      [conferenceId, JSON.stringify(rows), this.clock.now()],
    );
  }

  /** Keeps the answers about cancelled talks that came with a file, after its talks are written. */
  async remember(tx: Tx, conferenceId: string, answered: Difference['answered']): Promise<void> {
    if (answered.length === 0) return;
    const rows = answered.map(({ key, title, answer }) => ({
      id: questionId(conferenceId, 'cancelled', key),
      key,
      title,
      answer,
    }));
    await tx.query(
      `insert into import_questions (
         id, conference_id, kind, key, talk_id, found_title, asked_at, answer, answered_at
       )
       select r.id, $1, 'cancelled', r.key, t.id, r.title, $3, r.answer, $3
       from jsonb_to_recordset($2::jsonb) as r(id uuid, key text, title text, answer text)
       join talks t on t.conference_id = $1 and t.guid = r.key
       on conflict (conference_id, kind, key) do update
       set id = excluded.id, talk_id = excluded.talk_id, found_title = excluded.found_title,
         answer = excluded.answer, answered_at = excluded.answered_at`,
      [conferenceId, JSON.stringify(rows), this.clock.now()],
    );
  }

  /** The unanswered questions, as they are stored. */
  async open(tx: Tx, conferenceId: string): Promise<OpenQuestion[]> {
    return tx.query<OpenQuestion>(
      `select id, kind, key, talk_id, found_title, found, asked_at from import_questions
       where conference_id = $1 and answer is null
       order by id`,
      [conferenceId],
    );
  }

  /**
   * Instead of what is unanswered now, asks again what was open before an import, whose answers came with it at the
   * latest. A question about a talk that is gone stays away, and so does one that was answered since.
   */
  async reopen(
    tx: Tx,
    conferenceId: string,
    { questions, at }: { questions: OpenQuestion[]; at: Date },
  ): Promise<void> {
    await tx.query('delete from import_questions where conference_id = $1 and answer is null', [conferenceId]);
    await tx.query(
      `insert into import_questions (id, conference_id, kind, key, talk_id, found_title, found, asked_at)
       select r.id, $1, r.kind, r.key, t.id, r.found_title, r.found, r.asked_at
       from jsonb_to_recordset($2::jsonb)
         as r(id uuid, kind text, key text, talk_id uuid, found_title text, found jsonb, asked_at timestamptz)
       join talks t on t.conference_id = $1 and t.id = r.talk_id
       on conflict (conference_id, kind, key) do update
       set found = excluded.found, asked_at = excluded.asked_at, answer = null, answered_at = null
       where import_questions.answered_at <= $3`,
      [conferenceId, JSON.stringify(questions), at],
    );
  }

  async lock(tx: Tx, conferenceId: string, id: string): Promise<StoredQuestion | null> {
    const [row] = await tx.query<StoredQuestion>(
      `select id, kind, key, talk_id "talkId", found, answer from import_questions
       where conference_id = $1 and id = $2 for update`,
      [conferenceId, id],
    );
    return row ?? null;
  }

  async answer(tx: Tx, id: string, answer: ImportAnswer): Promise<void> {
    await tx.query('update import_questions set answer = $2, answered_at = $3, found = null where id = $1', [
      id,
      answer,
      this.clock.now(),
    ]);
  }
}
