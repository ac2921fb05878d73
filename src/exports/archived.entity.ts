import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An author on the original server of an archive, without an account: the avatar, and the lines about who wrote. */
@Entity('archived_faces')
export class ArchivedPersona {
  @PrimaryColumn('uuid') personaId: string;
  @Column('uuid') conferenceId: string;
  @Column('text') avatarSeed: string;
  @Column('text') tagline: string;
  /** Markdown as in comments. */
  @Column('text') biography: string;
}

/** A thread that came with an archive. */
@Entity('archived_threads')
export class ThreadOfArchive {
  @PrimaryColumn('uuid') threadId: string;
  /** The thread's number when it was archived: a comment with a later one was written here. */
  @Column('int') seq: number;
}

/** A public decision of the original server of an archive. */
@Entity('archived_decisions')
export class ArchivedDecision {
  @PrimaryColumn('uuid') conferenceId: string;
  @PrimaryColumn('int') place: number;
  @Column('jsonb') line: Record<string, unknown>;
}
