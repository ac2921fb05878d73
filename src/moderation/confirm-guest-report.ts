import { Injectable, type OnModuleInit } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { StandingsQueries } from '../accounts/standings.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { Problem } from '../kernel/problem.ts';
import { Config } from '../platform/config/settings.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { emailBrand, type BrandedConference } from '../programme/email-brand.ts';
import {
  Confirmations,
  type ConfirmedCode,
  type ConfirmationOutcome,
  type EmailAddition,
} from '../sessions/confirmations.ts';
import { HoldReported } from './hold-reported.ts';
import { COLUMN_OF, wordsIn, type JudgedWords } from './judged-words.ts';
import { GUEST_REPORT } from './report-as-guest.ts';
import { refuseMany, ReportLimits } from './report-limits.ts';
import type { Report } from './report.entity.ts';

/** Confirms a guest's report once its code is typed, and writes the receipt into the e-mail with the code. */
@Injectable()
export class ConfirmGuestReport implements OnModuleInit {
  // A confirmed report is checked as any report: sanctions, limits and holds are three modules' rules.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly standingsQueries: StandingsQueries,
    private readonly reportLimits: ReportLimits,
    private readonly holdReported: HoldReported,
    private readonly confirmations: Confirmations,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.confirmations.onConfirmed(GUEST_REPORT, (confirmed) => this.confirm(confirmed));
    this.confirmations.onEmail(GUEST_REPORT, (codeId, locale) => this.emailAdditionOf(codeId, locale));
  }

  /**
   * Confirms a guest's report, which moderators see from now on. A report of an own comment, or a second one, comes to
   * nothing; one that is refused is forgotten, and its reporter told why.
   */
  private async confirm(code: ConfirmedCode): Promise<ConfirmationOutcome> {
    const [waiting] = await this.database.ask<Pick<Report, 'commentId' | 'recapId'>>(
      `select comment_id "commentId", recap_id "recapId" from reports
       where login_code_id = $1 and confirmed_at is null`,
      [code.codeId],
    );
    try {
      return waiting ? await this.confirmReport(code) : null;
    } catch (refused) {
      if (!(refused instanceof Problem)) throw refused;
      await this.database.ask('delete from reports where login_code_id = $1 and confirmed_at is null', [code.codeId]);
      const { kind, id } = wordsIn(waiting!);
      return { refused, place: `/${kind}s/${id}/report?refused=${refused.kind.slug}` };
    }
  }

  /** Throws `account-suspended`, `account-muted`, `reports-open`. */
  private async confirmReport({ codeId, accountId }: ConfirmedCode): Promise<ConfirmationOutcome> {
    const confirmed = await this.database.transaction(async (tx) => {
      const [row] = await tx.query<GuestReport>(
        `select r.id, r.receipt, r.comment_id "commentId", r.recap_id "recapId", r.conference_id "conferenceId",
           p.account_id is not distinct from $2::uuid "isOwn"
         from reports r
         left join comments m on m.id = r.comment_id
         left join recaps a on a.id = r.recap_id
         left join personas p on p.id = coalesce(m.persona_id, a.persona_id)
         where r.login_code_id = $1 and r.confirmed_at is null
         for no key update of r`,
        [codeId, accountId],
      );
      if (!row) return null;
      await this.standingsQueries.mayTakePart(tx, accountId, row.conferenceId);
      // Locks the reporter, so that an equal report from another tab is stored by now, or waits for this one.
      const open = await this.reportLimits.countOpen(tx, accountId);
      const isNothing = row.isOwn || (await hasReported(tx, accountId, wordsIn(row)));
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
    if (!confirmed.isNothing) await this.holdReported.hold(wordsIn(confirmed));
    return { place: `/reports/${confirmed.receipt}` };
  }

  /** For the e-mail with the code: the way to the report, and the conference it is about. */
  private async emailAdditionOf(codeId: string, locale: 'fr' | 'en'): Promise<EmailAddition | null> {
    const [report] = await this.database.ask<{ receipt: string } & BrandedConference>(
      `select r.receipt, c.title, c.settings->'brand'->>'accent' accent
       from reports r
       join conferences c on c.id = r.conference_id
       where r.login_code_id = $1`,
      [codeId],
    );
    if (!report) return null;
    return {
      below: words(locale)('mails.report.receipt', { url: `${this.config.publicUrl}/reports/${report.receipt}` }),
      brand: emailBrand(report.title, report.accent),
    };
  }
}

interface GuestReport extends Pick<Report, 'id' | 'receipt' | 'commentId' | 'recapId' | 'conferenceId'> {
  isOwn: boolean;
}

async function hasReported(tx: Tx, accountId: string, { kind, id }: JudgedWords): Promise<boolean> {
  const open = await tx.query(
    `select from reports where ${COLUMN_OF[kind]} = $1 and account_id = $2 and status = 'open' limit 1`,
    [id, accountId],
  );
  return open.length > 0;
}
