import type { Conference, ProblemDocument, Thread } from '../components/shapes.ts';
import type { Frame } from './page.tsx';

/** A right in the whole conference or in one talk. */
interface Right {
  id: string;
  role: string;
  talkId: string | null;
  name: string | null;
}

/** A page of the filtered threads, and their number. */
export interface ThreadChoice {
  items: Thread[];
  total: number;
  found: number;
  /** The number of the first item among all found. */
  first: number;
  page: number;
  pages: number;
  chosen: { q: string; state: string };
  states: { state: string; count: number }[];
  /** Every talk of the conference. */
  talks: { talkId: string; title: string }[];
}

export interface OrganizeProps {
  frame: Frame;
  conference: Conference;
  threads: ThreadChoice;
  waits: boolean;
  /** How many threads the last change of the conference has still to reach. */
  progress: { threads: number; remaining: number };
  refusal: ProblemDocument | null;
  invitation: string | null;
  done: string | null;
  isOrganizer: boolean;
  grants: Right[];
  invitations: { items: (Right & { state: string; expiresAt: string })[]; next: string | null };
}
