import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a mailbox is read, and by which node. */
@Entity('mailbox_readings')
export class MailboxReading {
  /** Keyed hash of its server, user and folder. */
  @PrimaryColumn('bytea') mailbox: Buffer;
  /** The node that reads it until `heldUntil`, by the clock of the database. */
  @Column('uuid') holder: string;
  @Column('timestamptz') heldUntil: Date;
  /** Which numbering of its server `readTo` and the numbers of e-mails are of (UIDVALIDITY). */
  @Column('text', { nullable: true }) numbering: string | null;
  /** Every e-mail up to this number was looked at; null before the first reading. */
  @Column('bigint', { nullable: true }) readTo: string | null;
  /** How many e-mails lie in the folder of those that could not be taken. */
  @Column('int') setAside: number;
}

/** An e-mail in a mailbox that is being taken, or could not be taken yet. */
@Entity('postponed_emails')
export class PostponedEmail {
  @PrimaryColumn('bytea') mailbox: Buffer;
  /** Its number in the mailbox. */
  @PrimaryColumn('bigint') uid: string;
  @Column('int') tries: number;
  @Column('timestamptz') dueAt: Date;
}
