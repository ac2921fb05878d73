import type { CommentShape, ProblemShape, ThreadShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';
import type { RefusedForm } from './refused-form.tsx';

export interface DeskProps {
  context: PageContext;
  thread: ThreadShape;
  /** Of what moderators set on the thread. */
  version: string;
  here: string;
  rules: { key: string; title: string }[];
  refusal: ProblemShape | null;
  /** The form that was refused, with what was typed. */
  kept: RefusedForm | null;
  isModerator: boolean;
  mayRecap: boolean;
  announcement: CommentShape | null;
  questions: (CommentShape & { guestVotes: number })[];
  held: CommentShape[];
  settled: CommentShape[];
  mine: string[];
  open: number;
  taken: number;
}
