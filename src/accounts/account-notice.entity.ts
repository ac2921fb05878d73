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

/** What is an e-mail to its owner and never a word to open sockets. */
export const MAILED_KINDS = ['passkey-added', 'passkey-removed'] as const;
export type MailedKind = (typeof MAILED_KINDS)[number];

/** What an account is told while it is there, once. Names a comment or a decision, never words. */
@Entity('account_notices')
export class AccountNotice {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') kind: NoticeKind;
  @Column('uuid', { nullable: true }) commentId: string | null;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  /** By the database's own clock: nodes compare it with nothing else. */
  @Column('timestamptz') at: Date;
  /** When an open socket of the account was first handed it. */
  @Column('timestamptz', { nullable: true }) toldAt: Date | null;
  @Column('timestamptz', { nullable: true }) letterTriedAt: Date | null;
  @Column('timestamptz', { nullable: true }) letterLeftAt: Date | null;
  /** The e-mail that tells it, perhaps with others of its kind. */
  @Column('uuid', { nullable: true }) letterEmailId: string | null;
  /** When it is looked at next; null before the first look. */
  @Column('timestamptz', { nullable: true }) letterDueAt: Date | null;
}
