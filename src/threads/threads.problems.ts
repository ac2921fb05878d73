import { defineProblem, type WrongStateFacts } from '../kernel/problem.ts';

export const threadClosed = defineProblem<WrongStateFacts>({ slug: 'thread-closed', status: 409 });
export const threadBusy = defineProblem({ slug: 'thread-busy', status: 503 });
