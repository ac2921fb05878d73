import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from './account.entity.ts';

/**
 * Which persona of an account shows a right of it in one conference. The right belongs to the account; shown on every
 * persona it would tell that they belong together.
 */
@Entity('badges')
export class Badge {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('uuid') conferenceId: string;
  @PrimaryColumn('text') role: Role;
  /** Null for a right in the whole conference. */
  @Column('uuid', { nullable: true }) talkId: string | null;
  /** Null once that persona was withdrawn: no other shows the right until the person chooses one. */
  @Column('uuid', { nullable: true }) personaId: string | null;
}
