import type { Conference, ProblemDocument, Thread } from '../components/shapes.ts';
import type { Frame } from './page.tsx';

/** A right in the whole conference or in one talk. */
interface Right {
  id: string;
  role: string;
  talkId: string | null;
  name: string | null;
}

export interface OrganizeProps {
  frame: Frame;
  conference: Conference;
  threads: Thread[];
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
