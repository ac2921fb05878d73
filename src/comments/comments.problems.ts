import { defineProblem, type WaitFacts, type WrongStateFacts } from '../kernel/problem.ts';

export const duplicate = defineProblem<{
  /** Minutes for which the same text counts as sent twice. */
  minutes: number;
}>({ slug: 'comment-duplicate', status: 409 });
/** A question to a speaker, in the discussion of a recap. */
export const questionsNotHere = defineProblem({ slug: 'questions-not-here', status: 409 });
export const flood = defineProblem<WaitFacts>({ slug: 'comment-flood', status: 429 });
export const slowed = defineProblem<
  WaitFacts & {
    /** The reason for slow mode, as a moderator wrote it. */
    reason: string;
  }
>({ slug: 'comment-slowed', status: 429 });
export const editWindowClosed = defineProblem<{
  /** Minutes for which a text may be edited. */
  minutes: number;
}>({ slug: 'comment-edit-window-closed', status: 409 });
export const commentGone = defineProblem({ slug: 'comment-gone', status: 409 });
export const questionHasVotes = defineProblem({ slug: 'question-has-votes', status: 409 });
export const voteOwn = defineProblem({ slug: 'vote-own', status: 409 });
export const wrongState = defineProblem<WrongStateFacts>({ slug: 'comment-wrong-state', status: 409 });
export const noteWrongState = defineProblem<WrongStateFacts>({ slug: 'note-wrong-state', status: 409 });
export const editedSince = defineProblem<{
  /** The number of its wording now. */
  revision: number;
}>({ slug: 'comment-edited-since', status: 409 });
