import type { Thread } from './shapes.ts';

/** All contributions of a thread, questions too, which readers call comments. */
export const contributionsIn = ({ counts }: Pick<Thread, 'counts'>): number => counts.comments + counts.questions;
