import { defineProblem } from '../kernel/problem.ts';

/** One answer for unknown, altered, repeated and late answers of a device. */
export const passkeyRefused = defineProblem({ slug: 'passkey-refused', status: 401 });
