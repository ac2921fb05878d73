import { Column, Entity, PrimaryColumn } from 'typeorm';

export type NoticeKind =
  | 'held'
  | 'released'
  | 'withheld'
  | 'restored'
  | 'muted'
  | 'suspended'
  | 'sanction-ended'
  | 'appeal-decided'
  | 'report-decided'
  | 'answered'
  | 'declined'
  | 'merged'
  | 'expired'
  | MailedKind;

/** Kinds of notices that are e-mailed to the account and never sent to its sockets. */
export const MAILED_KINDS = ['passkey-added', 'passkey-removed'] as const;
export type MailedKind = (typeof MAILED_KINDS)[number];

/** A notice to an account, shown once while it is connected. Names a comment or a decision, never text. */
@Entity('account_notices')
export class AccountNotice {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') kind: NoticeKind;
  @Column('uuid', { nullable: true }) commentId: string | null;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  /** By the database's clock; nodes compare it with nothing else. */
  @Column('timestamptz') at: Date;
  /** Time when it was first sent to an open socket of the account. */
  @Column('timestamptz', { nullable: true }) toldAt: Date | null;
  @Column('timestamptz', { nullable: true }) letterTriedAt: Date | null;
  @Column('timestamptz', { nullable: true }) letterLeftAt: Date | null;
  /** Whether the mail server refused the e-mail for good. */
  @Column('boolean') isRefused: boolean;
  /** The e-mail that holds it, perhaps with others of its kind. */
  @Column('uuid', { nullable: true }) letterEmailId: string | null;
  /** Time at which it is considered for an e-mail next; null before the first time. */
  @Column('timestamptz', { nullable: true }) letterDueAt: Date | null;
}
