import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A thread that a change of its conference or talk has not reached yet. */
@Entity('due_thread_updates')
export class DueThreadUpdate {
  @PrimaryColumn('uuid') threadId: string;
  /** Whether it takes a number also when its own row stays unchanged. */
  @Column('boolean') isAnnounced: boolean;
  /** Counts how often it was noted, so that one noted again meanwhile stays due. */
  @Column('int') version: number;
  /** End of a node's claim. */
  @Column('timestamptz', { nullable: true }) claimedUntil: Date | null;
}
