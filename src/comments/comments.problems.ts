import { defineProblem } from '../kernel/problem.ts';

export const duplicate = defineProblem<{ minutes: number }>({ slug: 'comment-duplicate', status: 409 });
/** A question to a speaker, in the discussion of a recap. */
export const questionsNotHere = defineProblem({ slug: 'questions-not-here', status: 409 });
export const flood = defineProblem<{ seconds: number }>({ slug: 'comment-flood', status: 429 });
export const slowed = defineProblem<{ seconds: number; reason: string }>({ slug: 'comment-slowed', status: 429 });
export const editWindowClosed = defineProblem<{ minutes: number }>({ slug: 'comment-edit-window-closed', status: 409 });
export const commentGone = defineProblem({ slug: 'comment-gone', status: 409 });
export const questionHasVotes = defineProblem({ slug: 'question-has-votes', status: 409 });
export const voteOwn = defineProblem({ slug: 'vote-own', status: 409 });
export const wrongState = defineProblem<{ state: string }>({ slug: 'comment-wrong-state', status: 409 });
export const noteWrongState = defineProblem<{ state: string }>({ slug: 'note-wrong-state', status: 409 });
export const editedSince = defineProblem<{ revision: number }>({ slug: 'comment-edited-since', status: 409 });
