import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface TalkLink {
  title: string;
  url: string;
}

@Entity('talks')
export class Talk {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  /** Text, whatever the programme's maker wrote: 112 of 138 real ones were not UUIDs. */
  @Column('text') guid: string;
  @Column('text') slug: string;
  @Column('text') title: string;
  @Column('text') subtitle: string;
  @Column('text') abstractHtml: string;
  @Column('text') language: string;
  @Column('text') track: string;
  @Column('text') room: string;
  @Column('timestamptz', { nullable: true }) startsAt: Date | null;
  @Column('int') durationMinutes: number;
  @Column('text') status: 'confirmed' | 'cancelled';
  @Column('text', { nullable: true }) url: string | null;
  /** What its programme calls it besides; empty without. Found again by these when guids change. */
  @Column('text') sourceCode: string;
  @Column('text') sourceId: string;
  @Column('boolean') doNotRecord: boolean;
  @Column('text') recordingLicense: string;
  @Column('jsonb') links: TalkLink[];
  @Column('jsonb') attachments: TalkLink[];
  /** Written by threads when the talk's thread is opened. */
  @Column('uuid', { nullable: true }) threadId: string | null;
  @Column('int') edition: number;
  /** What an organizer changed here; an import leaves these fields alone. */
  @Column('text', { array: true }) editedFields: string[];
  /** Whether it came from a file: only such a talk is cancelled when it is no longer in the file. */
  @Column('boolean') isImported: boolean;
}

/** Every time and place of a talk; the first one stands on the talk itself. */
@Entity('talk_slots')
export class TalkSlot {
  @PrimaryColumn('uuid') talkId: string;
  @PrimaryColumn('timestamptz') startsAt: Date;
  @PrimaryColumn('text') room: string;
  @Column('int') durationMinutes: number;
  /** Which of the talk's slots it is, also when it moves: a number, or `guid:` and what the programme calls it. */
  @Column('text') key: string;
}

@Entity('speakers')
export class Speaker {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  /** Source id and name: ids alone collide in merged programmes. */
  @Column('text') key: string;
  @Column('text') name: string;
  @Column('text') bioHtml: string;
}

@Entity('talk_speakers')
export class TalkSpeaker {
  @PrimaryColumn('uuid') talkId: string;
  @PrimaryColumn('uuid') speakerId: string;
  @Column('int') position: number;
}
