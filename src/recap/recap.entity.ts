import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A recap of a conference or of one of its threads. Official ones belong to the organizers and speakers, all others to
 * a persona. Its text lies in its versions.
 */
@Entity('recaps')
export class Recap {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  /** The thread that an official recap is about; null for the conference's own and for those of participants. */
  @Column('uuid', { nullable: true }) aboutThreadId: string | null;
  /** The thread in which it is answered, made when it is first published; null until then. */
  @Column('uuid', { nullable: true }) discussionId: string | null;
  /** A persona, never an account, so that a recap does not lead to an address. Null for an official one. */
  @Column('uuid', { nullable: true }) personaId: string | null;
  /** The persona's name; null once the persona is gone, and for an official one. */
  @Column('text', { nullable: true }) authorName: string | null;
  @Column('text', { array: true, default: '{}' }) authorRoles: string[];
  /** A part of its address, never changed. */
  @Column('text') slug: string;
  @Column('boolean') isOfficial: boolean;
  @Column('timestamptz') createdAt: Date;
  /** Time when it was first public; null for a draft, and for one that was held before. */
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) heldAt: Date | null;
  @Column('text', { nullable: true }) heldBecause: string | null;
  @Column('timestamptz', { nullable: true }) withheldAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
