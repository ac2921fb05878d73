import type { Problem } from './problem.ts';

/** Makes the refusal for a value that another request took a moment earlier. */
export type TakenProblem = (value: string) => Problem;

const problems = new Map<string, TakenProblem>();

/**
 * Registers the refusal for the loser of a race. A verb checks whether a value is taken before it writes; when two
 * check at once, the second meets the unique constraint and is answered as if it had come later.
 */
export function refusedByConstraint(names: readonly string[], make: TakenProblem): void {
  for (const name of names) problems.set(name, make);
}

/** The registered refusal for a violated unique constraint; `detail` is PostgreSQL's own sentence. */
export function problemOfConstraint(name: string, detail: string): Problem | null {
  // Key (conference_id, slug)=(0198…, opening) already exists.
  const value = /=\((?:.*, )?([^,]*)\) already exists\.$/.exec(detail)?.[1] ?? '';
  return problems.get(name)?.(value) ?? null;
}
