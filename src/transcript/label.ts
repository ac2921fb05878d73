import { THREAD_TABLES } from '../threads/threads.queries.ts';

/** What names a version of everything a thread's pages show. */
export interface Label {
  threadId: string;
  seq: number;
  conferenceEdition: number;
  talkEdition: number;
}

const EDITIONS = `c.edition "conferenceEdition",
    coalesce((select k.edition from talks k where k.id = t.talk_id), 0) "talkEdition"`;

/** The numbers alone: what a conditional request is judged by. */
export const LABEL = `select t.id "threadId", h.seq, ${EDITIONS} from ${THREAD_TABLES}`;

/** The numbers as columns beside others. */
export const LABEL_COLUMNS = EDITIONS;

export const sameLabel = (a: Label, b: Label): boolean =>
  a.seq === b.seq && a.conferenceEdition === b.conferenceEdition && a.talkEdition === b.talkEdition;

/**
 * The validator of everything made of a label: equal tags, equal bytes, on every node (weak: compression may differ).
 */
export const etagOf = (build: string, locale: string, { conferenceEdition, talkEdition, seq }: Label): string =>
  `W/"${build}.${locale}.${conferenceEdition}.${talkEdition}.${seq}"`;
