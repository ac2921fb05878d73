import type { SlotView, SpeakerView, TalkWithSpeakers } from './programme.queries.ts';
import type { TalkLink } from './talk.entity.ts';

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
  licence: string;
  links: Required<TalkLink>[];
  attachments: Required<TalkLink>[];
  slots: SlotView[];
  speakers: SpeakerView[];
  threadId: string | null;
}

const toLinkView = ({ title, url, kind = '' }: TalkLink): Required<TalkLink> => ({ title, url, kind });

/** The version of a talk. */
export const talkVersion = ({ edition }: Pick<TalkWithSpeakers, 'edition'>): string => String(edition);

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
  licence: talk.recordingLicense,
  links: talk.links.map(toLinkView),
  attachments: talk.attachments.map(toLinkView),
  slots: talk.slots.map(({ startsAt, durationMinutes, room }) => ({
    startsAt: new Date(startsAt).toISOString(),
    durationMinutes,
    room,
  })),
  speakers: talk.speakers.map(({ id, name, bioHtml }) => ({ id, name, bioHtml })),
  threadId: talk.threadId,
});

/** A talk once for each of its slots, with that time and room in place of the first; once without slots. */
export const timesOf = (talk: TalkView): TalkView[] =>
  talk.slots.length < 2 ? [talk] : talk.slots.map((slot) => ({ ...talk, ...slot }));
