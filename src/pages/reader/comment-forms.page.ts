import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { emptyDraft, type Draft } from '../../../web/components/thread-props.ts';
import type { DoneMessage } from '../../../web/pages/page-context.ts';
import { CastVote } from '../../comments/cast-vote.ts';
import { sessionRequired } from '../../kernel/common.problems.ts';
import { AsksStanding, conferenceIn, For, SparesStanding, VerbAsksStanding } from '../../platform/http/access.ts';
import type { GuestAct } from '../../programme/guests.policy.ts';
import { passOnChallenge, typed, type FormFields } from '../forms.ts';
import { GuestEntrance, SEND_AGAIN } from '../guest-entrance.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';
import { pageOf, ThreadPlaces, type ThreadPath } from '../thread-places.ts';
import { CommentChanges } from './comment-changes.ts';
import { ThreadAnswer } from './thread-answer.ts';
import { partOfForm, queryOf } from './thread-part.ts';

/** The questions above a thread, as where a vote was given. */
const QUEUE = 'queue';

/** A form about one comment, as sent. */
interface SentForm {
  page: RequestedPage;
  path: ThreadPath;
  form: FormFields;
  /** The act that a reader without a session may do by this form, as a guest, where guests may. */
  guest?: { act: GuestAct; check: () => Promise<void> };
}

/** The outcome of a form, and the reader's next place (a fragment, a query or a path); the comment, without one. */
interface CommentOutcome {
  next?: string;
  said: DoneMessage;
}

/** The lists of a conference's page that a vote returns to, with their queries. */
const LISTS: ReadonlyMap<string, string> = new Map([
  ['waiting', 'show=waiting'],
  ['answered', 'show=waiting&status=answered'],
  ['highlights', 'show=highlights'],
]);

/** The forms at one comment: its author's changes, votes, its kind. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread')
@For('guest')
export class CommentFormsPages {
  constructor(
    private readonly threadPlaces: ThreadPlaces,
    private readonly threadAnswer: ThreadAnswer,
    private readonly commentChanges: CommentChanges,
    private readonly castVote: CastVote,
    private readonly guestEntrance: GuestEntrance,
  ) {}

  @Post('edits')
  @VerbAsksStanding()
  edit(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    const commentId = typed(form, 'commentId');
    return this.submit(
      { page, path, form },
      async (accountId) => {
        const isHeld = await this.commentChanges.edit(accountId, form);
        // A held comment is shown to its author alone, apart from the thread.
        const shown = `?comment=${encodeURIComponent(commentId)}#c-${encodeURIComponent(commentId)}`;
        return isHeld ? { next: '#own', said: 'edit-waits' } : { next: shown, said: 'edited' };
      },
      { body: typed(form, 'body'), editing: commentId },
    );
  }

  @Post('votes')
  @VerbAsksStanding()
  vote(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    const commentId = typed(form, 'commentId');
    // The thread of the address says what guests may, so its comments alone are voted for by it.
    const check = async (): Promise<void> =>
      this.castVote.demand(commentId, (await this.threadPlaces.find(path)).threadId);
    return this.submit({ page, path, form, guest: { act: 'vote', check } }, async (accountId) => {
      await check();
      const { voted } = await this.castVote.cast(accountId, commentId, typed(form, 'vote') !== 'off');
      const said = voted ? 'voted' : 'vote-taken-back';
      if (typed(form, 'from') === QUEUE) return { next: '#questions', said };
      const list = LISTS.get(typed(form, 'from'));
      return list === undefined ? { said } : { next: `/c/${encodeURIComponent(path.conference)}?${list}`, said };
    });
  }

  @Post('kinds')
  @AsksStanding(conferenceIn('conference'))
  change(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    return this.submit({ page, path, form }, async (accountId) => {
      await this.commentChanges.change(accountId, form);
      return { said: typed(form, 'kind') === 'question' ? 'now-question' : 'now-comment' };
    });
  }

  @Post('withdrawals')
  @SparesStanding('People can always take back what they said.')
  withdraw(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    return this.submit({ page, path, form }, async (accountId) => {
      await this.commentChanges.withdraw(accountId, form);
      return { next: '#discussion', said: 'withdrawn' };
    });
  }

  /**
   * Returns to the page of the thread that the form was on, at the comment or where the work says (a fragment or a
   * page); `draft` is what a refusal shows again.
   */
  private async submit(
    { page, path, form, guest }: SentForm,
    work: (accountId: string) => Promise<CommentOutcome>,
    draft: Partial<Draft> = {},
  ): Promise<void> {
    const place = await this.threadPlaces.find(path);
    const part = partOfForm(form, place.comments);
    const { done, refusal } = await page.attempt(async () => {
      const actor =
        page.actor ?? (guest && (await this.guestEntrance.actorFor(guest.act, { path, check: guest.check }, page)));
      if (!actor) throw sessionRequired();
      return actor === SEND_AGAIN ? actor : work(actor.accountId);
    });
    passOnChallenge(refusal);
    if (done === SEND_AGAIN) return page.sendAgain();
    if (refusal) return this.threadAnswer.show(page, { path, place, part }, { ...emptyDraft(), ...draft, refusal });
    const comment = `#c-${encodeURIComponent(typed(form, 'commentId'))}`;
    const { next = comment, said } = done;
    if (next.startsWith('/')) return page.redirect(`${next}${comment}`, said);
    const query = next.startsWith('?') ? '' : queryOf(part);
    page.redirect(`${pageOf(path, place)}${query && `?${query}`}${next}`, said);
  }
}
