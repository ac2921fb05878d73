import type { Rule } from '../../locales/rules.ts';
import type { CommentShape, ProblemShape, ThreadShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';
import type { RefusedForm } from './refused-form.tsx';

/** A waiting question, and how many of its votes are by guests. */
export type DeskQuestionShape = CommentShape & { guestVotes: number };

/** A form of the desk that was refused, with what was typed. */
export interface SentDeskForm {
  act: string;
  /** Of the comment it is about; empty for the whole thread. */
  id: string;
  fields: Readonly<Record<string, string>>;
  refusal: ProblemShape;
}

/** An act that was carried out, and the act that takes it back; null where there is no way back. */
export interface DoneDeskAct {
  act: string;
  id: string | null;
  undo: string | null;
}

export interface DeskProps {
  context: PageContext;
  thread: ThreadShape;
  /** Of what moderators set on the thread. */
  version: string;
  here: string;
  rules: Rule[];
  /** Refused with a form that this page still has. */
  sent: SentDeskForm | null;
  /** Refused without one, and what was typed. */
  refusal: ProblemShape | null;
  kept: RefusedForm | null;
  done: DoneDeskAct | null;
  /** Beginning of the live hour; null while there is none. */
  liveSince: string | null;
  /** Nothing more is answered here: the discussion is read-only, archived or locked. */
  isClosed: boolean;
  /** The name offered to an account that has none here; null for one that has. */
  offeredName: string | null;
  isModerator: boolean;
  mayRecap: boolean;
  announcement: CommentShape | null;
  questions: DeskQuestionShape[];
  held: CommentShape[];
  settled: CommentShape[];
  mine: string[];
  open: number;
  taken: number;
}
