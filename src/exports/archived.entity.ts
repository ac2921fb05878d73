import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The avatar seed of an author on the original server of an archive, without an account. */
@Entity('archived_faces')
export class ArchivedPersona {
  @PrimaryColumn('uuid') personaId: string;
  @Column('uuid') conferenceId: string;
  @Column('text') avatarSeed: string;
}

/** A public decision of the original server of an archive. */
@Entity('archived_decisions')
export class ArchivedDecision {
  @PrimaryColumn('uuid') conferenceId: string;
  @PrimaryColumn('int') place: number;
  @Column('jsonb') line: Record<string, unknown>;
}
