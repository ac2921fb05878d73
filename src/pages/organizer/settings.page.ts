import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SettingsPage, type SettingsProps } from '../../../web/pages/settings-page.tsx';
import type { SettingsChoice } from '../../../web/pages/settings-fields.tsx';
import type { ConferenceShape, ProblemShape } from '../../../web/components/shapes.ts';
import { RemoveConference } from '../../imports/remove-conference.ts';
import { ManageProgramme } from '../../imports/manage-programme.ts';
import { Clock } from '../../kernel/clock.ts';
import { invalidRequest } from '../../kernel/common.problems.ts';
import { AuditsItself, conferenceIn, For } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import type { Conference } from '../../programme/conference.entity.ts';
import type { SlowMode } from '../../programme/conference.settings.ts';
import { closingOf, daysToClose, daysToReopen } from '../../programme/conference.policy.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { ConferenceChangeRequest, ConferenceSettingsRequest } from '../../programme/programme.requests.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { readFields, readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { typedInstant, typedSlowMode } from '../typed-instant.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';

/** A conference's own data and how it works, in words and dates; and the buttons that close and reopen it. */
@ApiExcludeController()
@Controller('organize/:conference')
@For('organizer', conferenceIn('conference'))
export class SettingsPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly manageProgramme: ManageProgramme,
    private readonly removeConference: RemoveConference,
    private readonly clock: Clock,
  ) {}

  @Get('settings')
  read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, slug, null);
  }

  @Post('settings')
  async save(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const { settings, timeZone } = await this.programmeQueries.getConference(slug);
      const change = await readFields(ConferenceChangeRequest, changeIn(form, settings.slowMode, timeZone));
      await this.manageProgramme.changeConference(slug, change, preconditionOfForm(form['version']));
    });
    if (refusal) return this.show(page, slug, { form, refusal });
    page.redirect(placeOf(slug), 'saved');
  }

  /** Sets what people without an address may do, from one press during the hour. */
  @Post('guests')
  async setGuests(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const settings = await readForm(ConferenceSettingsRequest, form, ['guests']);
      await this.manageProgramme.changeConference(slug, { settings });
    });
    if (refusal) return this.show(page, slug, { form: {}, refusal });
    page.redirect(placeOf(slug), 'saved');
  }

  /** Ends writing in every discussion at once, or allows it again. */
  @Post('closing')
  async close(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const conference = await this.programmeQueries.getConference(slug);
      const days =
        typed(form, 'do') === 'reopen'
          ? daysToReopen(conference, this.clock.now())
          : daysToClose(conference, this.clock.now());
      if (days === null)
        throw invalidRequest([{ pointer: '#/do', detail: 'The conference can be closed once its last day is over.' }]);
      const { archiveAfterDays } = conference.settings;
      const settings = { readonlyAfterDays: days, archiveAfterDays: Math.max(archiveAfterDays, days) };
      await this.manageProgramme.changeConference(conference.id, { settings });
    });
    if (refusal) return this.show(page, slug, { form: {}, refusal });
    page.redirect(placeOf(slug), 'saved');
  }

  /** Removes the demo, or a conference in which nobody has written, once the organizer is sure. */
  @Post('removal')
  @AuditsItself()
  async remove(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const { isDemo } = await this.programmeQueries.getConference(slug);
      if (!isDemo && form['sure'] === undefined)
        throw invalidRequest([{ pointer: '#/sure', detail: 'Tick the box to delete the conference.' }]);
      await this.removeConference.remove(slug, page.actor.accountId);
    });
    if (refusal) return this.show(page, slug, { form: {}, refusal });
    page.redirect('/organize', 'conference-removed');
  }

  private async show(
    page: ParticipantPage,
    slug: string,
    refused: { form: FormFields; refusal: ProblemShape } | null,
  ): Promise<void> {
    const [{ view, version }, stored] = await Promise.all([
      this.programmeListing.conferenceInVersion(slug),
      this.programmeQueries.getConference(slug),
    ]);
    const conference = view as ConferenceShape;
    const { readonlyAt, archivedAt } = closingOf(stored);
    page.show(
      SettingsPage,
      { title: conference.title, kind: 'settings', conference, ...formOptions(refused?.refusal ?? null) },
      {
        conference,
        version,
        choice: choiceIn(refused?.form ?? {}, conference, stored.settings.screening),
        slow: slowIn(refused?.form ?? {}, stored),
        readonlyAt: readonlyAt.toISOString(),
        archivedAt: archivedAt.toISOString(),
        isDemo: stored.isDemo,
        mayRemove: await this.removeConference.mayRemove(stored),
        mayClose: daysToClose(stored, this.clock.now()) !== null && conference.phase === 'after',
        refusal: refused?.refusal ?? null,
      },
    );
  }
}

const placeOf = (slug: string): string => `/organize/${encodeURIComponent(slug)}/settings`;

/** Numbers of the form; anything else is refused by the request, by its name. */
const numberIn = (form: FormFields, field: string): unknown => {
  const text = typed(form, field).trim();
  return /^\d+$/.test(text) ? Number(text) : text;
};

/** An empty field that may be empty is null. */
const orNull = (form: FormFields, field: string): string | null => typed(form, field).trim() || null;

/** The fields of the form as the API takes them. */
const changeIn = (form: FormFields, slowMode: SlowMode | null, zone: string): object => ({
  title: typed(form, 'title'),
  url: orNull(form, 'url'),
  startsOn: typed(form, 'startsOn'),
  endsOn: typed(form, 'endsOn'),
  timeZone: typed(form, 'timeZone').trim(),
  locale: typed(form, 'locale'),
  settings: {
    venue: orNull(form, 'venue'),
    screening: typed(form, 'screening'),
    guests: typed(form, 'guests'),
    ...(form['interval'] === undefined ? {} : { slowMode: typedSlowMode(form, slowMode, zone) }),
    opensHoursBefore: numberIn(form, 'opensHoursBefore'),
    readonlyAfterDays: numberIn(form, 'readonlyAfterDays'),
    archiveAfterDays: numberIn(form, 'archiveAfterDays'),
    robots: typed(form, 'robots'),
    archiveUrl: orNull(form, 'archiveUrl'),
  },
});

/** Slow mode as typed, else as stored. */
function slowIn(form: FormFields, { settings: { slowMode }, timeZone }: Conference): SettingsProps['slow'] {
  if (form['interval'] === undefined)
    return { slowMode, until: slowMode?.until ? typedInstant(timeZone, slowMode.until) : '' };
  const shown = { interval: Number(typed(form, 'interval')), reason: typed(form, 'slowReason'), until: null };
  return { slowMode: shown, until: typed(form, 'slowUntil') };
}

/** The values of the form: as typed, else as stored. */
function choiceIn(form: FormFields, conference: ConferenceShape, screening: string): SettingsChoice {
  const { settings } = conference;
  const given = (field: keyof SettingsChoice, stored: string): string =>
    form[field] === undefined ? stored : typed(form, field);
  return {
    title: given('title', conference.title),
    url: given('url', conference.url ?? ''),
    startsOn: given('startsOn', conference.startsOn),
    endsOn: given('endsOn', conference.endsOn),
    timeZone: given('timeZone', conference.timeZone),
    locale: given('locale', conference.locale),
    venue: given('venue', settings.venue ?? ''),
    screening: given('screening', screening),
    guests: given('guests', settings.guests),
    opensHoursBefore: given('opensHoursBefore', String(settings.opensHoursBefore)),
    readonlyAfterDays: given('readonlyAfterDays', String(settings.readonlyAfterDays)),
    archiveAfterDays: given('archiveAfterDays', String(settings.archiveAfterDays)),
    robots: given('robots', settings.robots),
    archiveUrl: given('archiveUrl', settings.archiveUrl ?? ''),
  };
}
