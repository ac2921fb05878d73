import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PostsFate } from '../comments/departure.entity.ts';

/**
 * A request for erasure. The id is random and leads nowhere afterwards; it stays so that every node can note it outside
 * the database.
 */
@Entity('erasures')
export class Erasure {
  @PrimaryColumn('uuid') accountId: string;
  @Column('text') posts: PostsFate;
  @Column('timestamptz') askedAt: Date;
  /** Null until it is complete, so that any running server continues it. */
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
}
