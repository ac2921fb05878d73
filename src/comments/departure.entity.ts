import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DepartureKind } from './departure.policy.ts';

/** The fate of the comments of an erased account: they stay, from a former participant, or are removed. */
export type PostsFate = 'keep' | 'remove';

/**
 * Something public of an erased account, which follows it at a time of its own. Names no account, so that not even this
 * table tells what belonged together.
 */
@Entity('departures')
export class Departure {
  /** The id of the persona or the comment; of a vote the random number that replaced the account. */
  @PrimaryColumn('uuid') subjectId: string;
  @Column('text') kind: DepartureKind;
  @Column('text') posts: PostsFate;
  @Column('timestamptz') dueAt: Date;
  /** End of a node's claim, after which another may take over. */
  @Column('timestamptz', { nullable: true }) claimedUntil: Date | null;
}
