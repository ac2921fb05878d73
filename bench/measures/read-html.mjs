import { reading } from './reading.mjs';

/**
 * The page of a hot thread as HTML: 50 comments, without a session, on 100 connections. Bare limit: Fastify with one
 * route that sends the same bytes and headers.
 */
export const measure = ({ full }) =>
  reading({
    name: 'read-html',
    what: 'a page of 50 comments as HTML, 100 connections, against bare Fastify sending the same bytes',
    target: { atLeast: 0.7 },
    isPage: true,
    full,
  });
