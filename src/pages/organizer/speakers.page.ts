import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SpeakersPage, type MailedSpeakers } from '../../../web/pages/speakers-page.tsx';
import type { SpeakerChoice } from '../../../web/pages/speakers-section.tsx';
import type { ConferenceShape, ProblemShape } from '../../../web/components/shapes.ts';
import { GiveSpeakerAddresses } from '../../accounts/give-speaker-addresses.ts';
import { InvitationText } from '../../accounts/invitation-text.ts';
import { InviteSpeakers } from '../../accounts/invite-speakers.ts';
import { InvitedSpeakers, type InvitedSpeaker } from '../../accounts/invited-speakers.queries.ts';
import { SpeakerLinks } from '../../accounts/speaker-links.ts';
import { SpeakerInvitationsRequest } from '../../accounts/speakers.requests.ts';
import { conferenceIn, For, noteChangedNothing } from '../../platform/http/access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { choiceIn, countsOf, holdsWords, listPart, pageNumberIn, wordsIn } from './list-part.ts';
import { addressesIn } from './typed-addresses.ts';

/** The result of a form of the page. */
interface SpeakersOutcome {
  refusal?: ProblemShape | null;
  mailed?: MailedSpeakers | null;
  form?: FormFields;
}

/** Most names that the form of addresses begins with. */
const NAMES_AT_MOST = 200;

/** The speakers of a conference: their addresses, their e-mails and their links. */
@ApiExcludeController()
@Controller('organize/:conference')
@For('organizer', conferenceIn('conference'))
export class SpeakersPages {
  // One page joins the speakers with their addresses, their e-mails and their links.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly invitedSpeakers: InvitedSpeakers,
    private readonly giveSpeakerAddresses: GiveSpeakerAddresses,
    private readonly inviteSpeakers: InviteSpeakers,
    private readonly invitationText: InvitationText,
    private readonly speakerLinks: SpeakerLinks,
  ) {}

  @Get('speakers')
  read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, slug, {});
  }

  /** Keeps typed addresses, a speaker on each line; lines without an address are left out. */
  @Post('speakers/addresses')
  async giveAddresses(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const { refusal } = await page.attempt(async () => {
      const speakers = await this.invitedSpeakers.all(conference.id);
      await this.giveSpeakerAddresses.give(conference.id, addressesIn(typed(form, 'addresses'), speakers));
    });
    if (refusal) return this.show(page, slug, { refusal, form });
    page.redirect(`/organize/${encodeURIComponent(slug)}/speakers`, 'saved');
  }

  /** Mails invitations, reminders or a test; the answer says to how many, and who got nothing twice. */
  @Post('speakers/invitations')
  async mail(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const place = { conferenceId: conference.id, actorId: page.actor.accountId };
    const { done, refusal } = await page.attempt(async (): Promise<MailedSpeakers> => {
      const { kind } = await readForm(SpeakerInvitationsRequest, form, ['kind']);
      if (kind === 'reminder') return { kind, alreadyAt: null, ...(await this.inviteSpeakers.remind(place)) };
      if (kind === 'test') {
        await this.inviteSpeakers.sendTest(place);
        noteChangedNothing(page.request);
        return { kind, sent: 1, alreadySent: 0, alreadyAt: null };
      }
      const { sent, alreadySent, alreadyAt } = await this.inviteSpeakers.send(place);
      return { kind, sent, alreadySent, alreadyAt: alreadyAt && alreadyAt.toISOString() };
    });
    return this.show(page, slug, refusal ? { refusal } : { mailed: done });
  }

  /** Links to be sent with a mail program, the same ones each time. */
  @Post('speaker-links')
  async linksForSpeakers(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    const { id } = await this.programmeListing.conference(slug);
    const rows = await this.speakerLinks.list(id, page.actor.accountId);
    void page.reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="speaker-links.csv"')
      .send(`${rows.join('\r\n')}\r\n`);
  }

  private async show(
    page: ParticipantPage,
    slug: string,
    { refusal = null, mailed = null, form = {} }: SpeakersOutcome,
  ): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const all = await this.invitedSpeakers.all(conference.id);
    const first = all.find(({ state }) => state !== 'taken') ?? all[0];
    const email = await this.invitationText.preview(conference.id, {
      role: 'speaker',
      talkIds: first?.talks.map(({ id }) => id) ?? [],
    });
    const without = all.filter(({ state }) => state === 'none' || state === 'returned');
    page.show(
      SpeakersPage,
      { title: conference.title, kind: 'team', conference, ...formOptions(refusal) },
      {
        conference,
        speakers: chosenAmong(all, page.request.query as Record<string, unknown>),
        counts: {
          ready: all.filter(({ state }) => state === 'ready').length,
          waiting: all.filter(({ state, isMailed }) => state !== 'taken' && isMailed).length,
          none: without.length,
        },
        addresses: typed(form, 'addresses') || namesOf(without),
        email,
        mailed,
        refusal,
      },
    );
  }
}

/** By the query fields `who`, `state` and `page`; other values are ignored. */
function chosenAmong(all: readonly InvitedSpeaker[], query: Record<string, unknown>): SpeakerChoice {
  const [who, state] = [wordsIn(query['who']), choiceIn(query['state'])];
  const isNamed = holdsWords(who);
  const named = who === '' ? all : all.filter(({ name }) => isNamed(name));
  const found = state === '' ? named : named.filter((speaker) => speaker.state === state);
  const { items, ...part } = listPart(found, all.length, pageNumberIn(query['page']));
  return {
    ...part,
    items: items.map(({ id, name, talks, state: fares, mailedAt }) => ({
      id,
      name,
      talks: talks.map((talk) => ({ id: talk.id, title: talk.title })),
      state: fares,
      mailedAt: mailedAt && mailedAt.toISOString(),
    })),
    chosen: { who, state },
    states: countsOf(named.map((speaker) => speaker.state)),
  };
}

/** A line for each, to which only the address has to be added. */
const namesOf = (speakers: readonly InvitedSpeaker[]): string =>
  speakers
    .slice(0, NAMES_AT_MOST)
    .map(({ name }) => `${name}, `)
    .join('\n');
