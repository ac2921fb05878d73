import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { emptyDraft } from '../../../web/components/thread-props.ts';
import { CommentCodesRequest } from '../../comments/comments.requests.ts';
import { SendGuestCodes } from '../../comments/send-guest-codes.ts';
import { For, SparesStanding } from '../../platform/http/access.ts';
import { Credentials } from '../../sessions/credentials.ts';
import { passOnChallenge, readForm, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';
import { pathOf, ThreadPlaces, type ThreadPath } from '../thread-places.ts';
import { ThreadAnswer } from './thread-answer.ts';
import { partIn } from './thread-part.ts';

/** Without a script: new codes for what a guest wrote in a thread. */
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
    const visitor = this.credentials.askingVisitor(page.request);
    const { refusal } = await page.attempt(async () => {
      const { email } = await readForm(CommentCodesRequest, form, ['email']);
      await this.sendGuestCodes.resend({ threadId: place.threadId, email, locale: page.locale, visitor });
    });
    passOnChallenge(refusal);
    if (refusal)
      return this.threadAnswer.show(
        page,
        { path, place, part: partIn({}, place.comments) },
        { ...emptyDraft(), step: 'code', refusal },
      );
    page.setCookies(visitor.cookies);
    page.redirect(`${pathOf(path)}?step=code-again#write`);
  }
}
