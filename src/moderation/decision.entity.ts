import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DecisionKind =
  | 'hold'
  | 'withhold'
  | 'restore'
  | 'release'
  | 'dismiss'
  | 'uphold'
  | 'withhold-note'
  | 'restore-note'
  | 'mute'
  | 'unmute'
  | 'suspend'
  | 'unsuspend'
  | 'lock'
  | 'unlock'
  | 'slow'
  | 'screen';

/** The role in which a decision was made, as the ledger shows it; `server` for automated ones. */
export type DecidingRole = 'moderator' | 'organizer' | 'server';

/**
 * A decision of moderation, with its reason. Rows are only added (the database refuses all else); a reversal is another
 * row that refers to it. `n`, `previousHash` and `hash` chain the decisions of a conference.
 */
@Entity('decisions')
export class Decision {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  @Column('int') n: number;
  @Column('uuid', { nullable: true }) threadId: string | null;
  @Column('uuid', { nullable: true }) commentId: string | null;
  /** The recap it is about; then there is no comment, and the thread is the one in which the recap is answered. */
  @Column('uuid', { nullable: true }) recapId: string | null;
  @Column('uuid', { nullable: true }) personaId: string | null;
  @Column('text') kind: DecisionKind;
  @Column('text', { nullable: true }) rule: string | null;
  @Column('text') reason: string;
  @Column('text') role: DecidingRole;
  /** Null for a decision of the server by a rule, see `isAutomated`. */
  @Column('uuid', { nullable: true }) actorAccountId: string | null;
  @Column('uuid', { nullable: true }) reversesId: string | null;
  /** Time at which its effect ends by itself. */
  @Column('timestamptz', { nullable: true }) until: Date | null;
  /** Whether the ledger shows it; a decision about words that were never public would reveal them. */
  @Column('boolean') isPublic: boolean;
  @Column('boolean') isAutomated: boolean;
  @Column('boolean') isFromReport: boolean;
  /** The appeal it decides. */
  @Column('uuid', { nullable: true }) appealId: string | null;
  /** Time of the report, the hold or the appeal that it answers. */
  @Column('timestamptz', { nullable: true }) waitingSince: Date | null;
  @Column('timestamptz') at: Date;
  /** Of the words it is about, with a salt that is deleted together with them. */
  @Column('bytea', { nullable: true }) wordsHash: Buffer | null;
  @Column('bytea') previousHash: Buffer;
  @Column('bytea') hash: Buffer;
}

/** The words at the time of the decision, until they expire; without words and salt the hash says nothing. */
@Entity('decision_words')
export class DecisionWords {
  @PrimaryColumn('uuid') decisionId: string;
  @Column('bytea') salt: Buffer;
  @Column('text') words: string;
  @Column('timestamptz') keptUntil: Date;
}

/** The end of a conference's chain. Its lock is the last one a decision takes. */
@Entity('ledger_heads')
export class LedgerHead {
  @PrimaryColumn('uuid') conferenceId: string;
  @Column('int') n: number;
  @Column('bytea') hash: Buffer;
}

/** A head that was mailed to the organizers, so that rewriting the chain unnoticed would need their mailboxes too. */
@Entity('ledger_marks')
export class LedgerMark {
  @PrimaryColumn('uuid') conferenceId: string;
  @PrimaryColumn('int') n: number;
  @Column('bytea') hash: Buffer;
  @Column('timestamptz') at: Date;
}

/** The account a decision is about, and explained to. */
@Entity('statements')
export class Statement {
  @PrimaryColumn('uuid') decisionId: string;
  @Column('uuid') accountId: string;
  @Column('timestamptz') at: Date;
}

export type DecisionNoticeKind =
  | 'statement'
  | 'report-decided'
  | 'appeal-decided'
  | 'report-warned'
  | 'ledger-head'
  | 'holds-stopped';

/** An e-mail to send; its text is made when it is sent, from the state at that time. */
@Entity('decision_letters')
export class DecisionNotice {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') kind: DecisionNoticeKind;
  @Column('uuid') conferenceId: string;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  @Column('uuid', { nullable: true }) receipt: string | null;
  @Column('jsonb') facts: Record<string, string | number>;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { nullable: true }) triedAt: Date | null;
  @Column('timestamptz', { nullable: true }) leftAt: Date | null;
  /** Whether the mail server refused the e-mail for good. */
  @Column('boolean') isRefused: boolean;
  /** Notices of one topic to one account are collected into one e-mail; one without a topic is sent alone. */
  @Column('text', { nullable: true }) topic: string | null;
  @Column('uuid', { nullable: true }) emailId: string | null;
  /** Time at which it is considered next; null before the first time. */
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
}
