import { Injectable } from '@nestjs/common';
import { ClaimEmails, type EmailSource } from '../accounts/claim-emails.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import { TRIED_DAYS } from '../platform/mail/collecting.policy.ts';
import type { DecisionKind, DecisionNotice, DecisionNoticeKind } from './decision.entity.ts';

/** An e-mail to send now, with one notice or several of one topic, oldest first. */
export interface DueEmail {
  id: string;
  accountId: string;
  locale: 'fr' | 'en';
  notices: DueDecisionNotice[];
}

export type DueDecisionNotice = Pick<
  DecisionNotice,
  'id' | 'kind' | 'conferenceId' | 'decisionId' | 'receipt' | 'facts'
>;

/** A notice to store. */
export interface NewDecisionNotice {
  accountId: string;
  kind: DecisionNoticeKind;
  conferenceId: string;
  decisionId?: string | null;
  /** The kind of decision a statement explains; statements of one kind are collected. */
  decisionKind?: DecisionKind;
  receipt?: string | null;
  facts?: Record<string, string | number>;
}

const DECISION_NOTICES: EmailSource = {
  table: 'decision_letters',
  where: 'true',
  since: `$1::timestamptz - interval '${TRIED_DAYS} days'`,
  topic: 'topic',
  emailId: 'email_id',
  dueAt: 'due_at',
  triedAt: 'tried_at',
  leftAt: 'left_at',
  isRefused: 'is_refused',
};

/** Stores notices about decisions in the transaction of what they report; notifications sends each once. */
@Injectable()
export class DecisionNotices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly claimEmails: ClaimEmails,
  ) {}

  async put(tx: Queryable, notice: NewDecisionNotice): Promise<void> {
    const { accountId, kind, conferenceId, decisionId = null, receipt = null, facts = {} } = notice;
    await tx.query(
      `insert into decision_letters (id, account_id, kind, conference_id, decision_id, receipt, facts, at, topic)
       select $1, a.id, $3, $4, $5, $6, $7, $8, $9 from accounts a where a.id = $2`,
      [blindId(), accountId, kind, conferenceId, decisionId, receipt, facts, this.clock.now(), topicOf(notice)],
    );
  }

  /** Claims the e-mails that no other node is sending. They count as tried before they are sent. */
  async take(): Promise<DueEmail[]> {
    const claimed = await this.claimEmails.claim(DECISION_NOTICES);
    if (claimed.length === 0) return [];
    const notices = await this.database.ask<DueDecisionNotice & { emailId: string; locale: 'fr' | 'en' }>(
      `select l.id, l.email_id "emailId", l.kind, l.conference_id "conferenceId", l.decision_id "decisionId",
         l.receipt, l.facts, a.locale
       from decision_letters l
       join accounts a on a.id = l.account_id
       where l.email_id = any($1) and l.left_at is null
       order by l.at, l.id`,
      [claimed.map(({ id }) => id)],
    );
    // Notices of an erased account are dropped.
    return claimed.flatMap(({ id, accountId }): DueEmail[] => {
      const listed = notices.filter(({ emailId }) => emailId === id);
      return listed.length === 0 ? [] : [{ id, accountId, locale: listed[0]!.locale, notices: listed }];
    });
  }

  /** Notes that an e-mail left; `isTaken` is false when the mail server refused it for good. */
  async left(emailId: string, isTaken: boolean): Promise<void> {
    await this.claimEmails.markSent(DECISION_NOTICES, emailId, isTaken);
  }
}

/** The topic of notices that may come in bursts; null for the others. */
function topicOf({ kind, decisionKind }: NewDecisionNotice): string | null {
  if (kind === 'statement') return `statement.${decisionKind ?? 'decided'}`;
  return kind === 'report-decided' || kind === 'appeal-decided' ? kind : null;
}
