import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { FollowPage } from '../../../web/pages/follow-page.tsx';
import { FollowThread } from '../../notifications/follow-thread.ts';
import { For, SparesStanding, WithAddress } from '../../platform/http/access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';
import { pageOf, pathOf, ThreadPlaces, type ThreadPath } from '../thread-places.ts';

/** Following a thread, and no longer, with one button. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread/follow')
@For('participant')
@WithAddress()
export class FollowPages {
  constructor(
    private readonly threadPlaces: ThreadPlaces,
    private readonly followThread: FollowThread,
    private readonly programmeListing: ProgrammeListing,
  ) {}

  @Get()
  async ask(@Param() path: ThreadPath, @PageRequest() page: ParticipantPage): Promise<void> {
    const place = await this.threadPlaces.find(path);
    const { title, isFollowing } = await this.followThread.state(page.actor.accountId, place.threadId);
    const around = await this.programmeListing.conference(place.conferenceId);
    page.show(
      FollowPage,
      { titleKey: 'pages.follow.title', kind: 'me', conference: around, cache: 'no-store' },
      { path: pageOf(path, place), action: `${pathOf(path)}/follow`, threadTitle: title, isFollowing },
    );
  }

  @Post()
  @SparesStanding('Which e-mails people get is theirs to set.')
  async choose(
    @Param() path: ThreadPath,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const place = await this.threadPlaces.find(path);
    const isWanted = typed(form, 'wanted') !== 'no';
    await (isWanted
      ? this.followThread.follow(page.actor.accountId, place.threadId)
      : this.followThread.unfollow(page.actor.accountId, place.threadId));
    page.redirect(pageOf(path, place), isWanted ? 'followed' : 'unfollowed');
  }
}
