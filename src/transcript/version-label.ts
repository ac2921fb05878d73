import { THREAD_TABLES } from '../threads/threads.queries.ts';

/** The version label: identifies everything that a thread's pages show. */
export interface VersionLabel {
  threadId: string;
  seq: number;
  conferenceEdition: number;
  talkEdition: number;
}

const EDITIONS = `c.edition "conferenceEdition",
    coalesce((select k.edition + k.recap_edition from talks k where k.id = t.talk_id), 0) "talkEdition"`;

/** SQL: the label alone, for conditional requests. */
export const VERSION_LABEL = `select t.id "threadId", h.seq, ${EDITIONS} from ${THREAD_TABLES}`;

/** SQL: the label's numbers as columns beside others. */
export const EDITION_COLUMNS = EDITIONS;

export const isSameVersion = (a: VersionLabel, b: VersionLabel): boolean =>
  a.seq === b.seq && a.conferenceEdition === b.conferenceEdition && a.talkEdition === b.talkEdition;

/**
 * The ETag of everything made from a label: equal tags mean equal bytes on every node (weak, because compression may
 * differ).
 */
export const etagOf = (build: string, locale: string, { conferenceEdition, talkEdition, seq }: VersionLabel): string =>
  `W/"${build}.${locale}.${conferenceEdition}.${talkEdition}.${seq}"`;
