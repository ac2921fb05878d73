import type { CommentFields, OutgoingComment } from '../components/outgoing-comment.ts';
import type { Draft } from '../components/thread-props.ts';

/** The form unfolded for a comment, or for a question beside the questions. */
export const unfoldedFor = (kind: Draft['kind']): Partial<Draft> => ({
  ...folded,
  kind,
  isOpen: true,
  isAsking: kind === 'question',
  step: 'write',
});

/** The form in one line, where it begins; its words stay. */
export const folded: Partial<Draft> = { replyTo: null, editing: null, refusal: null, isOpen: false, isAsking: false };

/** The form at a comment: to answer it, or to edit it. */
export const unfoldedAt = (
  place: Pick<Partial<Draft>, 'replyTo' | 'editing' | 'body' | 'version'>,
): Partial<Draft> => ({
  ...folded,
  isOpen: true,
  step: 'write',
  ...place,
});

/** The form with refused words before whatever was typed since; an anonymous question stays one. */
export const givenBack = (
  draft: Draft,
  path: OutgoingComment['path'],
  comment: Pick<CommentFields, 'body' | 'name' | 'anonymous'> & { parentId?: string | null },
): Partial<Draft> & Pick<Draft, 'body'> => ({
  body: [comment.body, draft.body.trim()].filter(Boolean).join('\n\n'),
  isOpen: true,
  replyTo: comment.parentId ?? null,
  kind: path === 'questions' ? 'question' : 'comment',
  anonymous: comment.anonymous ?? false,
  name: comment.name ?? draft.name,
});
