import { Injectable, type OnModuleInit } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { AddressDesk } from '../accounts/address-desk.ts';
import { StandingsQueries } from '../accounts/standings.queries.ts';
import { stateOf } from '../comments/comment.policy.ts';
import { commentGone } from '../comments/comments.problems.ts';
import { CommentsQueries, type OwnedRow } from '../comments/comments.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { blindId } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Confirmations, type Confirmed, type Outcome } from '../sessions/confirmations.ts';
import type { Visitor } from '../sessions/credentials.ts';
import { SendCode } from '../sessions/send-code.ts';
import { SignInLimits } from '../sessions/sign-in-limits.ts';
import { HoldReported } from './hold-reported.ts';
import { isLimited, OPEN_REPORTS_AT_MOST } from './moderation.policy.ts';
import { reportOwn, reportsLimited, reportsOpen } from './moderation.problems.ts';
import { PublishedRules } from './published-rules.ts';
import { ReportersQueries } from './reporters.queries.ts';
import { ReportsQueries } from './reports.queries.ts';

export interface ReportAsked {
  commentId: string;
  rule: string;
  reason: string;
}
export interface GuestReportAsked extends ReportAsked {
  email: string;
  locale: 'fr' | 'en';
  visitor: Visitor;
}

const PURPOSE = 'report';
/** Seconds between reports of an account whose reports were mostly unfounded. */
const LIMITED_SECONDS = 86_400;

/** Reports a public comment for breaking a rule. Returns a receipt, whose page shows what became of it. */
@Injectable()
export class ReportComment implements OnModuleInit {
  // oxlint-disable-next-line max-params -- collaborators, not arguments
  constructor(
    private readonly database: Database,
    private readonly commentsQueries: CommentsQueries,
    private readonly publishedRules: PublishedRules,
    private readonly reportsQueries: ReportsQueries,
    private readonly reportersQueries: ReportersQueries,
    private readonly holdReported: HoldReported,
    private readonly addressDesk: AddressDesk,
    private readonly standingsQueries: StandingsQueries,
    private readonly sendCode: SendCode,
    private readonly confirmations: Confirmations,
    private readonly signInLimits: SignInLimits,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.confirmations.onConfirmed(PURPOSE, (confirmed) => this.confirm(confirmed));
    this.confirmations.onLetter(PURPOSE, (codeId, locale) => this.receiptOf(codeId, locale));
  }

  /**
   * Idempotent. Throws `not-found`, `comment-gone`, `rule-unknown`, `report-own`, `reports-limited`, `reports-open`.
   */
  async report(accountId: string, asked: ReportAsked): Promise<string> {
    const comment = await this.reportable(asked);
    if (comment.accountId === accountId) throw reportOwn();
    const [waiting] = await this.database.ask<{ receipt: string }>(
      `select receipt from reports where comment_id = $1 and account_id = $2 and status = 'open'`,
      [comment.id, accountId],
    );
    if (waiting) return waiting.receipt;
    await this.demandPatience(accountId, comment.conferenceId);
    const receipt = await this.database.transaction(async (tx) => {
      await this.demandFew(tx, accountId);
      const [made] = await tx.query<{ receipt: string }>(
        `insert into reports (
           id, receipt, conference_id, comment_id, account_id, is_guest, rule, reason, status, made_at, confirmed_at
         )
         values ($1, $2, $3, $4, $5, false, $6, $7, 'open', $8, $8)
         on conflict (comment_id, account_id)
         where status = 'open' and account_id is not null
         do update set rule = excluded.rule
         returning receipt`,
        [blindId(), blindId(), comment.conferenceId, comment.id, accountId, asked.rule, asked.reason, this.clock.now()],
      );
      return made!.receipt;
    });
    await this.holdReported.hold(comment.id);
    return receipt;
  }

  /**
   * Stores a report until the code that is mailed with the receipt confirms the address. Throws `invalid-request`,
   * `not-found`, `comment-gone`, `rule-unknown`, `too-many-requests`, `proof-required`.
   */
  async asGuest(asked: GuestReportAsked): Promise<string> {
    const address = this.addressDesk.seal(asked.email);
    const comment = await this.reportable(asked);
    await this.signInLimits.mayAsk(address, asked.visitor);
    const receipt = blindId();
    await this.database.transaction(async (tx) => {
      const code = await this.sendCode.make(tx, {
        address,
        purpose: PURPOSE,
        locale: asked.locale,
        asker: asked.visitor,
      });
      await tx.query(
        `insert into reports (
           id, receipt, conference_id, comment_id, login_code_id, is_guest, rule, reason, status, made_at
         )
         values ($1, $2, $3, $4, $5, true, $6, $7, 'open', $8)`,
        [blindId(), receipt, comment.conferenceId, comment.id, code.id, asked.rule, asked.reason, this.clock.now()],
      );
    });
    this.sendCode.soon();
    return receipt;
  }

  /** For the e-mail with the code. */
  private async receiptOf(codeId: string, locale: 'fr' | 'en'): Promise<string | null> {
    const [report] = await this.database.ask<{ receipt: string }>(
      'select receipt from reports where login_code_id = $1',
      [codeId],
    );
    return report
      ? words(locale)('mails.report.receipt', { url: `${this.config.publicUrl}/reports/${report.receipt}` })
      : null;
  }

  /**
   * Confirms a guest's report, which moderators see from now on. A report of an own comment, or a second one, comes to
   * nothing.
   */
  private async confirm({ codeId, accountId }: Confirmed): Promise<Outcome> {
    const confirmed = await this.database.transaction(async (tx) => {
      const [row] = await tx.query<GuestReport>(
        `select r.id, r.receipt, r.comment_id "commentId", r.conference_id "conferenceId",
           p.account_id is not distinct from $2::uuid "isOwn"
         from reports r
         join comments m on m.id = r.comment_id
         left join personas p on p.id = m.persona_id
         where r.login_code_id = $1 and r.confirmed_at is null
         for no key update of r`,
        [codeId, accountId],
      );
      if (!row) return null;
      await this.standingsQueries.mayTakePart(tx, accountId, row.conferenceId);
      // Locks the reporter, so that an equal report from another tab is stored by now, or waits for this one.
      const open = await this.reportersQueries.openOf(tx, accountId);
      const isNothing = row.isOwn || (await hasReported(tx, accountId, row.commentId));
      if (isNothing) await tx.query('delete from reports where id = $1', [row.id]);
      else {
        refuseMany(open);
        await tx.query('update reports set account_id = $2, confirmed_at = $3, login_code_id = null where id = $1', [
          row.id,
          accountId,
          this.clock.now(),
        ]);
      }
      return { ...row, isNothing };
    });
    if (!confirmed) return null;
    if (!confirmed.isNothing) await this.holdReported.hold(confirmed.commentId);
    return { place: `/reports/${confirmed.receipt}` };
  }

  /** Throws `reports-open`. */
  private async demandFew(tx: Pick<Tx, 'query'>, accountId: string): Promise<void> {
    refuseMany(await this.reportersQueries.openOf(tx, accountId));
  }

  private async reportable({ commentId, rule }: ReportAsked): Promise<OwnedRow> {
    const comment = await this.commentsQueries.get(commentId);
    if (comment.seq === null) throw notFound();
    if (['withheld', 'withdrawn'].includes(stateOf(comment))) throw commentGone();
    await this.publishedRules.demand(comment.conferenceId, rule);
    return comment;
  }

  private async demandPatience(accountId: string, conferenceId: string): Promise<void> {
    const through = { query: <Row>(sql: string, values?: readonly unknown[]) => this.database.ask<Row>(sql, values) };
    if (!isLimited(await this.reportsQueries.recordOf(through, accountId, conferenceId))) return;
    const waiting = await this.database.ask(
      `select from reports where account_id = $1 and conference_id = $2 and made_at > $3 limit 1`,
      [accountId, conferenceId, this.clock.ago({ seconds: LIMITED_SECONDS })],
    );
    if (waiting.length > 0) throw reportsLimited({}, { retryAfterSeconds: LIMITED_SECONDS });
  }
}

interface GuestReport {
  id: string;
  receipt: string;
  commentId: string;
  conferenceId: string;
  isOwn: boolean;
}

function refuseMany(open: number): void {
  if (open >= OPEN_REPORTS_AT_MOST) throw reportsOpen({ most: OPEN_REPORTS_AT_MOST });
}

async function hasReported(tx: Tx, accountId: string, commentId: string): Promise<boolean> {
  const open = await tx.query(
    `select from reports where comment_id = $1 and account_id = $2 and status = 'open' limit 1`,
    [commentId, accountId],
  );
  return open.length > 0;
}
