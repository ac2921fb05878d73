import { defineProblem } from '../kernel/problem.ts';

export const archiveFolderTaken = defineProblem<{
  /** The folder that holds something else. */
  folder: string;
}>({ slug: 'archive-folder-taken', status: 409 });
export const archiveRefused = defineProblem<{
  /** The fault in it. */
  fault: string;
}>({ slug: 'archive-refused', status: 422 });
export const archiveTooLarge = defineProblem<{
  /** Number of comments that it would hold. */
  comments: number;
}>({ slug: 'archive-too-large', status: 409 });
/** The first request is carried out; a second one changes nothing. */
export const erasureUnderWay = defineProblem({ slug: 'erasure-under-way', status: 409 });
