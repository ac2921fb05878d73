import { posting } from './posting.mjs';

/**
 * Comments a second, each acknowledged after it is durable: 64 people over HTTP, in 50 threads, nothing held. Bare
 * limit: the same number of bytes as one insert a transaction through `pg`, over as many connections as the server
 * writes with.
 */
export const measure = ({ full }) =>
  posting({
    name: 'post-many',
    what: '64 clients over HTTP in 50 threads, against one-statement inserts over 8 connections',
    target: { atLeast: 0.5 },
    kind: 'many',
    threads: 50,
    full,
  });
