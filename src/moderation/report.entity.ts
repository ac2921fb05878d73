import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ReportStatus = 'open' | 'decided' | 'dismissed';

/** A report that a comment or a recap breaks a rule. The author never learns who made it. */
@Entity('reports')
export class Report {
  /** For moderators. The reporter has a receipt, which moderators never see. */
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') receipt: string;
  @Column('uuid') conferenceId: string;
  @Column('uuid', { nullable: true }) commentId: string | null;
  /** Instead of a comment. */
  @Column('uuid', { nullable: true }) recapId: string | null;
  /** Null until a guest's address is confirmed, and after the account's erasure. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('uuid', { nullable: true }) loginCodeId: string | null;
  /** Made without a session, so that only an e-mail can answer it. */
  @Column('boolean') isGuest: boolean;
  @Column('text') rule: string;
  @Column('text') reason: string;
  @Column('text') status: ReportStatus;
  @Column('timestamptz') madeAt: Date;
  /** Invisible before. */
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decisionId: string | null;
}

/** A warning to an account whose reports are mostly unfounded. */
@Entity('report_warnings')
export class ReportWarning {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('uuid') conferenceId: string;
  @Column('timestamptz') at: Date;
}

/** An appeal against a decision, and its outcome. */
@Entity('appeals')
export class Appeal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  @Column('uuid') decisionId: string;
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('text') party: 'author' | 'reporter';
  @Column('text') reason: string;
  @Column('timestamptz') at: Date;
  @Column('text', { nullable: true }) outcome: 'upheld' | 'reversed' | null;
  @Column('text', { nullable: true }) outcomeReason: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}

/** A moderator's claim of a comment or recap, which is greyed out for others until it expires. */
@Entity('queue_claims')
export class QueueClaim {
  /** The database makes it. */
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) commentId: string | null;
  @Column('uuid', { nullable: true }) recapId: string | null;
  @Column('uuid') accountId: string;
  @Column('timestamptz') until: Date;
}
