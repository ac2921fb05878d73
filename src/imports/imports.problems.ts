import { defineProblem } from '../kernel/problem.ts';

export const scheduleRefused = defineProblem<{ place: string; sentence: string }>({ slug: 'schedule-refused', status: 422 });
export const dropsTalks = defineProblem<{ dropped: number; total: number }>({ slug: 'import-drops-talks', status: 409 });
