import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { THREAD_COLUMNS } from './thread-head.ts';
import type { ThreadRow } from './thread.view.ts';

export const THREAD_ROW = `${THREAD_COLUMNS}, h.seq, h.comments, h.questions, h.answered, h.declined, h.merged,
    h.expired, h.last_activity_at "lastActivityAt", c.settings`;
export const THREAD_TABLES =
  'threads t join thread_heads h on h.thread_id = t.id join conferences c on c.id = t.conference_id';

/** SQL: the title of a thread `t` as readers may know it; that of its conference `c` while its recap is hidden. */
export const READ_TITLE = 'case when t.hidden_at is null then t.title else c.title end';
/** SQL: the path of a thread `t` for its readers; that of its conference `c` while its recap is hidden. */
export const READ_PATH = `'/c/' || c.slug || case when t.hidden_at is null then '/t/' || t.slug else '' end`;

/** The letters and digits of which codes are made. */
const CODE = /^[2-9a-hjkmnp-tv-z]{5}$/;

const SAID = 'h.comments + h.questions';

/** The threads of the programme, and the hallways: recaps are listed by themselves, with their threads. */
const LISTED = 't.conference_id = $1 and t.recap_id is null';

const ACTIVITY = 'coalesce((extract(epoch from h.last_activity_at) * 1000)::bigint, 0)';

interface ThreadPlaceAfter {
  conferenceId: string;
  limit: number;
  after: readonly [number, string] | null;
  /** A further condition, in SQL, from its ` and`. */
  where?: string;
}

/** Reads threads. `get…` throws `not-found`, `find…` may return null. */
@Injectable()
export class ThreadsQueries {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<ThreadRow | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.database.read<ThreadRow>(`select ${THREAD_ROW} from ${THREAD_TABLES} where t.id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  async get(id: string): Promise<ThreadRow> {
    const found = await this.find(id);
    if (!found) throw notFound();
    return found;
  }

  /** As `get`, for readers: without a thread that nobody reads, because its recap is hidden. */
  async getRead(id: string): Promise<ThreadRow> {
    const thread = await this.get(id);
    if (thread.hiddenAt !== null) throw notFound();
    return thread;
  }

  async getBySlug(conferenceId: string, slug: string): Promise<ThreadRow> {
    const [row] = await this.database.read<ThreadRow>(
      `select ${THREAD_ROW} from ${THREAD_TABLES} where t.conference_id = $1 and t.slug = $2 and t.hidden_at is null`,
      [conferenceId, slug],
    );
    if (!row) throw notFound();
    return row;
  }

  /** The code of a thread's short address. Throws `not-found`. */
  async codeOf(id: string): Promise<string> {
    const [row] = await this.database.read<{ code: string }>('select code from threads where id = $1', [id]);
    if (!row) throw notFound();
    return row.code;
  }

  /** The thread with this code, in small letters. Throws `not-found`, also for what can be no code. */
  async getByCode(code: string): Promise<ThreadRow> {
    // Other text that was pasted, such as an address, reaches no log of the database.
    if (!CODE.test(code)) throw notFound();
    const [row] = await this.database.read<ThreadRow>(
      `select ${THREAD_ROW} from ${THREAD_TABLES} where t.code = $1 and t.hidden_at is null`,
      [code],
    );
    if (!row) throw notFound();
    return row;
  }

  /** The threads of these talks, in no order. */
  listOfTalks(talkIds: readonly string[]): Promise<ThreadRow[]> {
    return this.database.read<ThreadRow>(`select ${THREAD_ROW} from ${THREAD_TABLES} where t.talk_id = any($1)`, [
      talkIds,
    ]);
  }

  /** The short addresses of a conference's talks, in the order of the programme. */
  listCodes(conferenceId: string): Promise<{ talkId: string; slug: string; code: string }[]> {
    return this.database.read(
      `select t.talk_id "talkId", t.slug, t.code from threads t
       join talks k on k.id = t.talk_id
       where t.conference_id = $1 and k.status = 'confirmed'
       order by k.starts_at nulls last, k.id`,
      [conferenceId],
    );
  }

  listByIds(ids: readonly string[]): Promise<ThreadRow[]> {
    return this.database.read<ThreadRow>(`select ${THREAD_ROW} from ${THREAD_TABLES} where t.id = any($1)`, [ids]);
  }

  /** The titles of a conference's threads, by latest contribution; at most as many as a programme has talks. */
  listTitles(
    conferenceId: string,
  ): Promise<(Pick<ThreadRow, 'id' | 'talkId' | 'title' | 'state'> & { lockedAt: Date | null })[]> {
    return this.database.read(
      `select t.id, t.talk_id "talkId", t.title, t.state, t.locked_at "lockedAt" from threads t
       join thread_heads h on h.thread_id = t.id
       where ${LISTED}
       order by h.last_activity_at desc nulls last, t.id limit 20000`,
      [conferenceId],
    );
  }

  /** The hallways of a conference. */
  listWithoutTalk(conferenceId: string): Promise<ThreadRow[]> {
    return this.database.read<ThreadRow>(
      `select ${THREAD_ROW} from ${THREAD_TABLES}
       where ${LISTED} and t.talk_id is null
       order by t.id limit 100`,
      [conferenceId],
    );
  }

  /** Free threads first, then by the time of the talk; the place is (milliseconds, id). */
  listByProgramme(
    conferenceId: string,
    limit: number,
    after: readonly [number, string] | null,
  ): Promise<(ThreadRow & { place: string })[]> {
    return this.list(
      'coalesce((extract(epoch from (select k.starts_at from talks k where k.id = t.talk_id)) * 1000)::bigint, 0)',
      '>',
      { conferenceId, limit, after },
    );
  }

  /** By latest contribution; the place is (milliseconds, id). */
  listByActivity(
    conferenceId: string,
    limit: number,
    after: readonly [number, string] | null,
  ): Promise<(ThreadRow & { place: string })[]> {
    return this.list(ACTIVITY, '<', { conferenceId, limit, after });
  }

  /** As `listByActivity`, without the threads of talks in which nothing is said. */
  listDiscussions(
    conferenceId: string,
    limit: number,
    after: readonly [number, string] | null,
  ): Promise<(ThreadRow & { place: string })[]> {
    const where = ` and (t.talk_id is null or ${SAID} > 0)`;
    return this.list(ACTIVITY, '<', { conferenceId, limit, after, where });
  }

  /** Threads with contributions, the most first. */
  listDiscussed(conferenceId: string, limit: number): Promise<ThreadRow[]> {
    return this.database.read<ThreadRow>(
      `select ${THREAD_ROW} from ${THREAD_TABLES}
       where ${LISTED} and ${SAID} > 0
       order by ${SAID} desc, t.starts_at, t.slug limit $2`,
      [conferenceId, limit],
    );
  }

  private list(
    place: string,
    direction: '<' | '>',
    { conferenceId, limit, after, where = '' }: ThreadPlaceAfter,
  ): Promise<(ThreadRow & { place: string })[]> {
    const order = direction === '>' ? 'asc' : 'desc';
    return this.database.read<ThreadRow & { place: string }>(
      `select ${THREAD_ROW}, ${place} place from ${THREAD_TABLES}
       where ${LISTED}${where}
         and ($3::bigint is null or (${place}, t.id) ${direction} ($3, $4::uuid))
       order by ${place} ${order}, t.id ${order} limit $2`,
      [conferenceId, limit, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  async countsOf(conferenceId: string): Promise<{ talks: number; threads: number }> {
    const [row] = await this.database.readOften<{ talks: number; threads: number }>(
      `select (select count(*)::int from talks where conference_id = $1) talks,
         (select count(*)::int from threads t where ${LISTED}) threads`,
      [conferenceId],
    );
    return row!;
  }

  async conferenceOf(id: string): Promise<string | null> {
    return (await this.find(id))?.conferenceId ?? null;
  }
}
