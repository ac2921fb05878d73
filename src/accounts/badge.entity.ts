import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from './account.entity.ts';

/**
 * The persona that shows a right of its account in one conference. Shown on all personas, a right would tell that they
 * belong together.
 */
@Entity('badges')
export class Badge {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('uuid') conferenceId: string;
  @PrimaryColumn('text') role: Role;
  /** Null for a right in the whole conference. */
  @Column('uuid', { nullable: true }) talkId: string | null;
  /** Null once that persona was withdrawn, until the account chooses another. */
  @Column('uuid', { nullable: true }) personaId: string | null;
}
