import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A persona of an account in one conference. Its id is version 4, so that it does not tell when it was made, or beside
 * which other.
 */
@Entity('personas')
export class Persona {
  @PrimaryColumn('uuid') id: string;
  /** Null between the erasure of the account and the departure of the persona. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('uuid') conferenceId: string;
  /** Empty until one is chosen, for a persona that has only asked anonymously; and once it is withdrawn. */
  @Column('text') name: string;
  @Column('text') tagline: string;
  /** Markdown as in comments. */
  @Column('text') biography: string;
  /** Of its page in the conference; random, unique there. The database makes it. */
  @Column('text') slug: string;
  /** Whether its page lists its comments. */
  @Column('boolean') hasCommentsShown: boolean;
  /** Whether search engines may find its page. */
  @Column('boolean') isIndexed: boolean;
  /** Random, so that the avatar tells nothing about the person. */
  @Column('text') avatarSeed: string;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}

/** Personas whose public rows need a new `changedSeq`; written with the change, read by comments. */
@Entity('persona_changes')
export class PersonaChange {
  @PrimaryColumn('uuid') personaId: string;
  @Column('timestamptz') at: Date;
}
