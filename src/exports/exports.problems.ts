import { defineProblem } from '../kernel/problem.ts';

export const archiveFolderTaken = defineProblem<{ folder: string }>({ slug: 'archive-folder-taken', status: 409 });
export const archiveRefused = defineProblem<{ fault: string }>({ slug: 'archive-refused', status: 422 });
export const archiveTooLarge = defineProblem<{ comments: number }>({ slug: 'archive-too-large', status: 409 });
/** The first request is carried out; a second one changes nothing. */
export const erasureUnderWay = defineProblem({ slug: 'erasure-under-way', status: 409 });
