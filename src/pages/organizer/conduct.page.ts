import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ConductPage, type ConductProps } from '../../../web/pages/conduct-page.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
import { ManageProgramme } from '../../imports/manage-programme.ts';
import { SanctionsQueries, type LastingSanction } from '../../moderation/sanctions.queries.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import type { ConferenceSettings } from '../../programme/conference.settings.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { ConferenceSettingsRequest } from '../../programme/programme.requests.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { lines, readForm, typed, type FormFields } from '../forms.ts';
import { choiceIn, countsOf, holdsWords, listPart, pageNumberIn, wordsIn } from './list-part.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';

/** A conference's rules, word lists and contact, set by organizers, and its current sanctions. */
@ApiExcludeController()
@Controller('organize/:conference')
export class ConductPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly manageProgramme: ManageProgramme,
    private readonly sanctionsQueries: SanctionsQueries,
    private readonly grantsQueries: GrantsQueries,
  ) {}

  @Get(['rules', 'conduct'])
  @For('moderator', conferenceIn('conference'))
  read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, slug, null);
  }

  @Post(['rules', 'conduct'])
  @For('organizer', conferenceIn('conference'))
  async save(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const settings = await readForm(ConferenceSettingsRequest, settingsIn(form), ['rules', 'wordLists', 'contact']);
      await this.manageProgramme.changeConference(slug, { settings }, preconditionOfForm(form['version']));
    });
    if (refusal) return this.show(page, slug, { form, refusal });
    page.redirect(`/organize/${encodeURIComponent(slug)}/rules`, 'saved');
  }

  private async show(
    page: ParticipantPage,
    slug: string,
    refused: { form: FormFields; refusal: ProblemShape } | null,
  ): Promise<void> {
    const [{ view: conference, version }, { id, settings }] = await Promise.all([
      this.programmeListing.conferenceInVersion(slug),
      this.programmeQueries.getConference(slug),
    ]);
    const [all, roles] = await Promise.all([
      this.sanctionsQueries.list(id, page.actor.accountId),
      this.grantsQueries.rolesIn(page.actor.accountId, id),
    ]);
    page.show(
      ConductPage,
      { title: conference.title, kind: 'conduct', conference, ...formOptions(refused?.refusal ?? null) },
      {
        conference,
        version,
        ...(refused ? typedIn(refused.form) : storedIn(settings)),
        sanctions: chosenOf(all, page.request.query as Record<string, unknown>),
        isOrganizer: roles.organizer,
        refusal: refused?.refusal ?? null,
      },
    );
  }
}

/** Current sanctions by the query fields `who`, `kind` and `page`. */
function chosenOf(all: readonly LastingSanction[], asked: Record<string, unknown>): ConductProps['sanctions'] {
  const [who, kind] = [wordsIn(asked['who']), choiceIn(asked['kind'])];
  const isNamed = holdsWords(who);
  const named = who === '' ? all : all.filter(({ name }) => name !== null && isNamed(name));
  const found = kind === '' ? named : named.filter((sanction) => sanction.kind === kind);
  return {
    ...listPart(found, all.length, pageNumberIn(asked['page'])),
    chosen: { who, kind },
    kinds: countsOf(named.map((sanction) => sanction.kind)),
  };
}

type Shown = Pick<ConductProps, 'rules' | 'words' | 'contact'>;

const storedIn = ({ rules, wordLists, contact }: ConferenceSettings): Shown => ({
  rules: rules.map(({ key, title }) => `${key} ${title}`).join('\n'),
  words: { fr: (wordLists?.fr ?? []).join('\n'), en: (wordLists?.en ?? []).join('\n') },
  contact: contact ?? { text: '', url: null },
});

/** The fields of a refused form. */
const typedIn = (form: FormFields): Shown => ({
  rules: typed(form, 'rules'),
  words: { fr: typed(form, 'wordsFr'), en: typed(form, 'wordsEn') },
  contact: { text: typed(form, 'contact'), url: typed(form, 'contactUrl') || null },
});

/** The settings as typed: one rule a line, its key first; one word a line. */
const settingsIn = (form: FormFields): FormFields => ({
  rules: lines(typed(form, 'rules')).map((line) => ({
    key: line.split(/\s+/)[0],
    title: line.replace(/^\S+\s*/, ''),
  })),
  wordLists: { fr: lines(typed(form, 'wordsFr')), en: lines(typed(form, 'wordsEn')) },
  contact: { text: typed(form, 'contact'), url: typed(form, 'contactUrl') || null },
});
