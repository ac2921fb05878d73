import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One saved state of a recap. The newest is what its writers see; the newest published one is what everybody sees. */
@Entity('recap_versions')
export class RecapVersion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  /** Null: of the whole conference. */
  @Column('uuid', { nullable: true }) threadId: string | null;
  @Column('int') version: number;
  @Column('text') markdown: string;
  /** The comments it quotes, in order; their words are read when they are shown. */
  @Column('uuid', { array: true }) items: string[];
  @Column('boolean') isPublished: boolean;
  @Column('timestamptz') savedAt: Date;
}
