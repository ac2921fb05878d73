import type { Problem } from './problem.ts';

/** Makes the refusal for the value that was taken a moment earlier. */
export type TakenProblem = (value: string) => Problem;

const problems = new Map<string, TakenProblem>();

/**
 * Says which refusal the loser of a race hears. Verbs look whether a value is taken before they write it; of two that
 * look at once, the second meets the unique constraint, and is answered as if it had come a moment later.
 */
export function refusedByConstraint(names: readonly string[], make: TakenProblem): void {
  for (const name of names) problems.set(name, make);
}

/** The refusal for a unique constraint of PostgreSQL that was met; `detail` is PostgreSQL's own sentence. */
export function problemOfConstraint(name: string, detail: string): Problem | null {
  // Key (conference_id, slug)=(0198…, opening) already exists.
  const value = /=\((?:.*, )?([^,]*)\) already exists\.$/.exec(detail)?.[1] ?? '';
  return problems.get(name)?.(value) ?? null;
}
