import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last e-mail to a moderator about what waits in a conference. */
@Entity('queue_emails')
export class QueueEmail {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('uuid') conferenceId: string;
  /** Of the e-mail, equal in each try. */
  @Column('uuid') emailId: string;
  @Column('timestamptz') claimedAt: Date;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
}
