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

/** Who decided, as the ledger says it; `server` where nobody did. */
export type DecidingRole = 'moderator' | 'organizer' | 'server';

/**
 * What somebody with power did, and why. Only ever added (the database refuses anything else): undoing one is another
 * that points back. `n`, `previousHash` and `hash` chain the decisions of a conference.
 */
@Entity('decisions')
export class Decision {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  @Column('int') n: number;
  @Column('uuid', { nullable: true }) threadId: string | null;
  @Column('uuid', { nullable: true }) commentId: string | null;
  @Column('uuid', { nullable: true }) personaId: string | null;
  @Column('text') kind: DecisionKind;
  @Column('text', { nullable: true }) rule: string | null;
  @Column('text') reason: string;
  @Column('text') role: DecidingRole;
  /** Null where nobody decided: a rule of the forum did, see `isAutomated`. */
  @Column('uuid', { nullable: true }) actorAccountId: string | null;
  @Column('uuid', { nullable: true }) reversesId: string | null;
  /** When what it does ends by itself. */
  @Column('timestamptz', { nullable: true }) until: Date | null;
  /** Whether the ledger shows it: what was decided about words nobody ever saw would tell that they were said. */
  @Column('boolean') isPublic: boolean;
  @Column('boolean') isAutomated: boolean;
  @Column('boolean') isFromReport: boolean;
  /** The appeal it decides. */
  @Column('uuid', { nullable: true }) appealId: string | null;
  /** Since when it was waited for: the report, the hold, the appeal. */
  @Column('timestamptz', { nullable: true }) waitingSince: Date | null;
  @Column('timestamptz') at: Date;
  /** Of the words that were decided about, with a salt that is destroyed with them. */
  @Column('bytea', { nullable: true }) wordsHash: Buffer | null;
  @Column('bytea') previousHash: Buffer;
  @Column('bytea') hash: Buffer;
}

/**
 * The words as they were when it was decided, until their time is over; without them and their salt the hash says
 * nothing.
 */
@Entity('decision_words')
export class DecisionWords {
  @PrimaryColumn('uuid') decisionId: string;
  @Column('bytea') salt: Buffer;
  @Column('text') words: string;
  @Column('timestamptz') keptUntil: Date;
}

/** Where the chain of a conference ends. Its lock is the last one a decision takes. */
@Entity('ledger_heads')
export class LedgerHead {
  @PrimaryColumn('uuid') conferenceId: string;
  @Column('int') n: number;
  @Column('bytea') hash: Buffer;
}

/** A head that was mailed to the organizers: who rewrites the chain would have to rewrite their mail too. */
@Entity('ledger_marks')
export class LedgerMark {
  @PrimaryColumn('uuid') conferenceId: string;
  @PrimaryColumn('int') n: number;
  @Column('bytea') hash: Buffer;
  @Column('timestamptz') at: Date;
}

/** To whom a decision is explained: the account it is about. */
@Entity('statements')
export class Statement {
  @PrimaryColumn('uuid') decisionId: string;
  @Column('uuid') accountId: string;
  @Column('timestamptz') at: Date;
}

export type LetterKind =
  | 'statement'
  | 'report-decided'
  | 'appeal-decided'
  | 'report-warned'
  | 'ledger-head'
  | 'holds-stopped';

/** A letter that is due; its words are made when it is sent, from what holds then. */
@Entity('decision_letters')
export class DecisionLetter {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') kind: LetterKind;
  @Column('uuid') conferenceId: string;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  @Column('uuid', { nullable: true }) receipt: string | null;
  @Column('jsonb') facts: Record<string, string | number>;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { nullable: true }) triedAt: Date | null;
  @Column('timestamptz', { nullable: true }) leftAt: Date | null;
  /** Letters of one topic to one account are collected into one e-mail; null leaves alone. */
  @Column('text', { nullable: true }) topic: string | null;
  @Column('uuid', { nullable: true }) emailId: string | null;
  /** When it is looked at next; null before the first look. */
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
}
