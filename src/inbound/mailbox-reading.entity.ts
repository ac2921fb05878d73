import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The place up to which a mailbox is read, and the node that reads it. */
@Entity('mailbox_readings')
export class MailboxReading {
  /** Keyed hash of its server, user and folder. */
  @PrimaryColumn('bytea') mailbox: Buffer;
  /** The node that reads it until `heldUntil`, by the clock of the database. */
  @Column('uuid') holder: string;
  @Column('timestamptz') heldUntil: Date;
  /** The numbering of the server to which `readTo` and the numbers of e-mails belong (UIDVALIDITY). */
  @Column('text', { nullable: true }) numbering: string | null;
  /** Every e-mail up to this number was looked at; null before the first reading. */
  @Column('bigint', { nullable: true }) readTo: string | null;
  /** Number of e-mails in the folder of those that could not be taken. */
  @Column('int') setAside: number;
}

/** An e-mail in a mailbox that is being taken, or could not be taken yet. */
@Entity('postponed_emails')
export class PostponedEmail {
  @PrimaryColumn('bytea') mailbox: Buffer;
  /** The e-mail's number in the mailbox. */
  @PrimaryColumn('bigint') uid: string;
  @Column('int') tries: number;
  @Column('timestamptz') dueAt: Date;
}
