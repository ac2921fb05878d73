import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { TalkLinksPage } from '../../../web/pages/talk-links-page.tsx';
import { ChangeTalkLinks } from '../../imports/change-talk-links.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { AsksStanding, conferenceIn, For } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { TalkLinksRequest } from '../../programme/talk-links.requests.ts';
import { talkVersion, toTalkView, type TalkView } from '../../programme/talk.view.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { readFields, typed, type FormFields } from '../forms.ts';
import { linesOf, linksIn } from '../organizer/talk-form.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { pathOf, ThreadPlaces, type ThreadPath } from '../thread-places.ts';

/** The form as it is shown: stored, or as it was sent and refused. */
interface ShownLinks {
  talk: TalkView;
  links: string;
  version: string;
  refusal?: ProblemShape | null;
}

/** The links of a talk, for its speakers, moderators and organizers. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread/links')
@For('participant')
export class TalkLinksPages {
  constructor(
    private readonly threadPlaces: ThreadPlaces,
    private readonly changeTalkLinks: ChangeTalkLinks,
    private readonly programmeListing: ProgrammeListing,
  ) {}

  @Get()
  async edit(@Param() path: ThreadPath, @PageRequest() page: ParticipantPage): Promise<void> {
    const stored = await this.changeTalkLinks.open(page.actor.accountId, await this.talkOf(path));
    const talk = toTalkView(stored);
    await this.show(page, path, { talk, links: linesOf(talk.links), version: talkVersion(stored) });
  }

  @Post()
  @AsksStanding(conferenceIn('conference'))
  async save(@Param() path: ThreadPath, @Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { accountId } = page.actor;
    const talkId = await this.talkOf(path);
    const stored = await this.changeTalkLinks.open(accountId, talkId);
    const talk = toTalkView(stored);
    const version = typed(form, 'version');
    const { refusal } = await page.attempt(async () => {
      const asked = await readFields(TalkLinksRequest, { links: linksIn(form, 'links', talk) });
      await this.changeTalkLinks.change(accountId, talkId, asked, preconditionOfForm(version));
    });
    if (!refusal) return page.redirect(`${pathOf(path)}#links`, 'saved');
    // Sent again after another's change, it replaces what is said to be stored below it.
    const shown = refusal.status === 412 ? talkVersion(stored) : version;
    await this.show(page, path, { talk, links: typed(form, 'links'), version: shown, refusal });
  }

  /** The talk of a thread. Throws `not-found` for a thread without one. */
  private async talkOf(path: ThreadPath): Promise<string> {
    const { talkId } = await this.threadPlaces.find(path);
    if (talkId === null) throw notFound();
    return talkId;
  }

  private async show(page: ParticipantPage, path: ThreadPath, { refusal = null, ...shown }: ShownLinks): Promise<void> {
    const conference = await this.programmeListing.conference(path.conference);
    page.show(
      TalkLinksPage,
      { titleKey: 'pages.talkLinks.title', kind: 'me', conference, ...formOptions(refusal) },
      { path: pathOf(path), refusal, ...shown },
    );
  }
}
