import { Injectable } from '@nestjs/common';
import type { Rule } from '../../locales/rules.ts';
import { notFound } from '../kernel/common.problems.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import type { Decision } from './decision.entity.ts';
import type { DecisionView } from './decision.view.ts';
import { APPEALABLE, appealUntil } from './moderation.policy.ts';

export interface AppealState {
  /** The id of the appeal. */
  id: string;
  /** Time when it was made. */
  at: string;
  /** `upheld` is a decision that stands; absent while the appeal waits. */
  outcome?: 'upheld' | 'reversed';
  /** The reason, as the one who decided wrote it; absent while the appeal waits. */
  reason?: string;
}

/**
 * A statement of reasons (DSA, article 17): what was done, for how long, on what ground, how it came about, how to
 * appeal.
 */
export interface StatementView extends DecisionView {
  decisionId: string;
  /** The comment it is about; null for one about a recap or a person. */
  commentId: string | null;
  /** The recap it is about, instead of a comment. */
  recapId: string | null;
  /** Time when its effect ends by itself; null where it does not. */
  until: string | null;
  /** End of the time for an appeal; null where there is none, and once it was taken back. */
  appealUntil: string | null;
  /** Whether a report led to it. */
  isFromReport: boolean;
  /** Whether the forum made it by itself, without a person. */
  isAutomated: boolean;
  /**
   * The decision that took it back; absent while it stands.
   *
   * @format uuid
   */
  reversedBy?: string;
  /** The reader's own appeal against it; absent without one. */
  appeal?: AppealState;
}

/** With what its page shows. */
export interface FullStatement {
  statement: StatementView;
  conference: { slug: string; title: string; rules: Rule[] };
  threadPath: string | null;
  threadTitle: string | null;
  conferenceId: string;
  words: string | null;
}

type StatementRow = Decision & {
  reversedById: string | null;
  appeal: { id: string; at: string; outcome: 'upheld' | 'reversed' | null; reason: string | null } | null;
};

const COLUMNS = `d.id,
    d.conference_id "conferenceId",
    d.thread_id "threadId",
    d.comment_id "commentId",
    d.recap_id "recapId",
    d.kind,
    d.rule,
    d.reason,
    d.at,
    d.until,
    d.is_from_report "isFromReport",
    d.is_automated "isAutomated",
    (select r.id from decisions r where r.reverses_id = d.id order by r.n limit 1) "reversedById",
    (
      select json_build_object('id', a.id, 'at', a.at, 'outcome', a.outcome, 'reason', a.outcome_reason)
      from appeals a
      where a.decision_id = d.id and a.account_id = s.account_id
    ) appeal`;

/**
 * SQL: the title of the thread `t` that a decision `d` is about; null while its recap is hidden from those who wrote
 * below it. The title of a recap is its author's.
 */
export const TITLE_FOR_ITS_READERS = 'case when t.hidden_at is null or d.recap_id is not null then t.title end';

/** Reads the decisions about an account, for that account. */
@Injectable()
export class StatementsQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(
    accountId: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<Page<StatementView>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['time', 'id'] as const);
    const rows = await this.database.ask<StatementRow>(
      `select ${COLUMNS} from statements s
       join decisions d on d.id = s.decision_id
       where s.account_id = $1
         and ($3::timestamptz is null or (s.at, s.decision_id) < ($3, $4::uuid))
       order by s.at desc, s.decision_id desc limit $2`,
      [accountId, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
    const { items, next } = pageOf(rows, limit, ({ at, id }) => [at.toISOString(), id]);
    return { items: items.map(toStatement), next };
  }

  /** Throws `not-found` for a decision about another account. */
  async get(accountId: string, decisionId: string): Promise<FullStatement> {
    const [row] = isUuid(decisionId)
      ? await this.database.ask<StatementRow & Omit<FullStatement, 'statement'>>(
          `select ${COLUMNS},
             json_build_object('slug', c.slug, 'title', c.title, 'rules', c.settings->'rules') conference,
             case
               when d.recap_id is not null
                 then '/c/' || c.slug || '/recaps/' || (select a.slug from recaps a where a.id = d.recap_id)
               when t.hidden_at is null then '/c/' || c.slug || '/t/' || t.slug
             end || coalesce(
               (
                 select '?comment=' || m.id || '#c-' || m.id
                 from comments m
                 where m.id = d.comment_id and m.seq is not null
               ),
               ''
             ) "threadPath",
             ${TITLE_FOR_ITS_READERS} "threadTitle",
             w.words
           from statements s
           join decisions d on d.id = s.decision_id
           join conferences c on c.id = d.conference_id
           left join threads t on t.id = d.thread_id
           left join decision_words w on w.decision_id = d.id
           where s.account_id = $1 and s.decision_id = $2`,
          [accountId, decisionId],
        )
      : [];
    if (!row) throw notFound();
    return {
      statement: toStatement(row),
      conference: row.conference,
      threadPath: row.threadPath,
      threadTitle: row.threadTitle,
      conferenceId: row.conferenceId,
      words: row.words,
    };
  }
}

function toStatement({
  id,
  commentId,
  recapId,
  kind,
  rule,
  reason,
  at,
  until,
  isFromReport,
  isAutomated,
  reversedById,
  appeal,
}: StatementRow): StatementView {
  return {
    decisionId: id,
    commentId,
    recapId,
    kind,
    rule,
    reason,
    at: at.toISOString(),
    until: until && until.toISOString(),
    appealUntil: APPEALABLE.includes(kind) && reversedById === null ? appealUntil(at).toISOString() : null,
    isFromReport,
    isAutomated,
    ...(reversedById === null ? {} : { reversedBy: reversedById }),
    ...(appeal === null
      ? {}
      : {
          appeal: {
            id: appeal.id,
            at: new Date(appeal.at).toISOString(),
            ...(appeal.outcome === null ? {} : { outcome: appeal.outcome, reason: appeal.reason ?? '' }),
          },
        }),
  };
}
