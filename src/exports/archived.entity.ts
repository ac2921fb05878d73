import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The face of somebody who spoke on the server an archive came from: what their avatar is drawn from, and no account.
 */
@Entity('archived_faces')
export class ArchivedFace {
  @PrimaryColumn('uuid') personaId: string;
  @Column('uuid') conferenceId: string;
  @Column('text') avatarSeed: string;
}

/** A public decision taken on the server an archive came from, newest first. */
@Entity('archived_decisions')
export class ArchivedDecision {
  @PrimaryColumn('uuid') conferenceId: string;
  @PrimaryColumn('int') place: number;
  @Column('jsonb') line: Record<string, unknown>;
}
