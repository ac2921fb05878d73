import { defineProblem } from '../kernel/problem.ts';

/** For unknown, altered, repeated and late answers of a device alike. */
export const passkeyRefused = defineProblem({ slug: 'passkey-refused', status: 401 });
