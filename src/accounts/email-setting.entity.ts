import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The choice of e-mails of an account; one without a row gets the usual ones. */
@Entity('email_settings')
export class EmailSetting {
  @PrimaryColumn('uuid') accountId: string;
  @Column('smallint') dailyBudget: number;
  @Column('text') digestRhythm: string;
  @Column('smallint') digestHour: number;
  /** Null for that of the conference. */
  @Column('text', { nullable: true }) timeZone: string | null;
  /** The day on which a pause ends. */
  @Column('date', { nullable: true }) pausedUntil: string | null;
  @Column('boolean') hasWords: boolean;
  /** Kinds of e-mails that no longer come; that about answers is a setting of the account. */
  @Column('text', { array: true }) endedKinds: string[];
}
