import { maskAddresses } from '../kernel/text.ts';

/** `speaker` is an id; `ids` limits the list to these talks. */
export interface TalkFilter {
  day?: string;
  room?: string;
  track?: string;
  speaker?: string;
  ids?: readonly string[];
}

/** Masks the reader's filters, because titles and names hold no addresses but a reader's words may. */
export function lookedFor({ room, track }: TalkFilter): Record<'room' | 'track', string | null> {
  const masked = (words: string | undefined): string | null => (words === undefined ? null : maskAddresses(words));
  return { room: masked(room), track: masked(track) };
}
