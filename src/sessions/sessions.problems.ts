import { defineProblem } from '../kernel/problem.ts';

/** One answer for wrong, old, used and unknown codes and links: which it was is nobody's business. */
export const codeRefused = defineProblem({ slug: 'code-refused', status: 401 });
