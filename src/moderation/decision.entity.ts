import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DecisionKind = 'withhold' | 'restore' | 'release' | 'lock' | 'unlock' | 'slow' | 'screen';

/** What somebody with power did, and why. Never edited: undoing one is another that points back. */
@Entity('decisions')
export class Decision {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  @Column('uuid', { nullable: true }) threadId: string | null;
  @Column('uuid', { nullable: true }) commentId: string | null;
  @Column('text') kind: DecisionKind;
  @Column('text', { nullable: true }) rule: string | null;
  @Column('text') reason: string;
  @Column('text') role: 'moderator' | 'organizer';
  @Column('uuid') actorAccountId: string;
  @Column('uuid', { nullable: true }) reversesId: string | null;
  /** Whether the ledger shows it: what was decided about words nobody ever saw would tell that they were said. */
  @Column('boolean') isPublic: boolean;
  @Column('timestamptz') at: Date;
}
