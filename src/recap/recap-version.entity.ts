import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A saved version of a recap. Its writers see the newest one, all readers the newest published one. */
@Entity('recap_versions')
export class RecapVersion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  /** Null for the recap of the whole conference. */
  @Column('uuid', { nullable: true }) threadId: string | null;
  @Column('int') version: number;
  @Column('text') markdown: string;
  /** The comments it quotes, in order; their words are read when they are shown. */
  @Column('uuid', { array: true }) items: string[];
  @Column('boolean') isPublished: boolean;
  @Column('timestamptz') savedAt: Date;
}
