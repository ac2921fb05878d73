import type { SlotView, SpeakerView, TalkWithSpeakers } from './programme.queries.ts';
import type { TalkLink } from './talk.entity.ts';

/** A link of a talk, or a file. */
interface TalkLinkView {
  /** The link in words. */
  title: string;
  /** A web address. */
  url: string;
  /** The programme's name for links of this kind; mostly empty. */
  kind: string;
}

export interface TalkView {
  id: string;
  /** The id in the programme it came from, in any form, unique in the conference. */
  guid: string;
  /** The talk's short name in exported schedules, unique in the conference. */
  slug: string;
  /** The title, as plain text. */
  title: string;
  /** A line below the title; empty without one. */
  subtitle: string;
  /** The abstract, safe to show; empty without one. */
  abstractHtml: string;
  /** The language it is held in, as the programme writes it; empty when it does not say. */
  language: string;
  /** The track as the programme writes it; empty without one. */
  track: string;
  /** The room of its first slot; empty without one. */
  room: string;
  /** Start of its first slot; null while that is not known. */
  startsAt: string | null;
  /** Minutes that its first slot takes; 0 when that is not known. */
  durationMinutes: number;
  /** A cancelled talk keeps its thread. */
  status: 'confirmed' | 'cancelled';
  /** The page in the programme it came from; null without one. */
  url: string | null;
  /** Whether its speakers ask not to be recorded. */
  doNotRecord: boolean;
  /** The licence of its recording, as the programme writes it; empty without one. */
  licence: string;
  /** Links from its programme, and those that were added here. */
  links: TalkLinkView[];
  /** Files of its programme, which stay where they are. */
  attachments: TalkLinkView[];
  /** All its times and places, in order; empty while it has none. */
  slots: SlotView[];
  /** The speakers, in the order of the programme. */
  speakers: SpeakerView[];
  /** The thread of the talk; null until it is made. */
  threadId: string | null;
}

const toLinkView = ({ title, url, kind = '' }: TalkLink): TalkLinkView => ({ title, url, kind });

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
