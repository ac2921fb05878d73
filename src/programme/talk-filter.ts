import { maskAddresses } from '../kernel/text.ts';

/** `speaker`: an id. `ids`: only these. */
export interface TalkFilter {
  day?: string;
  room?: string;
  track?: string;
  speaker?: string;
  ids?: readonly string[];
}

/** Titles and names hold no addresses; what a reader looks for may, and goes no further than here. */
export function lookedFor({ room, track }: TalkFilter): Record<'room' | 'track', string | null> {
  const masked = (words: string | undefined): string | null => (words === undefined ? null : maskAddresses(words));
  return { room: masked(room), track: masked(track) };
}
