import type { Thread } from './shapes.ts';

/** What people call comments: everything that was said in a thread, questions too. */
export const contributionsIn = ({ counts }: Pick<Thread, 'counts'>): number => counts.comments + counts.questions;
