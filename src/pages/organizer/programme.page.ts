import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { TalkEditorPage } from '../../../web/pages/talk-editor-page.tsx';
import { organizedProgramme, placeOf } from '../../../web/pages/organized-address.ts';
import type { DoneMessage } from '../../../web/pages/page-context.ts';
import type { ConferenceShape } from '../../../web/components/shapes.ts';
import { ManageProgramme } from '../../imports/manage-programme.ts';
import { FreeNames } from '../../kernel/free-names.ts';
import { slugOf } from '../../kernel/slug.ts';
import { AuditsItself, conferenceIn, For } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { TalkChangeRequest, TalkRequest } from '../../programme/talk.requests.ts';
import { PressOnce } from '../../sessions/press-once.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { readFields, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { OrganizedProgramme } from './organized-programme.ts';
import { programmeChoiceIn } from './programme-choice.ts';
import { changesIn, isOutsideDays, talkIn } from './talk-form.ts';
import { TalkForms, type SentTalkForm } from './talk-forms.ts';

/** A talk of the conference in its address. */
interface TalkPath {
  conference: string;
  talk: string;
}

/** The programme of a conference for its organizers: its talks, and one to edit or to add. */
@ApiExcludeController()
@Controller('organize/:conference')
@For('organizer', conferenceIn('conference'))
export class ProgrammePages {
  // A form is read, tried, and shown again in its place.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly manageProgramme: ManageProgramme,
    private readonly organizedProgramme: OrganizedProgramme,
    private readonly talkForms: TalkForms,
    private readonly pressOnce: PressOnce,
  ) {}

  @Get('programme')
  async read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    const { edit } = page.request.query as Record<string, unknown>;
    const edited = typeof edit === 'string' ? { id: edit, form: {}, refusal: null, locale: page.locale } : null;
    return this.organizedProgramme.show(page, slug, { edited });
  }

  @Get('programme/new')
  async begin(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.showTalk(page, slug, null, { form: {}, refusal: null });
  }

  @Post('programme')
  async add(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.programmeQueries.getConference(slug);
    const { id, timeZone } = conference;
    const add = async () => {
      const names = new FreeNames(await this.programmeQueries.slugsOf(id));
      const asked = { ...talkIn(form, timeZone, null), slug: names.claim(slugOf(typed(form, 'title'), 'talk')) };
      return this.manageProgramme.createTalk(slug, await readFields(TalkRequest, asked));
    };
    const { refusal } = await page.attempt(() => this.pressOnce.press({ accountId: page.actor.accountId, form }, add));
    if (refusal) return this.showTalk(page, slug, null, { form, refusal });
    page.redirect(
      organizedProgramme(slug, { ...programmeChoiceIn({}), q: typed(form, 'title') }),
      saidOf(form, conference),
    );
  }

  @Get('programme/:talk')
  async edit(@Param() { conference, talk }: TalkPath, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.showTalk(page, conference, talk, { form: {}, refusal: null });
  }

  /** With `edit` in its query the form stands in its place in the programme, and is answered there. */
  @Post('programme/:talk')
  async save(
    @Param() { conference: slug, talk: id }: TalkPath,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.programmeQueries.getConference(slug);
    const query = page.request.query as Record<string, unknown>;
    const { talk } = await this.talkForms.find(conference.id, id);
    const { refusal } = await page.attempt(async () => {
      const asked = await readFields(TalkChangeRequest, changesIn(form, talk, conference.timeZone));
      const precondition = preconditionOfForm(form['version']);
      if (Object.keys(asked).length > 0) await this.manageProgramme.changeTalk(id, asked, precondition);
    });
    if (refusal) return this.showAgain(page, { slug, id }, { form, refusal });
    page.redirect(`${organizedProgramme(slug, programmeChoiceIn(query))}#${placeOf(id)}`, saidOf(form, conference));
  }

  /** Shows what the typed abstract will look like, of a talk or of a `new` one; nothing is saved. */
  @Post('programme/:talk/preview')
  @AuditsItself()
  preview(
    @Param() { conference: slug, talk }: TalkPath,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.showAgain(page, { slug, id: talk === 'new' ? null : talk }, { form, refusal: null, isPreview: true });
  }

  /** A form where it was sent from: in its place in the programme, or on its own page. */
  private showAgain(
    page: ParticipantPage,
    { slug, id }: { slug: string; id: string | null },
    sent: Omit<SentTalkForm, 'locale'>,
  ): Promise<void> {
    const { edit } = page.request.query as Record<string, unknown>;
    if (id === null || edit === undefined) return this.showTalk(page, slug, id, sent);
    return this.organizedProgramme.show(page, slug, { edited: { id, locale: page.locale, ...sent } });
  }

  private async showTalk(
    page: ParticipantPage,
    slug: string,
    id: string | null,
    sent: Omit<SentTalkForm, 'locale'>,
  ): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const form = await this.talkForms.make(conference, id, { ...sent, locale: page.locale });
    page.show(
      TalkEditorPage,
      { title: conference.title, kind: 'talk-editor', conference, ...formOptions(sent.refusal) },
      { conference, form },
    );
  }
}

/** The answer to a saved form: it also tells of a day that is none of the conference's, often one mistyped. */
const saidOf = (form: FormFields, conference: Pick<ConferenceShape, 'startsOn' | 'endsOn'>): DoneMessage =>
  isOutsideDays(form, conference) ? 'saved-outside' : 'saved';
