import type { NoticeKind } from '../accounts/account-notice.entity.ts';
import type { Changes } from '../transcript/changes.ts';
import type { ThreadPresence } from './presence.ts';

/**
 * Messages of the server to sockets, by the name of the event. The document of the sockets is made from these lines.
 */
export interface ServerEvents {
  /** Changes in a thread: continues the numbers held, or is followed by a question. */
  'thread:changes': Changes;
  /** Number of a thread's readers, and its own number; at most every two seconds. */
  'thread:presence': ThreadPresence;
  /** Something happened in a thread whose desk was joined, or the right to it was taken back: ask for the desk. */
  'desk:bell': DeskSignal;
  /** Something happened to what the account of this socket wrote. Said once, also to one that was away. */
  'account:notice': NoticeFrame;
  /** The node ends: disconnect, and come back after a random part of `withinMs`. */
  'server:leaving': LeavingFrame;
  /** The session is over; the socket closes. */
  'session:ended': Record<string, never>;
}

/** Requests of sockets, and what is acknowledged when they are not refused. */
export interface ClientEvents {
  /**
   * Enters the room of a thread; the changes are there when `after` was given.
   *
   * @problems not-found rooms-full
   */
  'thread:join': { asks: JoinRequest; acknowledges: Joined };
  /** Leaves the room of a thread. */
  'thread:leave': { asks: ThreadJoinRequest; acknowledges: Acknowledged };
  /**
   * Asks what changed after a number.
   *
   * @problems not-found
   */
  'thread:changes': { asks: ChangesRequest; acknowledges: ChangesSince };
  /**
   * Joins the desk of a thread. For speakers of the talk, moderators and organizers.
   *
   * @problems session-required not-found not-allowed rooms-full
   */
  'desk:join': { asks: ThreadJoinRequest; acknowledges: Acknowledged };
  /** Leaves every desk. */
  'desk:leave': { asks: Record<string, never>; acknowledges: Acknowledged };
}

interface DeskSignal {
  threadId: string;
  /** The latest number of the thread, public or not. */
  n: number;
}

interface NoticeFrame {
  /** The thing that happened. */
  kind: NoticeKind;
  /** null where a decision is about a person. */
  commentId: string | null;
  /** The decision behind it; absent without one. */
  decisionId?: string;
}

interface LeavingFrame {
  /** In milliseconds. */
  withinMs: number;
}

interface ThreadJoinRequest {
  threadId: string;
}

interface JoinRequest extends ThreadJoinRequest {
  /**
   * The number that is held.
   *
   * @minimum 0
   */
  after?: number;
}

interface ChangesRequest extends ThreadJoinRequest {
  /**
   * The number that is held.
   *
   * @minimum 0
   */
  after: number;
}

interface Acknowledged {
  /** Always true; a refusal has false, and a problem. */
  ok: true;
}

interface Joined extends Acknowledged {
  /** The number of the thread when it was joined. */
  seq: number;
  /** The changes after `after`; absent when that was not given. */
  changes?: Changes;
}

interface ChangesSince extends Acknowledged {
  /** The changes after `after`. */
  changes: Changes;
}
