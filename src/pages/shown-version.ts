import { shownVersion } from '../../web/pages/shown-version.ts';
import { commentVersion, toCommentView, type CommentRow } from '../comments/comment.view.ts';
import { versionOutdated } from '../kernel/common.problems.ts';
import { Precondition } from '../kernel/precondition.ts';
import { typed, type FormFields } from './forms.ts';

/**
 * The version that a form means to change, by its hidden field `revision` (the words) or `version` (also the outcome):
 * the comment as it was just read, if that is how the form showed it; whatever is there, for a form without them.
 * Throws `version-outdated`.
 */
export function preconditionAsShown(form: FormFields, comment: CommentRow): Precondition {
  const [revision, version] = [typed(form, 'revision'), typed(form, 'version')];
  if (revision === '' && version === '') return Precondition.none;
  const now = toCommentView(comment);
  const isShown =
    (revision === '' || revision === String(now.revision)) && (version === '' || version === shownVersion(now));
  if (!isShown) throw versionOutdated();
  return new Precondition([commentVersion(now)]);
}
