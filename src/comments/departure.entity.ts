import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DepartureKind } from './departure.policy.ts';

/** What becomes of the comments of an account that leaves: they stay, from a former participant, or they go. */
export type PostsFate = 'keep' | 'remove';

/**
 * Something public of an account that has left, which follows it at a moment of its own. Names no account, so that not
 * even this table tells what belonged together.
 */
@Entity('departures')
export class Departure {
  /** The id of the persona or of the comment; of a vote the random number that took the account's place. */
  @PrimaryColumn('uuid') subjectId: string;
  @Column('text') kind: DepartureKind;
  @Column('text') posts: PostsFate;
  @Column('timestamptz') dueAt: Date;
  /** Until when one node is busy with it; when this has passed, another takes over. */
  @Column('timestamptz', { nullable: true }) claimedUntil: Date | null;
}
