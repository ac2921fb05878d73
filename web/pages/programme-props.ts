import type { CommentShape, ConferenceShape, ThreadShape } from '../components/shapes.ts';
import type { ListedTalk } from './talk-line.tsx';

export type ConferenceSection = 'programme' | 'discussions' | 'questions' | 'highlights';

export interface ProgrammeShape {
  conference: ConferenceShape;
  talks: ListedTalk[];
  halls: ThreadShape[];
  next: string | null;
  days: string[];
  rooms: string[];
  tracks: string[];
  chosen: Record<string, string>;
  recaps: (string | null)[];
  /** Which part of the conference the page shows. */
  view: ConferenceSection;
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
  discussions?: { thread: ThreadShape; latest: CommentShape | null }[] | null;
  questions?: { outcome: 'waiting' | 'answered'; items: PlacedAnswerShape[] } | null;
  highlights?: HighlightsShape | null;
}

/** A question of any talk, and its answer in writing. */
export interface PlacedAnswerShape {
  comment: CommentShape;
  answer: CommentShape | null;
  threadSlug: string;
  threadTitle: string;
}

/** What a conference leaves behind. */
export interface HighlightsShape {
  answers: PlacedAnswerShape[];
  open: PlacedAnswerShape[];
  threads: ThreadShape[];
  comments: number;
  answered: number;
  people: number;
}
