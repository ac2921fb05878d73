import { defineProblem } from '../kernel/problem.ts';

/** https://oembed.com, 2.3: 501 for a format the provider does not have. */
export const oembedFormatUnknown = defineProblem({ slug: 'oembed-format-unknown', status: 501 });
/** Others have decided on, or withdrawn, some of what a bulk decision of the queue selects; the rest of it is done. */
export const decidedMeanwhile = defineProblem<{
  /** Number of the chosen that no longer waited. */
  count: number;
  /** Number of the chosen that were decided now. */
  done: number;
}>({ slug: 'queue-decided-meanwhile', status: 409 });
