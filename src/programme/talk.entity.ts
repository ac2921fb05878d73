import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `kind` is the programme's name for links of this kind: mostly empty, absent in older rows. */
export interface TalkLink {
  title: string;
  url: string;
  kind?: string;
}

@Entity('talks')
export class Talk {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  /** A text in any form, because 112 of 138 real programmes had no UUIDs. */
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
  /** A second id in its programme, or empty; identifies the talk when guids change. */
  @Column('text') sourceCode: string;
  @Column('text') sourceId: string;
  @Column('boolean') doNotRecord: boolean;
  @Column('text') recordingLicense: string;
  @Column('jsonb') links: TalkLink[];
  @Column('jsonb') attachments: TalkLink[];
  /** Written by threads when the talk's thread is opened. */
  @Column('uuid', { nullable: true }) threadId: string | null;
  @Column('int') edition: number;
  /** Rises with what the talk's page shows beside it: recaps that speak of it, and what follows in its room. */
  @Column('int', { default: 0 }) recapEdition: number;
  /** The fields that an organizer changed here, which an import leaves alone. */
  @Column('text', { array: true }) editedFields: string[];
  /** Whether it came from a file; only such a talk is cancelled when the file no longer has it. */
  @Column('boolean') isImported: boolean;
}

/** All times and places of a talk; the first one is also on the talk itself. */
@Entity('talk_slots')
export class TalkSlot {
  @PrimaryColumn('uuid') talkId: string;
  @PrimaryColumn('timestamptz') startsAt: Date;
  @PrimaryColumn('text') room: string;
  @Column('int') durationMinutes: number;
  /** Identifies the slot, also when it moves: a number, or `guid:` and its id in the programme. */
  @Column('text') key: string;
}

@Entity('speakers')
export class Speaker {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  /** Source id and name, because ids alone collide in merged programmes. */
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
