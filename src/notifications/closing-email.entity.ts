import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A request for one e-mail when a conference is archived, deleted once it was sent. */
@Entity('closing_letters')
export class ClosingEmail {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('uuid') conferenceId: string;
  @Column('timestamptz', { nullable: true }) triedAt: Date | null;
}
