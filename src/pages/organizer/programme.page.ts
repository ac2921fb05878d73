import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { TalkEditorPage, type TalkChoice } from '../../../web/pages/talk-editor-page.tsx';
import type { ConferenceShape, ProblemShape, TalkShape } from '../../../web/components/shapes.ts';
import { ManageProgramme } from '../../imports/manage-programme.ts';
import { FreeNames } from '../../kernel/free-names.ts';
import { slugOf } from '../../kernel/slug.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { instantIn, isDay, isoIn } from '../../kernel/zone.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { TalkChangeRequest, TalkRequest } from '../../programme/talk.requests.ts';
import { PressOnce } from '../../sessions/press-once.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { lines, readFields, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { OrganizedProgramme } from './organized-programme.ts';

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
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly manageProgramme: ManageProgramme,
    private readonly organizedProgramme: OrganizedProgramme,
    private readonly pressOnce: PressOnce,
  ) {}

  @Get('programme')
  read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.organizedProgramme.show(page, slug, {});
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
    const { id, timeZone } = await this.programmeQueries.getConference(slug);
    const add = async () => {
      const names = new FreeNames(await this.programmeQueries.slugsOf(id));
      const asked = { ...talkIn(form, timeZone, null), slug: names.claim(slugOf(typed(form, 'title'), 'talk')) };
      return this.manageProgramme.createTalk(slug, await readFields(TalkRequest, asked));
    };
    const { refusal } = await page.attempt(() => this.pressOnce.press({ accountId: page.actor.accountId, form }, add));
    if (refusal) return this.showTalk(page, slug, null, { form, refusal });
    page.redirect(`${programmeOf(slug)}?q=${encodeURIComponent(typed(form, 'title'))}`, 'saved');
  }

  @Get('programme/:talk')
  async edit(@Param() { conference, talk }: TalkPath, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.showTalk(page, conference, talk, { form: {}, refusal: null });
  }

  @Post('programme/:talk')
  async save(
    @Param() { conference: slug, talk: id }: TalkPath,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.programmeQueries.getConference(slug);
    const talk = await this.talkOf(conference.id, id);
    const { refusal } = await page.attempt(async () => {
      const asked = await readFields(TalkChangeRequest, changesIn(form, talk, conference.timeZone));
      const precondition = preconditionOfForm(form['version']);
      if (Object.keys(asked).length > 0) await this.manageProgramme.changeTalk(id, asked, precondition);
    });
    if (refusal) return this.showTalk(page, slug, id, { form, refusal });
    page.redirect(programmeOf(slug), 'saved');
  }

  /** A talk of this conference. Throws `not-found`. */
  private async talkOf(conferenceId: string, id: string): Promise<TalkShape> {
    const talk = (await this.programmeListing.talkInVersion(id)).view;
    const thread = talk.threadId === null ? null : await this.programmeListing.thread(talk.threadId);
    if (thread?.conferenceId !== conferenceId) throw notFound();
    return talk as TalkShape;
  }

  private async showTalk(
    page: ParticipantPage,
    slug: string,
    id: string | null,
    { form, refusal }: { form: FormFields; refusal: ProblemShape | null },
  ): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const talk = id === null ? null : await this.talkOf(conference.id, id);
    const version = id === null ? '' : (await this.programmeListing.talkInVersion(id)).version;
    page.show(
      TalkEditorPage,
      { title: conference.title, kind: 'talk-editor', conference, ...formOptions(refusal) },
      { conference, talk, version, choice: choiceIn(form, talk, conference.timeZone), refusal },
    );
  }
}

const programmeOf = (slug: string): string => `/organize/${encodeURIComponent(slug)}/programme`;

/** When a talk begins by the form's day and time, in the conference's zone; null without a day. */
function startIn(form: FormFields, timeZone: string): string | null {
  const [day, time] = [typed(form, 'day').trim(), typed(form, 'time').trim()];
  if (day === '') return null;
  // What is no day or time stays as it is, so that the request refuses it by its name.
  return isDay(day) && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)
    ? isoIn(timeZone, instantIn(timeZone, day, time))
    : `${day} ${time}`;
}

const numberOr = (text: string): unknown => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : text);

/** The fields of the form as the API takes them. */
const talkIn = (form: FormFields, timeZone: string, talk: TalkShape | null) => ({
  title: typed(form, 'title'),
  subtitle: typed(form, 'subtitle'),
  startsAt: startIn(form, timeZone),
  durationMinutes: numberOr(typed(form, 'durationMinutes') || '0'),
  room: typed(form, 'room'),
  track: typed(form, 'track'),
  language: typed(form, 'language'),
  status: form['cancelled'] === undefined ? 'confirmed' : 'cancelled',
  doNotRecord: form['doNotRecord'] !== undefined,
  url: typed(form, 'url').trim() || null,
  speakers: lines(typed(form, 'speakers')).map((name) => ({ name })),
  links: linksIn(form, 'links', talk),
  attachments: linksIn(form, 'attachments', talk),
  licence: typed(form, 'licence'),
  ...(typed(form, 'abstract').trim() === '' ? {} : { abstract: typed(form, 'abstract').replace(/\r\n/g, '\n') }),
});

/** Only what differs from the talk, because what is changed by hand wins over later imports. */
function changesIn(form: FormFields, talk: TalkShape, timeZone: string): object {
  const asked = talkIn(form, timeZone, talk);
  const now: Record<string, unknown> = { ...talk, speakers: talk.speakers.map(({ name }) => ({ name })) };
  return Object.fromEntries(
    Object.entries(asked).filter(([name, value]) =>
      name === 'startsAt'
        ? timeOf(value as string | null) !== timeOf(talk.startsAt)
        : JSON.stringify(value) !== JSON.stringify(now[name]),
    ),
  );
}

type TalkLinks = TalkShape['links'];

/** A line for each link: its address, then what it is shown as. */
const linesOf = (links: TalkLinks): string =>
  links.map(({ url, title }) => (title === '' || title === url ? url : `${url} ${title}`)).join('\n');

/** The links of the form; one that is there already keeps what it is called and its kind. */
function linksIn(form: FormFields, name: 'links' | 'attachments', talk: TalkShape | null): TalkLinks {
  const stored = new Map((talk?.[name] ?? []).map((link) => [linesOf([link]), link]));
  return lines(typed(form, name)).map((line) => {
    const [url = ''] = line.split(/\s+/, 1);
    const title = line.slice(url.length).trim();
    return stored.get(line) ?? ({ ...(title === '' ? {} : { title }), url } as TalkLinks[number]);
  });
}

const timeOf = (at: string | null): number | null => (at === null ? null : Date.parse(at));

/** The values of the form: as typed, else as stored. */
function choiceIn(form: FormFields, talk: TalkShape | null, timeZone: string): TalkChoice {
  const isTyped = form['title'] !== undefined;
  const start = talk?.startsAt ? isoIn(timeZone, new Date(talk.startsAt)) : '';
  const given = (field: string, stored: string): string => (isTyped ? typed(form, field) : stored);
  return {
    title: given('title', talk?.title ?? ''),
    subtitle: given('subtitle', talk?.subtitle ?? ''),
    day: given('day', start.slice(0, 10)),
    time: given('time', start.slice(11, 16)),
    durationMinutes: given('durationMinutes', String(talk?.durationMinutes ?? 30)),
    room: given('room', talk?.room ?? ''),
    track: given('track', talk?.track ?? ''),
    language: given('language', talk?.language ?? ''),
    url: given('url', talk?.url ?? ''),
    speakers: given('speakers', (talk?.speakers ?? []).map(({ name }) => name).join('\n')),
    abstract: given('abstract', ''),
    links: given('links', linesOf(talk?.links ?? [])),
    attachments: given('attachments', linesOf(talk?.attachments ?? [])),
    licence: given('licence', talk?.licence ?? ''),
    isCancelled: isTyped ? form['cancelled'] !== undefined : talk?.status === 'cancelled',
    doNotRecord: isTyped ? form['doNotRecord'] !== undefined : (talk?.doNotRecord ?? false),
  };
}
