import type { Locale } from '../../locales/words.ts';
import type {
  CommentShape,
  CommentsPageShape,
  MineShape,
  ModerationShape,
  PersonaShape,
  SortOrder,
  ThreadShape,
} from '../components/shapes.ts';

/** The data that the server writes into a thread page for the script. */
export interface Island {
  page: CommentsPageShape;
  thread: ThreadShape;
  here: string;
  /** The query of the page; `cursor` and `branch` (a comment's id) name the part of the thread on it. */
  at?: string;
  cursor?: string;
  branch?: string;
  sort: SortOrder;
  timeZone: string;
  locale: Locale;
  mine: MineShape | null;
  personas: PersonaShape[];
  moderation?: ModerationShape;
  questions: CommentShape[];
  answeredBy: 'speaker' | 'organizers' | null;
  conferenceId: string;
  words: Record<string, string>;
  /** Authors of the folded replies; dropped with the first change, which may hide one of them. */
  whose?: Readonly<Record<string, string>>;
  archiveUrl: string | null;
  embed?: { mode: 'thread' | 'questions'; sites: string[] };
}

/** Whether the form takes questions only: before the talk, and in a frame that shows the questions. */
export const asksOnly = (island: Island): boolean =>
  island.thread.state === 'questions' || island.embed?.mode === 'questions';
