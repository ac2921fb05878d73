import type { MineShape, ThreadShape } from './shapes.ts';

type Act = 'vote' | 'ask' | 'comment';

/** Whether a reader without an address may do an act in a thread; a guest's own answer comes from the server. */
export const guestMay = (act: Act, { guests, live }: ThreadShape, mine: MineShape | null = null): boolean =>
  mine
    ? mine.may[act]
    : guests === 'everything-held' ||
      (act === 'vote' ? guests !== 'nothing' : act === 'ask' && live && guests === 'ask-live');
