import { versionOf } from '../kernel/precondition.ts';
import { guestRightsOf, type GuestRights } from '../programme/guests.policy.ts';
import {
  slowModeInUtc,
  type ConferenceSettings,
  type Screening,
  type SlowMode,
} from '../programme/conference.settings.ts';
import type { Thread, ThreadHead } from './thread.entity.ts';
import { stateOf, type ThreadState } from './thread.policy.ts';

export interface ThreadView {
  id: string;
  conferenceId: string;
  /** The talk it is about; null for an open discussion of the conference and below a recap. */
  talkId: string | null;
  /** The last part of the address of its page, `/c/{conference}/t/{slug}`; never changes. */
  slug: string;
  /** The title of the talk, or that of the open discussion or the recap. */
  title: string;
  /**
   * The phase: nothing yet, `questions` alone, all while `open`, nothing any more; `locked` by a moderator.
   */
  state: ThreadState;
  /** The moderator's reason; null unless locked. */
  lockReason: string | null;
  /** Whether the live hour is on. */
  live: boolean;
  /** The comments that wait for a moderator: all, the `first` ones of an account, or none. */
  screening: Screening;
  /** The slow mode; null while it is off. */
  slowMode: SlowMode | null;
  /** Rights of guests in its conference. */
  guests: GuestRights;
  /** The announced comment; null without one. */
  announcementId: string | null;
  /** Time from which comments are taken beside questions: the start of its talk. */
  startsAt: string;
  /** The times at which it changes by itself. */
  phases: {
    /** Time from which it takes questions. */
    opensAt: string;
    /** Time from which nobody may write or vote. */
    readonlyAt: string;
    /** Time from which it is kept as it is, for good. */
    archivedAt: string;
  };
  /** The number of its latest public change. */
  seq: number;
  /** Numbers of what readers see. */
  counts: {
    /** Visible comments, replies and answers. */
    comments: number;
    /** Visible questions, which the five numbers below add up to. */
    questions: number;
    /** Questions that were answered, in writing or aloud. */
    answered: number;
    /** Questions that were declined with a reason. */
    declined: number;
    /** Questions for which another one stands. */
    merged: number;
    /** Questions that were still open when the thread became read-only. */
    expired: number;
    /** Questions that are open or taken. */
    waiting: number;
  };
  /** Time of the last contribution; null before the first. */
  lastActivityAt: string | null;
}

/** Names what moderators set on a thread; nothing that is said there changes it. */
export const threadVersion = ({ title, state, screening, slowMode, phases }: ThreadView): string =>
  versionOf(title, state === 'locked', screening, slowMode, phases);

export type ThreadRow = Thread &
  Pick<
    ThreadHead,
    'seq' | 'comments' | 'questions' | 'answered' | 'declined' | 'merged' | 'expired' | 'lastActivityAt'
  > & { settings: ConferenceSettings };

/** Copies columns only, so that the view does not depend on the time of reading. */
export const toThreadView = (row: ThreadRow): ThreadView => ({
  id: row.id,
  conferenceId: row.conferenceId,
  talkId: row.talkId,
  slug: row.slug,
  title: row.title,
  state: stateOf(row.state, row.lockedAt),
  lockReason: stateOf(row.state, row.lockedAt) === 'locked' ? row.lockReason : null,
  live: row.liveSince !== null,
  screening: row.screening ?? row.settings.screening,
  slowMode: slowModeInUtc(row.slowMode ?? row.settings.slowMode),
  guests: guestRightsOf(row.settings),
  announcementId: row.announcementId,
  startsAt: iso(row.startsAt),
  phases: { opensAt: iso(row.opensAt), readonlyAt: iso(row.readonlyAt), archivedAt: iso(row.archivedAt) },
  seq: row.seq,
  counts: {
    comments: row.comments,
    questions: row.questions,
    answered: row.answered,
    declined: row.declined,
    merged: row.merged,
    expired: row.expired,
    waiting: row.questions - row.answered - row.declined - row.merged - row.expired,
  },
  lastActivityAt: row.lastActivityAt === null ? null : iso(row.lastActivityAt),
});

/** Rows that come as JSON hold times as text. */
const iso = (at: Date | string): string => new Date(at).toISOString();
