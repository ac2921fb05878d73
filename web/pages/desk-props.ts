import type { Comment, ProblemDocument, Thread } from '../components/shapes.ts';
import type { Frame } from './page.tsx';

export interface DeskProps {
  frame: Frame;
  thread: Thread;
  here: string;
  rules: { key: string; title: string }[];
  refusal: ProblemDocument | null;
  isModerator: boolean;
  mayRecap: boolean;
  announcement: Comment | null;
  questions: Comment[];
  held: Comment[];
  settled: Comment[];
  mine: string[];
  open: number;
  taken: number;
}
