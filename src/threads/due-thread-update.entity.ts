import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A thread that a change of its conference or talk has not reached yet. */
@Entity('due_thread_updates')
export class DueThreadUpdate {
  @PrimaryColumn('uuid') threadId: string;
  /** Whether it gets a number also when its own row stays as it is. */
  @Column('boolean') isAnnounced: boolean;
  /** Counts how often it was noted: one noted again meanwhile stays due. */
  @Column('int') version: number;
  /** Until when a node has it in hand. */
  @Column('timestamptz', { nullable: true }) claimedUntil: Date | null;
}
