import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A saved version of a recap. Its writers see the newest one, all readers the newest published one. */
@Entity('recap_versions')
export class RecapVersion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') recapId: string;
  @Column('uuid') conferenceId: string;
  /** The thread an official recap is about; null for all others. */
  @Column('uuid', { nullable: true }) threadId: string | null;
  @Column('int') version: number;
  /** Null where an official recap is named after its talk or conference. */
  @Column('text', { nullable: true }) title: string | null;
  @Column('text') markdown: string;
  /** The comments it quotes, in order; their words are read when they are shown. */
  @Column('uuid', { array: true }) items: string[];
  /** The talks whose cards stand in the text, in order, each once. */
  @Column('uuid', { array: true, default: '{}' }) talkIds: string[];
  @Column('boolean') isPublished: boolean;
  @Column('timestamptz') savedAt: Date;
}
