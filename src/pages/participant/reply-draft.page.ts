import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ReplyDraftPage } from '../../../web/pages/reply-draft-page.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { CommentChangeRequest } from '../../comments/comments.requests.ts';
import { ReplyDrafts } from '../../inbound/reply-drafts.ts';
import { For, VerbAsksStanding } from '../../platform/http/access.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';

/** A reply by e-mail that waits for its owner: published as it is or changed, or given up. */
@ApiExcludeController()
@Controller('me/replies')
@For('participant')
export class ReplyDraftPages {
  constructor(private readonly replyDrafts: ReplyDrafts) {}

  @Get(':id')
  read(@Param('id') id: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, id, { refusal: null });
  }

  @Post(':id')
  @VerbAsksStanding()
  async decide(@Param('id') id: string, @Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { accountId } = page.actor;
    const { threadPath } = await this.replyDrafts.get(accountId, id);
    if (typed(form, 'act') === 'leave') {
      await this.replyDrafts.leave(accountId, id);
      page.redirect(threadPath, 'reply-left');
      return;
    }
    const { done, refusal } = await page.attempt(async () => {
      const { body } = await readForm(CommentChangeRequest, form, ['body']);
      return this.replyDrafts.publish(accountId, id, body);
    });
    if (refusal) return this.show(page, id, { refusal, body: typed(form, 'body') });
    const { id: commentId, state } = done!.comment;
    if (state === 'visible') page.redirect(`${threadPath}?comment=${commentId}#c-${commentId}`, 'comment-published');
    else page.redirect(`${threadPath}#own`, 'comment-waits');
  }

  private async show(
    page: ParticipantPage,
    id: string,
    { refusal, body }: { refusal: ProblemShape | null; body?: string },
  ): Promise<void> {
    const draft = await this.replyDrafts.get(page.actor.accountId, id);
    page.show(
      ReplyDraftPage,
      { titleKey: 'pages.replyDraft.title', kind: 'reply-draft', ...formOptions(refusal) },
      { draft: { ...draft, expiresAt: draft.expiresAt.toISOString(), source: body ?? draft.source }, refusal },
    );
  }
}
