import { defineProblem } from '../kernel/problem.ts';

export const questionSettled = defineProblem<{
  /** The status of the question now. */
  status: string;
}>({ slug: 'question-settled', status: 409 });
export const questionTaken = defineProblem({ slug: 'question-taken', status: 409 });
export const kindFixed = defineProblem({ slug: 'comment-kind-fixed', status: 409 });
