import type { TalkLink } from './talk.entity.ts';

/** Time and place of a talk, as they are written. */
export interface TalkSlotFields {
  startsAt: Date;
  durationMinutes: number;
  room: string;
  /** Identifies the slot within its talk; empty until `withKeys` sets it. */
  key: string;
}

/** A speaker of a talk, as it is written. */
export interface SpeakerFields {
  key: string;
  name: string;
  bioHtml: string;
}

/** A talk as it is written, with its slots and speakers. */
export interface TalkFields {
  guid: string;
  slug: string;
  title: string;
  subtitle: string;
  abstractHtml: string;
  language: string;
  track: string;
  room: string;
  startsAt: Date | null;
  durationMinutes: number;
  status: 'confirmed' | 'cancelled';
  url: string | null;
  sourceCode: string;
  sourceId: string;
  doNotRecord: boolean;
  recordingLicense: string;
  links: TalkLink[];
  attachments: TalkLink[];
  slots: TalkSlotFields[];
  speakers: SpeakerFields[];
}
