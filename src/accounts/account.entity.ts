import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The private person. Nothing public leads here, and only `private/` can read the address. */
@Entity('accounts')
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') addressCipher: Buffer;
  @Column('text') addressKeyId: string;
  @Column('bytea') addressIndex: Buffer;
  /** Equal for addresses that differ only by a tag; null until the server has made it for an account from before. */
  @Column('bytea', { nullable: true }) mailboxIndex: Buffer | null;
  @Column('text') locale: 'fr' | 'en';
  @Column('jsonb') settings: Record<string, unknown>;
  /** Stands in the letters to this account, and ends them. */
  @Column('uuid', { default: () => 'gen_random_uuid()' }) lettersToken: string;
  /** A day, not an instant: nothing should tell when somebody came. */
  @Column('date') createdOn: string;
}

export type Role = 'speaker' | 'moderator' | 'organizer';

/** What an account may do in a conference; without a conference: in every one, future ones too. */
@Entity('grants')
export class Grant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('uuid', { nullable: true }) conferenceId: string | null;
  @Column('text') role: Role;
  @Column('uuid', { nullable: true }) talkId: string | null;
  /** Whom the link was made for, as the organizer wrote it. */
  @Column('text', { nullable: true }) name: string | null;
}

/** What an account may not do now. */
@Entity('standings')
export class Standing {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('uuid') conferenceId: string;
  @Column('text') kind: 'muted' | 'suspended' | 'trusted';
  @Column('timestamptz', { nullable: true }) until: Date | null;
  @Column('text') reason: string;
  /** The decision it comes from. */
  @Column('uuid', { nullable: true }) decisionId: string | null;
}

/** A right that waits for whoever opens its link first. */
@Entity('invitations')
export class Invitation {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') tokenHash: Buffer;
  @Column('text') role: Role;
  @Column('uuid', { nullable: true }) conferenceId: string | null;
  @Column('uuid', { nullable: true }) talkId: string | null;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) claimedAt: Date | null;
  /** Whom it was made for. */
  @Column('text', { nullable: true }) name: string | null;
  /** Null for those of the operator. */
  @Column('uuid', { nullable: true }) makerAccountId: string | null;
  /** When its maker lost the right to invite, or left. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
