import { defineProblem } from '../kernel/problem.ts';

export const threadClosed = defineProblem<{ state: string }>({ slug: 'thread-closed', status: 409 });
export const threadBusy = defineProblem({ slug: 'thread-busy', status: 503 });
