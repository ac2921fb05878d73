import { createHash } from 'node:crypto';
import type { SpeakerFields, TalkFields, TalkSlotFields } from '../programme/talk-fields.ts';

type PartOf = (talk: TalkFields) => unknown;

const linksOf = (links: TalkFields['links']): unknown => links.map(({ title, url, kind = '' }) => [title, url, kind]);

const slotOf = ({ startsAt, durationMinutes, room }: TalkSlotFields): string =>
  JSON.stringify([startsAt, durationMinutes, room]);

/** The parts of a talk that are changed and given back as one. A time and its room belong together. */
const PARTS = {
  guid: ({ guid }) => guid,
  title: ({ title }) => title,
  subtitle: ({ subtitle }) => subtitle,
  abstractHtml: ({ abstractHtml }) => abstractHtml,
  language: ({ language }) => language,
  track: ({ track }) => track,
  times: ({ startsAt, durationMinutes, room, slots }) => [
    startsAt,
    durationMinutes,
    room,
    slots.map(slotOf).toSorted(),
  ],
  status: ({ status }) => status,
  url: ({ url }) => url,
  source: ({ sourceCode, sourceId }) => [sourceCode, sourceId],
  doNotRecord: ({ doNotRecord }) => doNotRecord,
  recordingLicense: ({ recordingLicense }) => recordingLicense,
  links: ({ links }) => linksOf(links),
  attachments: ({ attachments }) => linksOf(attachments),
  speakers: ({ speakers }) => speakers.map(({ key }) => key),
} as const satisfies Record<string, PartOf>;

export type TalkPart = keyof typeof PARTS;
export const TALK_PARTS = Object.keys(PARTS) as TalkPart[];

/** A short hash of each part of a talk, so that a later change of one is noticed without keeping its texts. */
export type TalkFingerprint = Record<TalkPart, string>;

/** SHA-256, 16 characters of base64url: 96 bits. */
const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);

export const fingerprintOf = (talk: TalkFields): TalkFingerprint =>
  Object.fromEntries(TALK_PARTS.map((part) => [part, hashOf(PARTS[part](talk))])) as TalkFingerprint;

export const speakerFingerprint = ({ name, bioHtml }: SpeakerFields): string => hashOf([name, bioHtml]);

/** A copy of a talk in which these parts are as in another. */
export function withPartsOf(talk: TalkFields, from: TalkFields, parts: readonly TalkPart[]): TalkFields {
  const given = { ...talk };
  for (const part of parts) Object.assign(given, fieldsOf(part, from));
  return given;
}

function fieldsOf(part: TalkPart, talk: TalkFields): Partial<TalkFields> {
  if (part === 'times') {
    const { startsAt, durationMinutes, room, slots } = talk;
    return { startsAt, durationMinutes, room, slots };
  }
  if (part === 'source') return { sourceCode: talk.sourceCode, sourceId: talk.sourceId };
  return { [part]: talk[part] };
}
