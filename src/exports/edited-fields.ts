import type { TalkRequest } from '../programme/talk.requests.ts';

/** Fields of a talk that people write on the forum, as they are named when they are changed. */
export const EDITED_FIELDS = [
  'title',
  'subtitle',
  'abstract',
  'language',
  'track',
  'room',
  'startsAt',
  'durationMinutes',
  'status',
  'url',
  'speakers',
  'links',
  'attachments',
  'licence',
  'doNotRecord',
] as const satisfies readonly (keyof TalkRequest)[];
