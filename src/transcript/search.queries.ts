import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  COMMENT_COLUMNS,
  toCommentView,
  type CommentRow,
  type CommentView,
  VISIBLE,
} from '../comments/comment.view.ts';
import { stopwatch } from '../kernel/clock.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { soughtWords, wordsToStore } from '../kernel/search-words.ts';
import { normaliseText } from '../kernel/text.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { LogReaders, type LogEntry, type LogReader } from '../threads/log-readers.ts';
import type { ConferenceVersion } from './conference-versions.ts';
import { excerptOf } from './excerpt.ts';
import { commonWordsOf, dictionaryOf, plainWords } from './search-words.ts';

export interface SearchHit {
  /** The comment that was found. */
  comment: CommentView;
  /** The title of its thread. */
  threadTitle: string;
  /** The words around the find, safe to show, with what was found in `mark` elements. */
  excerptHtml: string;
}

/**
 * Longest reuse of results, in milliseconds, because another node may have indexed words that this node does not know
 * of.
 */
const FOUND_FOR_MS = 2_000;

/** Version of the rules that made the stored words; see the migrations of `comment_words`. */
const RULES_VERSION = 3;
/** Comments whose words are made again in one transaction; the duration and the interval of runs, in milliseconds. */
const RENEWED_AT_ONCE = 200;
const RENEWING_MS = 1_000;
const RENEW_EVERY_MS = 5_000;

export interface SearchResults extends Page<SearchHit> {
  /** Whether the query has only words that are in any sentence of the language, so that it finds nothing. */
  onlyCommonWords: boolean;
}

/**
 * Searches public words of a conference, newest first. A log reader indexes them, a moment late; whether a comment may
 * be shown is read from the comment, so that hidden words disappear with their number.
 */
@Injectable()
export class SearchQueries implements OnModuleInit, LogReader {
  readonly name = 'search';

  /** Number of times this node has indexed words, by conference. */
  private readonly readings = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly logReaders: LogReaders,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'transcript/renew-words',
      does: 'Makes the words of the search anew where an earlier version made them.',
      everyMs: RENEW_EVERY_MS,
      isAtStart: true,
      run: () => this.renewWords(),
    });
  }

  onModuleInit(): void {
    this.logReaders.register(this);
  }

  /** Throws `not-found`. Masks addresses in `q` as those in comments are, so that neither finds the other. */
  async find(
    conference: string,
    q: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<SearchResults> {
    const { id, locale } = await this.programmeQueries.getConference(conference);
    const after = cursor === undefined ? null : decodeCursor(cursor, ['id'] as const)[0];
    const dictionary = dictionaryOf(locale);
    const { query, words, runs, hasCommon } = soughtWords(normaliseText(q), commonWordsOf(dictionary));
    const rows = await this.database.read<CommentRow & { threadTitle: string; stems: string[] }>(
      `select ${COMMENT_COLUMNS}, t.title "threadTitle", tsvector_to_array(to_tsvector($2::regconfig, $3)) stems
       from comment_words w
       join comments m on m.id = w.comment_id
       join threads t on t.id = m.thread_id
       where w.conference_id = $1
         and w.words @@ to_tsquery($2::regconfig, $6)
         and ${VISIBLE}
         and ($4::uuid is null or m.id < $4)
       order by m.id desc limit $5`,
      [id, dictionary, words, after, limit + 1, query],
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.id]);
    return {
      items: items.map((row) => ({
        comment: toCommentView(row),
        threadTitle: row.threadTitle,
        excerptHtml: excerptOf(plainWords(row.html), { stems: row.stems, runs }),
      })),
      next,
      onlyCommonWords: rows.length === 0 && (query === '' ? hasCommon : await this.isEmpty(dictionary, query)),
    };
  }

  /** Whether the dictionary leaves nothing of a query. */
  private async isEmpty(dictionary: string, query: string): Promise<boolean> {
    const [row] = await this.database.read<{ nodes: number }>('select numnode(to_tsquery($1::regconfig, $2)) nodes', [
      dictionary,
      query,
    ]);
    return row!.nodes === 0;
  }

  /**
   * Names the state on which results depend beside the conference's version: the words indexed since and the time,
   * because indexing follows that version.
   */
  momentOf({ id }: Pick<ConferenceVersion, 'id'>): string {
    return `${this.readings.get(id) ?? 0} ${Math.floor(performance.now() / FOUND_FOR_MS)}`;
  }

  async read(tx: Tx, threadId: string, entries: readonly LogEntry[]): Promise<void> {
    const ids = [
      ...new Set(
        entries.flatMap(({ kind, commentId }) => (commentId !== null && !UNWORDED.has(kind) ? [commentId] : [])),
      ),
    ];
    if (ids.length === 0) return;
    const rows = await tx.query<{ id: string; html: string; conferenceId: string; locale: string }>(
      `select m.id, m.html, t.conference_id "conferenceId", c.locale
       from comments m
       join threads t on t.id = m.thread_id
       join conferences c on c.id = t.conference_id
       where m.id = any($1) and ${VISIBLE}`,
      [ids],
    );
    tx.send('delete from comment_words where comment_id = any($1)', [ids]);
    if (rows.length === 0) return;
    for (const id of new Set(rows.map(({ conferenceId }) => conferenceId)))
      this.readings.set(id, (this.readings.get(id) ?? 0) + 1);
    tx.send(
      `insert into comment_words (comment_id, thread_id, conference_id, words, rules_version)
       select id, $1, conference_id, to_tsvector(dictionary::regconfig, words), ${RULES_VERSION}
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as r(id, conference_id, dictionary, words)`,
      [
        threadId,
        rows.map(({ id }) => id),
        rows.map(({ conferenceId }) => conferenceId),
        rows.map(({ locale }) => dictionaryOf(locale)),
        rows.map(({ html }) => wordsToStore(plainWords(html))),
      ],
    );
  }

  /**
   * Makes words of an earlier version again, in slices; nodes share the work. Words that a node of that version still
   * adds are taken by the next run.
   */
  private async renewWords(): Promise<void> {
    const elapsed = stopwatch();
    while (elapsed() < RENEWING_MS) {
      const renewed = await this.database.transaction((tx) => renewSome(tx));
      if (renewed < RENEWED_AT_ONCE) return;
    }
  }
}

async function renewSome(tx: Tx): Promise<number> {
  const rows = await tx.query<{ id: string; html: string; locale: string }>(
    `select w.comment_id id, m.html, c.locale
     from comment_words w
     join comments m on m.id = w.comment_id
     join conferences c on c.id = w.conference_id
     where w.rules_version < ${RULES_VERSION}
     limit ${RENEWED_AT_ONCE}
     for update of w skip locked`,
  );
  if (rows.length > 0)
    tx.send(
      `update comment_words w
       set words = to_tsvector(r.dictionary::regconfig, r.words), rules_version = ${RULES_VERSION}
       from unnest($1::uuid[], $2::text[], $3::text[]) as r(id, dictionary, words)
       where w.comment_id = r.id`,
      [
        rows.map(({ id }) => id),
        rows.map(({ locale }) => dictionaryOf(locale)),
        rows.map(({ html }) => wordsToStore(plainWords(html))),
      ],
    );
  return rows.length;
}

/** Events that do not change a comment's words. */
const UNWORDED: ReadonlySet<string> = new Set(['comment.voted', 'comment.unvoted', 'persona.changed']);
