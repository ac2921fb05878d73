import { reading } from './reading.mjs';

/**
 * The page of a hot thread as JSON: 50 comments, without a session, on 100 connections. Bare limit: Fastify with one
 * route that sends the same bytes and headers.
 */
export const measure = ({ full }) =>
  reading({
    name: 'read-json',
    what: 'a page of 50 comments, 100 connections, against bare Fastify sending the same bytes',
    target: { atLeast: 0.7, cpuAtMost: 1.5 },
    full,
  });
