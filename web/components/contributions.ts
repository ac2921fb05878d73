import type { ThreadShape } from './shapes.ts';

/** All contributions of a thread, questions too, which readers call comments. */
export const contributionsIn = ({ counts }: Pick<ThreadShape, 'counts'>): number => counts.comments + counts.questions;
