import type { Thread } from '../threads/thread.entity.ts';
import { questionsNotHere } from './comments.problems.ts';

/** The roles shown beside a name in a thread: its badges, and that it wrote the recap that is discussed there. */
export const rolesIn = (
  { authorId }: Pick<Thread, 'authorId'>,
  personaId: string,
  badges: readonly string[],
): string[] => (personaId === authorId ? ['author', ...badges] : [...badges]);

/** Whether a row shows a right in the conference, beside having written the recap that is discussed. */
export const showsRight = (roles: readonly string[]): boolean => roles.some((role) => role !== 'author');

/** A question is asked to a speaker, and nobody speaks under a recap. Throws `questions-not-here`. */
export function refuseQuestionsUnder({ recapId }: Pick<Thread, 'recapId'>, kind: 'comment' | 'question'): void {
  if (recapId !== null && kind === 'question') throw questionsNotHere();
}
