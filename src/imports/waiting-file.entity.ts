import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A programme's file that waits for an organizer's answer. */
@Entity('waiting_files')
export class WaitingFileRow {
  @PrimaryColumn('uuid') id: string;
  /** The file with its name, encrypted; the key stands in the organizer's page and nowhere else. */
  @Column('bytea') cipher: Buffer;
  @Column('timestamptz') keptUntil: Date;
  /** The account that sent the file; null for one that an older node keeps. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  /** The conference whose programme it changes; null for one that makes a conference. */
  @Column('uuid', { nullable: true }) conferenceId: string | null;
}
