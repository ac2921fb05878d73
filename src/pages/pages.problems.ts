import { defineProblem } from '../kernel/problem.ts';

/** https://oembed.com, 2.3: a provider answers 501 for a format it does not speak. */
export const oembedFormatUnknown = defineProblem({ slug: 'oembed-format-unknown', status: 501 });
