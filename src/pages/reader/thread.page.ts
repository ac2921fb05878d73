import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { doneModerationIn } from '../../../web/pages/moderation-page.tsx';
import { For, VerbAsksStanding, type ActorInSession } from '../../platform/http/access.ts';
import { Credentials } from '../../sessions/credentials.ts';
import { passOnChallenge, typed, type FormFields } from '../forms.ts';
import { GuestEntrance, SEND_AGAIN } from '../guest-entrance.ts';
import { plainQuery, type PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';
import { pageOf, ThreadPlaces, type ThreadPath } from '../thread-places.ts';
import { codeStepOf, draftIn } from './code-step.ts';
import { PostingForm } from './posting-form.ts';
import { ThreadAnswer } from './thread-answer.ts';
import { ThreadDraft } from './thread-draft.ts';
import { partIn, partOfForm } from './thread-part.ts';

/** A thread's page: readable, pageable and writable without a script; each form posts to the thread's own address. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread')
@For('guest')
export class ThreadPages {
  // A form is read, its author is known or a guest, and what is refused is drawn again.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly threadPlaces: ThreadPlaces,
    private readonly threadAnswer: ThreadAnswer,
    private readonly threadDraft: ThreadDraft,
    private readonly postingForm: PostingForm,
    private readonly credentials: Credentials,
    private readonly guestEntrance: GuestEntrance,
  ) {}

  @Get()
  async read(@Param() path: ThreadPath, @Query() query: PageQuery, @PageRequest() page: RequestedPage): Promise<void> {
    const asked = plainQuery(query);
    const place = await this.threadPlaces.find(path);
    if (place.recap !== null) return this.leadToRecap(page, pageOf(path, place));
    if (await this.threadAnswer.isUnchanged(page, place)) return void page.reply.send();
    const part = partIn(asked, place.comments);
    const done = doneModerationIn(asked);
    await this.threadAnswer.show(page, { path, place, part, done }, await this.threadDraft.get(page, place, asked));
  }

  @Post()
  @VerbAsksStanding()
  async write(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    const place = await this.threadPlaces.find(path);
    const { locale } = page;
    const visitor = this.credentials.askingVisitor(page.request);
    const { done, refusal } = await page.attempt(async () => {
      const actor = await this.authorOf(page, path, form);
      if (actor === SEND_AGAIN) return actor;
      return actor ? this.postingForm.post(actor, place, form) : this.postingForm.ask(place, form, { locale, visitor });
    });
    passOnChallenge(refusal);
    if (done === SEND_AGAIN) return page.sendAgain();
    const shown = { path, place, part: partOfForm(form, place.comments) };
    if (refusal) return this.threadAnswer.show(page, shown, { ...draftIn(form), refusal });
    if ('to' in done) return page.redirect(`${pageOf(path, place)}${done.to}`, done.said);
    page.setCookies(visitor.cookies);
    return this.threadAnswer.show(page, shown, codeStepOf(form, done));
  }

  /** A recap and its discussion are one page, which keeps the part that the address names. */
  private leadToRecap({ request, reply }: RequestedPage, here: string): void {
    const query = request.url.indexOf('?');
    void reply.redirect(query === -1 ? here : `${here}${request.url.slice(query)}`, 301);
  }

  /** The author who speaks at once; null for one who gave an address, or has to, and confirms it by a code. */
  private async authorOf(
    page: RequestedPage,
    path: ThreadPath,
    form: FormFields,
  ): Promise<ActorInSession | typeof SEND_AGAIN | null> {
    if (page.actor && !page.actor.isGuest) return page.actor;
    if (typed(form, 'email') !== '') return null;
    const isQuestion = typed(form, 'kind') === 'question' && typed(form, 'parentId') === '';
    const check = (): Promise<void> => this.postingForm.checkOfNewcomer(form);
    return this.guestEntrance.actorFor(isQuestion ? 'question' : 'comment', { path, check }, page);
  }
}
