import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { emptyDraft, type Draft } from '../../../web/components/thread-props.ts';
import { CastVote } from '../../comments/cast-vote.ts';
import { CommentChangeRequest } from '../../comments/comments.requests.ts';
import { EditComment } from '../../comments/edit-comment.ts';
import { WithdrawComment } from '../../comments/withdraw-comment.ts';
import { sessionRequired } from '../../kernel/common.problems.ts';
import { AsksStanding, conferenceIn, For, SparesStanding, VerbAsksStanding } from '../../platform/http/access.ts';
import { ChangeKind } from '../../questions/change-kind.ts';
import { KindRequest } from '../../questions/questions.requests.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';
import { pathOf, type ThreadPath } from '../thread-places.ts';
import { ThreadAnswer } from './thread-answer.ts';

/** A form about one comment, as sent. */
interface SentForm {
  page: RequestedPage;
  path: ThreadPath;
  form: FormFields;
}

/** The forms at one comment: its author's changes, votes, its kind. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread')
@For('guest')
export class CommentFormsPages {
  constructor(
    private readonly threadAnswer: ThreadAnswer,
    private readonly editComment: EditComment,
    private readonly castVote: CastVote,
    private readonly changeKind: ChangeKind,
    private readonly withdrawComment: WithdrawComment,
  ) {}

  @Post('edits')
  @VerbAsksStanding()
  edit(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    const commentId = typed(form, 'commentId');
    return this.submit(
      { page, path, form },
      async (accountId) => {
        const { body } = await readForm(CommentChangeRequest, form, ['body']);
        await this.editComment.edit(accountId, commentId, body);
      },
      { next: `?comment=${encodeURIComponent(commentId)}`, draft: { body: typed(form, 'body'), editing: commentId } },
    );
  }

  @Post('votes')
  @VerbAsksStanding()
  vote(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    return this.submit({ page, path, form }, async (accountId) => {
      await this.castVote.cast(accountId, typed(form, 'commentId'), typed(form, 'vote') !== 'off');
    });
  }

  @Post('kinds')
  @AsksStanding(conferenceIn('conference'))
  change(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    return this.submit({ page, path, form }, async (accountId) => {
      const { kind } = await readForm(KindRequest, form, ['kind']);
      await this.changeKind.change(accountId, typed(form, 'commentId'), kind);
    });
  }

  @Post('withdrawals')
  @SparesStanding('People can always take back what they said.')
  withdraw(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    const withdraw = async (accountId: string) => {
      await this.withdrawComment.withdraw(accountId, typed(form, 'commentId'));
    };
    return this.submit({ page, path, form }, withdraw, { next: '' });
  }

  /** `next` is where the reader goes, appended to the thread's address; `draft` is what a refusal shows again. */
  private async submit(
    { page, path, form }: SentForm,
    work: (accountId: string) => Promise<void>,
    {
      next = `#c-${encodeURIComponent(typed(form, 'commentId'))}`,
      draft = {},
    }: { next?: string; draft?: Partial<Draft> } = {},
  ): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      if (!page.actor) throw sessionRequired();
      await work(page.actor.accountId);
    });
    if (refusal) return this.threadAnswer.show(page, { path }, { ...emptyDraft(), ...draft, refusal });
    page.redirect(`${pathOf(path)}${next}`);
  }
}
