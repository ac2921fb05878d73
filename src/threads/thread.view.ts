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
  talkId: string | null;
  slug: string;
  title: string;
  state: ThreadState;
  /** The moderator's reason; null unless locked. */
  lockReason: string | null;
  live: boolean;
  screening: Screening;
  slowMode: SlowMode | null;
  /** Rights of guests in its conference. */
  guests: GuestRights;
  /** The announced comment; null without one. */
  announcementId: string | null;
  /** Time from which comments are taken beside questions: the start of its talk. */
  startsAt: string;
  phases: { opensAt: string; readonlyAt: string; archivedAt: string };
  seq: number;
  counts: {
    comments: number;
    questions: number;
    answered: number;
    declined: number;
    merged: number;
    expired: number;
    waiting: number;
  };
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
