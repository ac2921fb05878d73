import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RECAP_ACTS, RecapModerationPage, type RecapAct } from '../../../web/pages/recap-moderation-page.tsx';
import type { ConferenceShape, ProblemShape } from '../../../web/components/shapes.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { DecideOnRecap } from '../../moderation/decide-on-recap.ts';
import { AuditsItself, conferenceIn, For, Fresh } from '../../platform/http/access.ts';
import type { RecapView } from '../../recap/recap.view.ts';
import { RecapQueries } from '../../recap/recap.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { typed, type FormFields } from '../forms.ts';
import type { PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { QueueForm } from './queue-form.ts';
import { SanctionForm } from './sanction-form.ts';

interface ModeratedRecapPath {
  conference: string;
  recap: string;
}

/** The subject of a page of this kind. */
interface FoundRecap {
  conference: ConferenceShape;
  recap: RecapView;
  here: string;
}

interface ShownForm {
  act: RecapAct;
  form?: FormFields;
  refusal?: ProblemShape | null;
  isJustHidden?: boolean;
}

/**
 * Draws the forms of moderators at a recap: hide it, show it again, mute its author. The same verbs, rules and ledger
 * as the queue's.
 */
@ApiExcludeController()
@Controller('c/:conference/recaps/:recap/moderation')
@For('moderator', conferenceIn('conference'))
export class RecapModerationPages {
  // The page shows a recap of any state, and each of its forms calls a verb of its own.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly recapQueries: RecapQueries,
    private readonly decideOnRecap: DecideOnRecap,
    private readonly queueForm: QueueForm,
    private readonly sanctionForm: SanctionForm,
  ) {}

  /** A sanction needs a sign-in of the last minutes, which is asked for before a reason is typed. */
  @Get('mute')
  @Fresh()
  readMute(@Param() place: ModeratedRecapPath, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, place, { act: 'mute' });
  }

  @Get(':act')
  read(
    @Param() { act, ...place }: ModeratedRecapPath & { act: string },
    @Query() { done }: PageQuery,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const known = RECAP_ACTS.find((each) => each === act);
    if (!known) throw notFound();
    return this.show(page, place, { act: known, isJustHidden: done === 'hide' });
  }

  /** Hides a recap, which is nowhere any more, so the form that undoes it comes next. */
  @Post('hide')
  @AuditsItself()
  async hide(
    @Param() place: ModeratedRecapPath,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const { conference, recap, here } = await this.find(place);
    const { refusal } = await page.attempt(() =>
      this.queueForm.decide(page.actor, conference.id, { ...form, recapId: recap.id, act: 'withhold' }),
    );
    if (refusal) return this.show(page, place, { act: 'hide', form, refusal });
    page.redirect(`${here}/moderation/show?done=hide`);
  }

  @Post('show')
  @AuditsItself()
  async restore(
    @Param() place: ModeratedRecapPath,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const { conference, recap, here } = await this.find(place);
    const { refusal } = await page.attempt(() =>
      this.queueForm.decide(page.actor, conference.id, { ...form, recapId: recap.id, act: 'restore' }),
    );
    if (refusal) return this.show(page, place, { act: 'show', form, refusal });
    page.redirect(here);
  }

  @Post('mute')
  @AuditsItself()
  @Fresh()
  async mute(
    @Param() place: ModeratedRecapPath,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const { conference, recap, here } = await this.find(place);
    const { refusal } = await page.attempt(async () => {
      // So that nobody is muted beside another's words.
      if (recap.author === null || recap.author.id !== typed(form, 'personaId')) throw notFound();
      await this.sanctionForm.impose(page.actor, conference.id, form);
    });
    if (refusal) return this.show(page, place, { act: 'mute', form, refusal });
    page.redirect(`${here}?done=mute`);
  }

  private async find({ conference: key, recap: slug }: ModeratedRecapPath): Promise<FoundRecap> {
    const conference = await this.programmeListing.conference(key);
    const found = await this.recapQueries.bySlug(conference.id, slug);
    if (!found) throw notFound();
    return {
      conference,
      recap: await this.decideOnRecap.read(found.id),
      here: `/c/${conference.slug}/recaps/${found.slug}`,
    };
  }

  private async show(
    page: ParticipantPage,
    place: ModeratedRecapPath,
    { act, form, refusal = null, isJustHidden = false }: ShownForm,
  ): Promise<void> {
    const { conference, recap, here } = await this.find(place);
    if (act === 'mute' && recap.author === null) throw notFound();
    const titleKey = act === 'mute' ? 'pages.moderation.mute.title' : `pages.moderation.recap.${act}.title`;
    page.show(
      RecapModerationPage,
      { titleKey, kind: 'moderation', conference, ...formOptions(refusal) },
      {
        act,
        conference,
        recap,
        here,
        isJustHidden,
        draft: { rule: typed(form, 'rule'), reason: typed(form, 'reason') },
        refusal,
      },
    );
  }
}
