import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { stateOf, type StateFacts } from '../comments/comment.policy.ts';
import { Clock } from '../kernel/clock.ts';
import { sessionRequired } from '../kernel/common.problems.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import type { MyData } from './my-data.view.ts';
import { OWN_ACTIONS, OWN_IMPORTS } from './own-acts.ts';
import { MyEmailsQueries } from './my-emails.queries.ts';
import { MyRecapsQueries } from './my-recaps.queries.ts';
import type { MyComment } from './my-posts.view.ts';
import { MyRepliesQueries } from './my-replies.queries.ts';
import { withTimesAsText } from './times-as-text.ts';

/** Comments read at once. */
const AT_ONCE = 500;

type MyCommentRow = Omit<MyComment, 'state' | 'url' | 'postedAt' | 'editedAt'> &
  StateFacts & {
    seq: number | null;
    conferenceSlug: string;
    threadSlug: string;
    postedAt: Date;
    editedAt: Date | null;
  };

/** Gathers everything that leads from an account, table by table, for its own session only. */
@Injectable()
export class MyDataQueries {
  // Everything about a person lies in many modules, and their words bear links.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly myRecapsQueries: MyRecapsQueries,
    private readonly myEmailsQueries: MyEmailsQueries,
    private readonly myRepliesQueries: MyRepliesQueries,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async get(accountId: string): Promise<MyData> {
    const [account] = await this.ask<{ locale: string; settings: Record<string, unknown>; createdOn: string }>(
      'select locale, settings, created_on "createdOn" from accounts where id = $1',
      accountId,
    );
    if (!account) throw sessionRequired();
    return {
      madeAt: this.clock.now().toISOString(),
      account: { emailMasked: await this.addressDesk.masked(accountId), ...account },
      personas: await this.ask(
        `select p.id, c.title conference, p.name, p.tagline, p.biography, p.has_comments_shown "showsComments",
           p.is_indexed "isIndexed", p.withdrawn_at "withdrawnAt"
         from personas p
         join conferences c on c.id = p.conference_id
         where p.account_id = $1
         order by c.title, p.name, p.id`,
        accountId,
      ),
      rights: await this.ask(
        `select g.role, c.title conference, k.title talk
         from grants g
         left join conferences c on c.id = g.conference_id
         left join talks k on k.id = g.talk_id
         where g.account_id = $1
         order by c.title, g.role, k.title`,
        accountId,
      ),
      badges: await this.ask(
        `select b.role, c.title conference, k.title talk, p.name persona
         from badges b
         join conferences c on c.id = b.conference_id
         left join talks k on k.id = b.talk_id
         left join personas p on p.id = b.persona_id
         where b.account_id = $1
         order by c.title, b.role, k.title`,
        accountId,
      ),
      sanctions: await this.ask(
        `select s.kind, c.title conference, s.until, s.reason
         from standings s
         join conferences c on c.id = s.conference_id
         where s.account_id = $1
         order by c.title, s.kind`,
        accountId,
      ),
      comments: await this.commentsOf(accountId),
      recaps: await this.myRecapsQueries.list(accountId),
      votes: await this.ask(
        `select v.comment_id "commentId", c.title conference,
           case when t.hidden_at is null then t.title else '' end thread
         from votes v join threads t on t.id = v.thread_id
         join conferences c on c.id = t.conference_id
         where v.account_id = $1
         order by v.comment_id`,
        accountId,
      ),
      sessions: await this.ask(
        'select begun_at "begunAt", seen_at "seenAt" from sessions where account_id = $1 order by begun_at',
        accountId,
      ),
      passkeys: await this.ask(
        'select name, made_on "madeOn", used_on "usedOn" from passkeys where account_id = $1 order by made_on, name',
        accountId,
      ),
      apiTokens: await this.ask(
        `select t.name, t.scopes, c.title conference, t.made_at "madeAt", t.expires_at "expiresAt", t.used_on "usedOn"
         from api_tokens t
         left join conferences c on c.id = t.conference_id
         where t.account_id = $1
         order by t.made_at, t.id`,
        accountId,
      ),
      decisionsAboutMe: await this.ask(
        `select d.id "decisionId", d.comment_id "commentId", d.recap_id "recapId", d.kind, d.rule, d.reason, d.at
         from statements s
         join decisions d on d.id = s.decision_id
         where s.account_id = $1
         order by d.at, d.id`,
        accountId,
      ),
      decisionsByMe: await this.ask(
        `select d.id "decisionId", c.title conference, d.kind, d.reason, d.at
         from decisions d
         join conferences c on c.id = d.conference_id
         where d.actor_account_id = $1
         order by d.at, d.id`,
        accountId,
      ),
      reports: await this.ask(
        `select receipt, comment_id "commentId", recap_id "recapId", rule, reason, status, made_at "madeAt"
         from reports
         where account_id = $1
         order by made_at, id`,
        accountId,
      ),
      appeals: await this.ask(
        `select decision_id "decisionId", reason, at, outcome, outcome_reason "outcomeReason"
         from appeals
         where account_id = $1
         order by at, id`,
        accountId,
      ),
      actions: await this.ask(OWN_ACTIONS, accountId),
      imports: await this.ask(OWN_IMPORTS, accountId),
      notices: await this.ask(
        'select kind, comment_id "commentId", at from account_notices where account_id = $1 order by at, id',
        accountId,
      ),
      ...(await this.myEmailsQueries.get(accountId)),
      ...(await this.myRepliesQueries.list(accountId)),
      takenQuestions: await this.ask(
        'select comment_id "commentId", at from question_takers where account_id = $1 order by at',
        accountId,
      ),
      notes: await this.ask(
        `select m.id "commentId", m.question_reason note, m.note_withheld_at is not null "isWithheld"
         from note_authors a
         join comments m on m.id = a.comment_id
         where a.account_id = $1 and m.question_reason is not null
         order by m.id`,
        accountId,
      ),
    };
  }

  private async ask<Row extends object>(sql: string, accountId: string): Promise<Row[]> {
    return (await this.database.ask<Row>(sql, [accountId])).map(withTimesAsText);
  }

  /** The thread of a recap that is hidden tells nothing of it: neither its title nor its address. */
  private async commentsOf(accountId: string): Promise<MyComment[]> {
    const all: MyComment[] = [];
    for (let last: string | null = null; ;) {
      const rows: MyCommentRow[] = await this.database.ask<MyCommentRow>(
        `select m.id,
           c.title conference,
           c.slug "conferenceSlug",
           case when t.hidden_at is null then t.title else '' end thread,
           case when t.hidden_at is null then t.slug else t.id::text end "threadSlug",
           m.kind,
           m.parent_id "parentId",
           case when not m.is_anonymous then p.name end persona,
           m.is_anonymous "isAnonymous",
           m.source,
           m.question_status "questionStatus",
           m.votes,
           m.seq,
           m.posted_at "postedAt",
           m.edited_at "editedAt",
           m.held_at "heldAt",
           m.withheld_at "withheldAt",
           m.withdrawn_at "withdrawnAt",
           coalesce(
             (
               select json_agg(
                 json_build_object(
                   'revision', r.revision, 'source', r.source, 'writtenAt', r.written_at
                 ) order by r.revision
               )
               from comment_revisions r
               where r.comment_id = m.id
             ),
             '[]'
           ) earlier
         from comments m
         join personas p on p.id = m.persona_id
         join threads t on t.id = m.thread_id
         join conferences c on c.id = t.conference_id
         where p.account_id = $1 and ($2::uuid is null or m.id > $2)
         order by m.id limit ${AT_ONCE}`,
        [accountId, last],
      );
      all.push(...rows.map((row) => this.toMyComment(row)));
      if (rows.length < AT_ONCE) return all;
      last = rows.at(-1)!.id;
    }
  }

  private toMyComment(row: MyCommentRow): MyComment {
    const { id, conference, thread, kind, parentId, persona, isAnonymous, source, questionStatus, votes, earlier } =
      row;
    // A comment that was never public has no place in the thread: it stands below it, for its author.
    const place = row.seq === null ? '#own' : `?comment=${id}#c-${id}`;
    return {
      id,
      url: `${this.config.publicUrl}/c/${row.conferenceSlug}/t/${row.threadSlug}${place}`,
      conference,
      thread,
      kind,
      parentId,
      state: stateOf(row),
      persona,
      isAnonymous,
      source,
      questionStatus,
      votes,
      postedAt: row.postedAt.toISOString(),
      editedAt: row.editedAt?.toISOString() ?? null,
      earlier: earlier.map((each) => ({ ...each, writtenAt: new Date(each.writtenAt).toISOString() })),
    };
  }
}
