import { defineProblem } from '../kernel/problem.ts';

export const eventUnknown = defineProblem({ slug: 'event-unknown', status: 404 });
export const roomsFull = defineProblem<{
  /** Most threads and desks that one socket may listen to. */
  rooms: number;
}>({ slug: 'rooms-full', status: 409 });
