import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from './account.entity.ts';

/**
 * Whom a link is mailed to: until it was accepted or cancelled, was refused for good, or 30 days after the conference.
 * At most one for a recipient and a role.
 */
@Entity('invitation_emails')
export class InvitationEmail {
  /** The id of the link. */
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') addressCipher: Buffer;
  @Column('text') addressKeyId: string;
  @Column('bytea') addressIndex: Buffer;
  @Column('text') locale: 'fr' | 'en';
  /** Time when the e-mail was asked for last. */
  @Column('timestamptz') madeAt: Date;
  @Column('timestamptz', { nullable: true }) triedAt: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  /** Null in rows of an earlier version. */
  @Column('uuid', { nullable: true }) conferenceId: string | null;
  @Column('text', { nullable: true }) role: Role | null;
  @Column('uuid', { nullable: true }) speakerId: string | null;
  /** Equal for equal addresses, also after a rotation of keys; null in rows of an earlier version. */
  @Column('bytea', { nullable: true }) recipientMark: Buffer | null;
  /** Of the e-mail, equal in each try; a reminder has its own. */
  @Column('uuid') messageId: string;
  @Column('boolean') isReminder: boolean;
}

/** An invitation that was mailed, kept for a day to count how many one address got and one organizer sent. */
@Entity('invitations_mailed')
export class MailedInvitation {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') recipientMark: Buffer;
  @Column('uuid', { nullable: true }) makerAccountId: string | null;
  @Column('timestamptz') at: Date;
}
