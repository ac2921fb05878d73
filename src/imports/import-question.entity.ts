import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TalkFields } from '../programme/talk-fields.ts';

/** A question of an import, and an organizer's answer. */
@Entity('import_questions')
export class ImportQuestionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  @Column('text') kind: 'same-talk' | 'cancelled';
  /** The guid in the file. */
  @Column('text') key: string;
  @Column('uuid') talkId: string;
  @Column('text') foundTitle: string;
  /** The talk of the file, until it is decided where it belongs. */
  @Column('jsonb', { nullable: true }) found: TalkFields | null;
  @Column('timestamptz') askedAt: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
}
