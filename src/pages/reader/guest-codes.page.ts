import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CodeForms } from '../../../web/components/code-form.tsx';
import { CommentCodesRequest } from '../../comments/comments.requests.ts';
import { SendGuestCodes } from '../../comments/send-guest-codes.ts';
import { For, SparesStanding } from '../../platform/http/access.ts';
import { Credentials } from '../../sessions/credentials.ts';
import { passOnChallenge, readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';
import { ThreadPlaces, type ThreadPath } from '../thread-places.ts';
import { codeStepOf, draftIn } from './code-step.ts';
import { ThreadAnswer } from './thread-answer.ts';
import { partOfForm } from './thread-part.ts';

/** Without a script: new codes for what a guest wrote in a thread, or its form again, for another address. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread/codes')
@For('guest')
export class GuestCodesPages {
  constructor(
    private readonly threadPlaces: ThreadPlaces,
    private readonly threadAnswer: ThreadAnswer,
    private readonly sendGuestCodes: SendGuestCodes,
    private readonly credentials: Credentials,
  ) {}

  @Post()
  @SparesStanding('What waits is judged when its code publishes it.')
  async send(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    const place = await this.threadPlaces.find(path);
    const shown = { path, place, part: partOfForm(form, place.comments) };
    if (typed(form, 'change') !== '') return this.threadAnswer.show(page, shown, { ...draftIn(form), isOpen: true });
    const visitor = this.credentials.askingVisitor(page.request);
    const { done, refusal } = await page.attempt(async () => {
      const wrapped = typed(form, 'wrapped');
      const who = wrapped === '' ? await readForm(CommentCodesRequest, form, ['email']) : { wrapped };
      const address = this.sendGuestCodes.addressForPage(who);
      await this.sendGuestCodes.resend({ threadId: place.threadId, ...who, locale: page.locale, visitor });
      return address;
    });
    passOnChallenge(refusal);
    if (refusal) return this.threadAnswer.show(page, shown, { ...draftIn(form), step: 'code', CodeForms, refusal });
    page.setCookies(visitor.cookies);
    return this.threadAnswer.show(page, shown, codeStepOf(form, done, 'code-again'));
  }
}
