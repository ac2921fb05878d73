import { defineProblem } from '../kernel/problem.ts';

export const slugTaken = defineProblem<{ slug: string }>({ slug: 'slug-taken', status: 409 });
export const guidTaken = defineProblem<{ guid: string }>({ slug: 'talk-guid-taken', status: 409 });
