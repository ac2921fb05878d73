import { defineProblem } from '../kernel/problem.ts';

/** https://oembed.com, 2.3: 501 for a format the provider does not have. */
export const oembedFormatUnknown = defineProblem({ slug: 'oembed-format-unknown', status: 501 });
