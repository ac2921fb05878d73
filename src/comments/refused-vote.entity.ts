import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The reason why a vote was refused. */
export type RefusalOfVote = 'own' | 'closed' | 'gone' | 'not-allowed';

/** Votes that were refused in a conference on a day of it, by the reason; never whose. */
@Entity('refused_votes')
export class RefusedVote {
  @PrimaryColumn('uuid') conferenceId: string;
  @PrimaryColumn('date') day: string;
  @PrimaryColumn('text') reason: RefusalOfVote;
  @Column('int') times: number;
  /** Least number of different people behind the refusals; five are not told from more. */
  @Column('smallint') people: number;
}
