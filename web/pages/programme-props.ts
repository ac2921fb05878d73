import type { ConferenceShape, ThreadShape } from '../components/shapes.ts';
import type { ListedTalk } from './talk-line.tsx';

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
  /** Running talks and the next ones; empty before and after the conference. */
  now?: ListedTalk[];
  upNext?: ListedTalk[];
  /** Instead of the programme: threads with recent contributions or waiting questions. */
  busy?: { kind: 'active' | 'waiting'; threads: ThreadShape[] } | null;
}
