import type { MineShape, ThreadShape } from './shapes.ts';

type Act = 'vote' | 'ask' | 'comment';

/** What a reader without an address may do in a thread; a guest's own answer comes from the server. */
export const guestMay = (act: Act, { guests, live }: ThreadShape, mine: MineShape | null = null): boolean =>
  mine
    ? mine.may[act]
    : guests === 'everything-held' ||
      (act === 'vote' ? guests !== 'nothing' : act === 'ask' && live && guests === 'ask-live');
