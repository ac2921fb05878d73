import type { Conference, Thread } from '../components/shapes.ts';
import type { ListedTalk } from './talk-line.tsx';

export interface Programme {
  conference: Conference;
  talks: ListedTalk[];
  halls: Thread[];
  next: string | null;
  days: string[];
  rooms: string[];
  tracks: string[];
  chosen: Record<string, string>;
  recaps: (string | null)[];
  /** What is on, and what begins next; nothing of both before and after the conference. */
  now?: ListedTalk[];
  upNext?: ListedTalk[];
  /** Instead of the programme: threads in which something happens. */
  busy?: { kind: 'active' | 'waiting'; threads: Thread[] } | null;
}
