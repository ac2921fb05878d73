import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { DecisionNotices, type DueEmail, type DueDecisionNotice } from '../moderation/decision-notices.ts';
import { TITLE_FOR_ITS_READERS } from '../moderation/statements.queries.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { emailBrand, subjectIn } from '../programme/email-brand.ts';
import { emailAbout, emailListing, type DecisionFacts, type EmailWording } from './decision-emails.ts';
import { EmailRounds } from './email-rounds.ts';

/**
 * E-mails about decisions: the statement of reasons, the outcome to a reporter without an account, the ledger's head to
 * organizers. They are written when they are sent, and never hold the words of a comment.
 */
@Injectable()
export class EmailsAboutDecisions {
  constructor(
    private readonly decisionNotices: DecisionNotices,
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly config: Config,
    emailRounds: EmailRounds,
  ) {
    emailRounds.add({
      name: 'notifications/tell-decisions',
      does: 'Mails people what was decided about their comments and their standing.',
      claim: () => decisionNotices.take(),
      send: (due) => this.send(due),
      failure: 'an e-mail about a decision could not be sent and will be tried again',
    });
  }

  private async send(email: DueEmail): Promise<void> {
    const wording = await this.write(email);
    const isTaken =
      wording === null ||
      (await this.addressDesk.writeTo(email.accountId, { id: email.id, locale: email.locale, ...wording }));
    await this.decisionNotices.left(email.id, isTaken);
  }

  /** Null when there is nothing left to tell. */
  private async write({ locale, notices }: DueEmail): Promise<EmailWording | null> {
    const abouts = new Map((await this.about(notices)).map((about) => [about.letterId, about]));
    const { publicUrl } = this.config;
    const [first, ...others] = notices.flatMap((notice) => {
      const about = abouts.get(notice.id);
      return about === undefined ? [] : [{ notice, about, locale, publicUrl }];
    });
    if (first === undefined) return null;
    const wording = others.length === 0 ? emailAbout(first) : emailListing([first, ...others]);
    const { conferenceTitle, accent, slug } = first.about;
    const isOfOne = others.every(({ about }) => about.slug === slug);
    return isOfOne
      ? { ...wording, subject: subjectIn(conferenceTitle, wording.subject), brand: emailBrand(conferenceTitle, accent) }
      : wording;
  }

  private about(notices: readonly DueDecisionNotice[]): Promise<DecisionFacts[]> {
    return this.database.ask<DecisionFacts>(
      `select l.id "letterId",
         d.kind,
         d.rule,
         d.reason,
         d.until,
         d.is_from_report "isFromReport",
         d.is_automated "isAutomated",
         d.appeal_id is not null and d.reverses_id is not null "isReversal",
         c.title "conferenceTitle",
         c.settings->'brand'->>'accent' accent,
         c.time_zone "timeZone",
         c.slug,
         ${TITLE_FOR_ITS_READERS} "threadTitle",
         d.recap_id "recapId",
         coalesce(case when d.rule is not null then c.settings->'rules' end, '[]') rules
       from decision_letters l
       join conferences c on c.id = l.conference_id
       left join decisions d on d.id = l.decision_id
       left join threads t on t.id = d.thread_id
       where l.id = any($1)`,
      [notices.map(({ id }) => id)],
    );
  }
}
