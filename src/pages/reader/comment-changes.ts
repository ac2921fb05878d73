import { Injectable } from '@nestjs/common';
import { CommentsQueries, type OwnedRow } from '../../comments/comments.queries.ts';
import { CommentChangeRequest } from '../../comments/comments.requests.ts';
import { EditComment } from '../../comments/edit-comment.ts';
import { WithdrawComment } from '../../comments/withdraw-comment.ts';
import { Precondition } from '../../kernel/precondition.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { ChangeKind } from '../../questions/change-kind.ts';
import { KindRequest } from '../../questions/questions.requests.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import { preconditionAsShown } from '../shown-version.ts';

/** Carries out the forms that change a comment, in the version that they were shown with. */
@Injectable()
export class CommentChanges {
  constructor(
    private readonly editComment: EditComment,
    private readonly changeKind: ChangeKind,
    private readonly withdrawComment: WithdrawComment,
    private readonly commentsQueries: CommentsQueries,
  ) {}

  /** Returns whether it is held now, and shown to its author alone. */
  async edit(accountId: string, form: FormFields): Promise<boolean> {
    const { body } = await readForm(CommentChangeRequest, form, ['body']);
    const precondition = preconditionOfForm(form['version']);
    const { state } = await this.editComment.edit(accountId, typed(form, 'commentId'), body, precondition);
    return state === 'held';
  }

  async change(accountId: string, form: FormFields): Promise<void> {
    const { kind } = await readForm(KindRequest, form, ['kind']);
    const comment = await this.commentsQueries.get(typed(form, 'commentId'));
    // A button that was pressed twice has done what it says.
    const precondition = comment.kind === kind ? Precondition.none : asShown(form, comment, accountId);
    await this.changeKind.change(accountId, comment.id, kind, precondition);
  }

  async withdraw(accountId: string, form: FormFields): Promise<void> {
    const comment = await this.commentsQueries.get(typed(form, 'commentId'));
    await this.withdrawComment.withdraw(accountId, comment.id, asShown(form, comment, accountId));
  }
}

/** Of a comment that this account may not know of, the verb says so, whatever the form names. */
const asShown = (form: FormFields, comment: OwnedRow, accountId: string): Precondition =>
  comment.seq === null && comment.accountId !== accountId ? Precondition.none : preconditionAsShown(form, comment);
