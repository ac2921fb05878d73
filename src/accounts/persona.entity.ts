import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A public face of an account in one conference. Its id is v4: nothing tells when it was made, or beside which other.
 */
@Entity('personas')
export class Persona {
  @PrimaryColumn('uuid') id: string;
  /** Null once the account has left, until the persona follows it. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('uuid') conferenceId: string;
  @Column('text') name: string;
  @Column('text') tagline: string;
  /** Random, so that the avatar says nothing of the person. */
  @Column('text') avatarSeed: string;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}

/** Personas whose public rows are to be stamped with a new number; written with the change itself, read by comments. */
@Entity('persona_changes')
export class PersonaChange {
  @PrimaryColumn('uuid') personaId: string;
  @Column('timestamptz') at: Date;
}
