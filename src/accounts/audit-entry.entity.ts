import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * An act of a person with a grant, for the organizers of the conference. Names accounts and things, never an address or
 * text.
 */
@Entity('audit_entries')
export class AuditEntry {
  @PrimaryColumn('uuid') id: string;
  /** Null for an act in no particular conference. */
  @Column('uuid', { nullable: true }) conferenceId: string | null;
  /** Null for the server itself. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('text') role: string;
  /** An act with a dot (`decision.withhold`), or the route that was used. */
  @Column('text') action: string;
  @Column('text', { nullable: true }) subject: string | null;
  @Column('timestamptz') at: Date;
}
