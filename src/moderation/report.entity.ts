import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ReportStatus = 'open' | 'decided' | 'dismissed';

/** Somebody says that a comment breaks a rule. Its author never learns who. */
@Entity('reports')
export class Report {
  /** For moderators. The reporter knows it by its receipt, which moderators never see. */
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') receipt: string;
  @Column('uuid') conferenceId: string;
  @Column('uuid') commentId: string;
  /** Null until a guest's address is confirmed, and once the account is gone. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('uuid', { nullable: true }) loginCodeId: string | null;
  /** Came without a session: then a letter is the only way to answer. */
  @Column('boolean') isGuest: boolean;
  @Column('text') rule: string;
  @Column('text') reason: string;
  @Column('text') status: ReportStatus;
  @Column('timestamptz') madeAt: Date;
  /** Until then nobody sees it. */
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decisionId: string | null;
}

/** That somebody's reports are mostly unfounded, and that they have been told. */
@Entity('report_warnings')
export class ReportWarning {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('uuid') conferenceId: string;
  @Column('timestamptz') at: Date;
}

/** Who finds a decision wrong, and what somebody else decided about that. */
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

/** A moderator is looking at it now; for others it is greyed out until the claim runs out. */
@Entity('queue_claims')
export class QueueClaim {
  @PrimaryColumn('uuid') commentId: string;
  @Column('uuid') accountId: string;
  @Column('timestamptz') until: Date;
}
