import { invalidRequest } from '../kernel/common.problems.ts';
import { lengthInCodePoints } from '../kernel/text.ts';
import { questionHasVotes } from './comments.problems.ts';

/** Length of a question, in code points: short, because it is read aloud. */
export const QUESTION_LENGTH = { min: 2, max: 500 };

/** Throws `question-has-votes`, `invalid-request`. Votes are always those of other accounts. */
export function refuseToReword({ votes }: { votes: number }, source: string): void {
  if (votes > 0) throw questionHasVotes();
  const length = lengthInCodePoints(source);
  if (length > QUESTION_LENGTH.max)
    throw invalidRequest([
      {
        pointer: '#/body',
        detail: `Write ${QUESTION_LENGTH.min} to ${QUESTION_LENGTH.max} characters; this has ${length}.`,
      },
    ]);
}
