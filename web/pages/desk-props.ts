import type { CommentShape, ProblemShape, ThreadShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';

export interface DeskProps {
  context: PageContext;
  thread: ThreadShape;
  here: string;
  rules: { key: string; title: string }[];
  refusal: ProblemShape | null;
  isModerator: boolean;
  mayRecap: boolean;
  announcement: CommentShape | null;
  questions: CommentShape[];
  held: CommentShape[];
  settled: CommentShape[];
  mine: string[];
  open: number;
  taken: number;
}
