import type { ThreadShape } from '../components/shapes.ts';
import type { ListPart } from './list-part.tsx';

/** A right in the whole conference or in one talk. */
interface GrantShape {
  id: string;
  role: string;
  talkId: string | null;
  name: string | null;
}

/**
 * A thread with the version of what moderators set on it, and its times as fields show them, by the clock of the
 * conference.
 */
export type OrganizedThread = ThreadShape & {
  version: string;
  typed: Record<'opensAt' | 'readonlyAt' | 'archivedAt' | 'slowUntil', string>;
};

/** A page of the filtered threads, and their number. */
export interface ThreadChoice extends ListPart<OrganizedThread> {
  chosen: { q: string; state: string };
  states: { value: string; count: number }[];
  /** Every talk of the conference. */
  talks: { talkId: string; title: string }[];
}

/** A page of the filtered rights, and their number. */
export interface GrantChoice extends ListPart<GrantShape> {
  chosen: { who: string; role: string };
  roles: { value: string; count: number }[];
}

/** A page of the invitations that nobody has accepted yet. */
export interface InvitationsShape {
  items: (GrantShape & { state: string; expiresAt: string; mailedAt: string | null })[];
  next: string | null;
}
