import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The wish for one letter when a conference is archived; gone when the letter has left. */
@Entity('closing_letters')
export class ClosingLetter {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('uuid') conferenceId: string;
  @Column('timestamptz', { nullable: true }) triedAt: Date | null;
}
