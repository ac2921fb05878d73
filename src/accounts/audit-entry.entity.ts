import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What somebody with a right did, for the organizers of a conference to read. Names accounts and things, never an
 * address and never words.
 */
@Entity('audit_entries')
export class AuditEntry {
  @PrimaryColumn('uuid') id: string;
  /** Null: of no conference in particular. */
  @Column('uuid', { nullable: true }) conferenceId: string | null;
  /** Null: the server itself. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('text') role: string;
  /** A word with a dot (`decision.withhold`), or the door that was used. */
  @Column('text') action: string;
  @Column('text', { nullable: true }) subject: string | null;
  @Column('timestamptz') at: Date;
}
