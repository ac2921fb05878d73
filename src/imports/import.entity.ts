import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SpeakerFields, TalkFields } from '../programme/talk-fields.ts';
import type { OpenQuestion } from './import-questions.ts';
import type { TalkFingerprint } from './talk-fingerprint.ts';

/** A speaker that an import wrote: as stored before, and a fingerprint of what came. */
export interface ImportedSpeaker {
  key: string;
  /** Null for one that was not in the programme. */
  before: SpeakerFields | null;
  after: string;
}

/** An import that changed the programme; the last ten of a conference are kept. */
@Entity('imports')
export class ImportRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  /** Null for the operator's command, and once the account is gone. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  /** Without addresses; empty when the file came without a name. */
  @Column('text') fileName: string;
  @Column('timestamptz') at: Date;
  @Column('int') added: number;
  @Column('int') changed: number;
  @Column('int') moved: number;
  @Column('int') cancelled: number;
  @Column('int') unchanged: number;
  @Column('jsonb') speakers: ImportedSpeaker[];
  /** The questions that were open before it, for its undoing. */
  @Column('jsonb') questions: OpenQuestion[];
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
}

/** A talk that an import added or changed. */
@Entity('import_talks')
export class ImportTalkRow {
  @PrimaryColumn('uuid') importId: string;
  @PrimaryColumn('uuid') talkId: string;
  /** Null for a talk that the import added. */
  @Column('jsonb', { nullable: true }) before: TalkFields | null;
  @Column('jsonb') after: TalkFingerprint;
}
