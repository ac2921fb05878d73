import type { Words } from '../../locales/words.ts';
import type { ProblemShape } from '../components/shapes.ts';
import type { CommentFields, OutgoingComment } from '../components/outgoing-comment.ts';

export function fieldOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

/** The contribution that a form sends, and its list: a reply is a comment, whatever the form was for before. */
export function contributionIn(
  form: HTMLFormElement,
  parentId: string | null,
): { path: OutgoingComment['path']; comment: CommentFields; name: string | undefined; email: string } {
  const isQuestion = parentId === null && fieldOf(form, 'kind') === 'question';
  const personaId = fieldOf(form, 'personaId');
  const comment: CommentFields = { body: fieldOf(form, 'body') };
  if (isQuestion && fieldOf(form, 'anonymous') !== '') comment.anonymous = true;
  if (parentId) comment.parentId = parentId;
  if (personaId) comment.personaId = personaId;
  // The name is left out when it is empty, because an anonymous question needs none.
  return {
    path: isQuestion ? 'questions' : 'comments',
    comment,
    name: fieldOf(form, 'name') || undefined,
    email: fieldOf(form, 'email'),
  };
}

/** The refusal of words without a name, before they are sent, so that nobody becomes a guest by a refused form. */
export const nameMissing = (say: Words): ProblemShape => ({
  type: 'about:blank',
  title: '',
  status: 422,
  errors: [{ pointer: '#/name', detail: say('pages.form.enterName') }],
});
