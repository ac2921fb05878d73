import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `guest`: without an address, known by the cookie of one browser alone. */
export type AccountKind = 'full' | 'guest';

/**
 * The private account of a person. Nothing public leads to it, and only `private/` can read the address, which a guest
 * does not have.
 */
@Entity('accounts')
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: AccountKind;
  @Column('bytea', { nullable: true }) addressCipher: Buffer | null;
  @Column('text', { nullable: true }) addressKeyId: string | null;
  @Column('bytea', { nullable: true }) addressIndex: Buffer | null;
  /** Equal for addresses that differ only by a tag; null until an account of an earlier version has been indexed. */
  @Column('bytea', { nullable: true }) mailboxIndex: Buffer | null;
  @Column('text') locale: 'fr' | 'en';
  @Column('jsonb') settings: Record<string, unknown>;
  /** The token in this account's e-mails that unsubscribes from them. */
  @Column('uuid', { default: () => 'gen_random_uuid()' }) lettersToken: string;
  /** A day, not an instant, because nothing should tell when a person came. */
  @Column('date') createdOn: string;
}

export type Role = 'speaker' | 'moderator' | 'organizer';

/** A right of an account in a conference; without a conference, in all present and future ones. */
@Entity('grants')
export class Grant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('uuid', { nullable: true }) conferenceId: string | null;
  @Column('text') role: Role;
  @Column('uuid', { nullable: true }) talkId: string | null;
  /** The person the invitation was made for, as the organizer wrote it. */
  @Column('text', { nullable: true }) name: string | null;
}

/** A sanction: what an account may not do now. */
@Entity('standings')
export class Standing {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('uuid') conferenceId: string;
  @Column('text') kind: 'muted' | 'suspended' | 'trusted';
  @Column('timestamptz', { nullable: true }) until: Date | null;
  @Column('text') reason: string;
  /** The decision that set it. */
  @Column('uuid', { nullable: true }) decisionId: string | null;
}

/** A right for the account that opens the link first; the rights of one person share a link. */
@Entity('invitations')
export class Invitation {
  @PrimaryColumn('uuid') id: string;
  /** Of its link; the token is derived from it for links that can be shown or mailed again. */
  @Column('uuid') linkId: string;
  /** The speaker of the programme whose link it is. */
  @Column('uuid', { nullable: true }) speakerId: string | null;
  @Column('bytea') tokenHash: Buffer;
  @Column('text') role: Role;
  @Column('uuid', { nullable: true }) conferenceId: string | null;
  @Column('uuid', { nullable: true }) talkId: string | null;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) claimedAt: Date | null;
  /** The person it was made for. */
  @Column('text', { nullable: true }) name: string | null;
  /** Null for invitations of the operator. */
  @Column('uuid', { nullable: true }) makerAccountId: string | null;
  /** Time when its maker lost the right to invite, or left. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** State of its e-mail; null for a link that was never mailed. */
  @Column('text', { nullable: true }) emailed: 'waiting' | 'sent' | 'returned' | null;
}
