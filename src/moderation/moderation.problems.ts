import { defineProblem } from '../kernel/problem.ts';

export const ruleUnknown = defineProblem<{ rules: string }>({ slug: 'rule-unknown', status: 422 });
