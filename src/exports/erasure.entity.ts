import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PostsFate } from '../comments/departure.entity.ts';

/**
 * Somebody asked to leave. The id was random and leads nowhere once it is done; it stays so that every node can note it
 * outside the database.
 */
@Entity('erasures')
export class Erasure {
  @PrimaryColumn('uuid') accountId: string;
  @Column('text') posts: PostsFate;
  @Column('timestamptz') askedAt: Date;
  /** Null while anything is left to do: a server that starts finds it and goes on. */
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
}
