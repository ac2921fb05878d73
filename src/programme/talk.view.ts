import type { TalkLink } from './talk.entity.ts';
import type { SpeakerView, TalkWithSpeakers } from './programme.queries.ts';

export interface TalkView {
  id: string;
  guid: string;
  slug: string;
  title: string;
  subtitle: string;
  abstractHtml: string;
  language: string;
  track: string;
  room: string;
  startsAt: string | null;
  durationMinutes: number;
  status: 'confirmed' | 'cancelled';
  url: string | null;
  doNotRecord: boolean;
  recordingLicense: string;
  links: TalkLink[];
  attachments: TalkLink[];
  speakers: SpeakerView[];
  threadId: string | null;
}

export const toTalkView = (talk: TalkWithSpeakers): TalkView => ({
  id: talk.id,
  guid: talk.guid,
  slug: talk.slug,
  title: talk.title,
  subtitle: talk.subtitle,
  abstractHtml: talk.abstractHtml,
  language: talk.language,
  track: talk.track,
  room: talk.room,
  startsAt: talk.startsAt?.toISOString() ?? null,
  durationMinutes: talk.durationMinutes,
  status: talk.status,
  url: talk.url,
  doNotRecord: talk.doNotRecord,
  recordingLicense: talk.recordingLicense,
  links: talk.links,
  attachments: talk.attachments,
  speakers: talk.speakers.map(({ id, name, bioHtml }) => ({ id, name, bioHtml })),
  threadId: talk.threadId,
});
