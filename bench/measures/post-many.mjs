import { posting } from './posting.mjs';

/**
 * Comments a second, each acknowledged once durable, by 64 people over HTTP in 50 threads. Bare limit: the same bytes
 * as one insert a transaction through `pg`, over as many connections as the server writes with.
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
