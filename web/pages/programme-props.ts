import type { CommentShape, ConferenceShape, ThreadShape } from '../components/shapes.ts';
import type { VoterShape } from '../components/vote-button.tsx';
import type { RecapLineShape } from './recap-shapes.ts';
import type { ListedTalk } from './talk-line.tsx';

export type ConferenceSection = 'programme' | 'discussions' | 'questions' | 'highlights';

export interface ProgrammeShape {
  conference: ConferenceShape;
  talks: ListedTalk[];
  hallways: ThreadShape[];
  next: string | null;
  days: string[];
  rooms: string[];
  tracks: string[];
  chosen: Record<string, string>;
  recaps: (string | null)[];
  /** Number of recaps, official and others. */
  recapCount: number;
  /** The part of the conference that the page shows. */
  view: ConferenceSection;
  /** Whether days are shown as lists although they have several rooms. */
  isList: boolean;
  /** Whether the programme stands below, too. */
  hasProgramme: boolean;
  /** The day that is shown because it is today and the reader chose none; null where all days are. */
  today: string | null;
  /** The present time in milliseconds, to the minute; null while nothing on the page depends on it. */
  at: number | null;
  /** Running talks and the next ones; empty before and after the conference. */
  now?: ListedTalk[];
  upNext?: ListedTalk[];
  /** Discussions with their last contribution, by the time of it. */
  discussions?: { items: { thread: ThreadShape; latest: CommentShape | null }[]; next: string | null } | null;
  questions?: { outcome: 'waiting' | 'answered'; items: PlacedQuestionShape[] } | null;
  highlights?: HighlightsShape | null;
}

/** A question of any thread, its answer in writing, and what the reader did about it. */
export interface PlacedQuestionShape {
  comment: CommentShape;
  answer: CommentShape | null;
  thread: ThreadShape;
  /** Null without a session. */
  mine: VoterShape | null;
}

/** The highlights of a conference. */
export interface HighlightsShape {
  /** The first words of the conference's recap; empty where it begins with a quotation, null without one. */
  recap: string | null;
  /** The first of all recaps. */
  recaps: RecapLineShape[];
  recapCount: number;
  answers: PlacedQuestionShape[];
  open: PlacedQuestionShape[];
  threads: ThreadShape[];
  comments: number;
  answered: number;
  people: number;
}
