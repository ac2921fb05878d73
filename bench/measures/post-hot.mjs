import { posting } from './posting.mjs';

/**
 * Comments a second in one thread, by 64 people over HTTP. Bare limit: one statement a transaction that moves the
 * thread's row and inserts the comment, over as many connections.
 */
export const measure = ({ full }) =>
  posting({
    name: 'post-hot',
    what: '64 clients over HTTP in one thread, against one statement a transaction on one thread row',
    target: { atLeast: 2 },
    kind: 'hot',
    threads: 1,
    full,
  });
