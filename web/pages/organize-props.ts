import type { ConferenceShape, ProblemShape, ThreadShape } from '../components/shapes.ts';
import type { ListPart } from './list-part.tsx';
import type { PageContext } from './page.tsx';
import type { RefusedForm } from './refused-form.tsx';

/** A right in the whole conference or in one talk. */
interface GrantShape {
  id: string;
  role: string;
  talkId: string | null;
  name: string | null;
}

/** A thread with the version of what moderators set on it. */
export type OrganizedThread = ThreadShape & { version: string };

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

export interface OrganizeProps {
  context: PageContext;
  conference: ConferenceShape;
  threads: ThreadChoice;
  waits: boolean;
  /** How many threads the last change of the conference has still to reach. */
  progress: { threads: number; remaining: number };
  refusal: ProblemShape | null;
  /** The form that was refused, with what was typed. */
  kept: RefusedForm | null;
  invitation: string | null;
  done: string | null;
  isOrganizer: boolean;
  grants: GrantChoice;
  invitations: { items: (GrantShape & { state: string; expiresAt: string })[]; next: string | null };
}
