import { reading } from './reading.mjs';

/**
 * A page requested by readers who have it: If-None-Match with its ETag, 100 connections. Bare limit: Fastify with one
 * route that compares the header and answers 304 with the same headers.
 */
export const measure = ({ full }) =>
  reading({
    name: 'read-304',
    what: 'If-None-Match, 100 connections, against bare Fastify answering 304',
    target: { atLeast: 0.8 },
    isConditional: true,
    full,
  });
