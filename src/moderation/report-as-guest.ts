import { Injectable } from '@nestjs/common';
import type { Locale } from '../../locales/words.ts';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import type { Visitor } from '../sessions/credentials.ts';
import { SendCode } from '../sessions/send-code.ts';
import { SignInLimits } from '../sessions/sign-in-limits.ts';
import { columnsFor } from './judged-words.ts';
import { ReportableWords, type ReportInput } from './reportable-words.ts';

export interface GuestReportInput extends ReportInput {
  email: string;
  /** Null for a client of neither language; the conference's is used. */
  locale: Locale | null;
  visitor: Visitor;
}

/** The purpose of codes that confirm a guest's report. */
export const GUEST_REPORT = 'report';

/** Takes a report without a session, which counts once a code confirms the address. */
@Injectable()
export class ReportAsGuest {
  // Reportable words, requests for codes and e-mails have their rules in four modules.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly reportableWords: ReportableWords,
    private readonly addressDesk: AddressDesk,
    private readonly signInLimits: SignInLimits,
    private readonly sendCode: SendCode,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores a report until the code that is mailed with the receipt confirms the address. Throws `invalid-request`,
   * `not-found`, `comment-gone`, `recap-gone`, `rule-unknown`, `too-many-requests`, `proof-required`.
   */
  async report(asked: GuestReportInput): Promise<string> {
    const address = this.addressDesk.seal(asked.email);
    const { conferenceId } = await this.reportableWords.get(asked);
    await this.signInLimits.mayAsk(address, asked.visitor);
    const conference = await this.programmeQueries.getConference(conferenceId);
    const receipt = blindId();
    const { commentId, recapId } = columnsFor(asked.about);
    await this.database.transaction(async (tx) => {
      const code = await this.sendCode.make(tx, {
        address,
        purpose: GUEST_REPORT,
        locale: asked.locale ?? conference.locale,
        asker: asked.visitor,
      });
      await tx.query(
        `insert into reports (
           id, receipt, conference_id, comment_id, recap_id, login_code_id, is_guest, rule, reason, status, made_at
         )
         values ($1, $2, $3, $4, $5, $6, true, $7, $8, 'open', $9)`,
        [blindId(), receipt, conferenceId, commentId, recapId, code.id, asked.rule, asked.reason, this.clock.now()],
      );
    });
    this.sendCode.deliverNow();
    return receipt;
  }
}
