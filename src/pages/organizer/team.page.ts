import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { TeamPage, type AlreadySent } from '../../../web/pages/team-page.tsx';
import type { InvitingChoice } from '../../../web/pages/inviting-form.tsx';
import type { ConferenceShape, ProblemShape } from '../../../web/components/shapes.ts';
import { InvitationBatchRequest, InvitationRequest } from '../../accounts/accounts.requests.ts';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
import { InvitationText } from '../../accounts/invitation-text.ts';
import { InvitePeople } from '../../accounts/invite-people.ts';
import { Invite } from '../../accounts/invite.ts';
import { OpenInvitations } from '../../accounts/open-invitations.queries.ts';
import { RevokeGrant } from '../../accounts/revoke-grant.ts';
import type { ReminderCounts } from '../../accounts/send-invitations.ts';
import { invalidRequest, notFound } from '../../kernel/common.problems.ts';
import { conferenceIn, For, noteChangedNothing } from '../../platform/http/access.ts';
import { PressOnce } from '../../sessions/press-once.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { readFields, readForm, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { OrganizedGrants, grantsQueryOf } from './organized-grants.ts';
import { OrganizedThreads } from './organized-threads.ts';
import { pastedAddresses, type PastedAddress } from './typed-addresses.ts';

/** The result of a form of the page; a new link is shown once, on the answer itself. */
interface TeamOutcome {
  refusal?: ProblemShape | null;
  link?: string | null;
  form?: FormFields;
  /** Whether the e-mail is shown before it is sent. */
  isPreview?: boolean;
  /** Lines that were sent the same before, and the number of e-mails to the others. */
  already?: AlreadySent[];
  sent?: number;
  /** Whether each address gets its first e-mail. */
  isSent?: boolean;
  reminded?: ReminderCounts | null;
}

/** The people of a conference: who organizes, moderates and speaks, and their invitations by e-mail or by a link. */
@ApiExcludeController()
@Controller('organize/:conference')
@For('organizer', conferenceIn('conference'))
export class TeamPages {
  // One page joins rights and invitations with the forms that make and end them.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly organizedGrants: OrganizedGrants,
    private readonly organizedThreads: OrganizedThreads,
    private readonly invite: Invite,
    private readonly openInvitations: OpenInvitations,
    private readonly invitePeople: InvitePeople,
    private readonly invitationText: InvitationText,
    private readonly grantsQueries: GrantsQueries,
    private readonly revokeGrant: RevokeGrant,
    private readonly pressOnce: PressOnce,
  ) {}

  @Get('team')
  read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, slug, {});
  }

  /** Makes a link to be sent by hand. */
  @Post('invitations')
  make(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.answer(page, slug, async ({ id }) => {
      const asked = await readForm(InvitationRequest, form, ['role', 'talkId', 'name']);
      const { accountId } = page.actor;
      const make = (): Promise<string> => this.invitePeople.one({ conferenceId: id, actorId: accountId }, asked);
      return { link: await this.pressOnce.press({ accountId, form }, make) };
    });
  }

  /** Mails an invitation to each typed address, or shows the e-mail first. */
  @Post('invitations/emails')
  mail(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.answer(
      page,
      slug,
      async ({ id }) => {
        const pasted = pastedAddresses(typed(form, 'addresses'));
        this.demandAddresses(pasted);
        const { people } = await readFields(InvitationBatchRequest, { people: peopleIn(form, pasted) });
        if (typed(form, 'do') === 'preview') {
          noteChangedNothing(page.request);
          return { form, isPreview: true };
        }
        const sent = await this.invitePeople.many({ conferenceId: id, actorId: page.actor.accountId }, people);
        const already = sent.flatMap(({ person, alreadyAt }) =>
          alreadyAt === null ? [] : [{ line: pasted[person]!.line, at: alreadyAt.toISOString() }],
        );
        return already.length === 0 ? { isSent: true } : { already, sent: sent.length - already.length, form };
      },
      form,
    );
  }

  @Post('invitations/cancelled')
  cancel(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.answer(page, slug, async ({ id }) => {
      await this.invite.cancel(id, typed(form, 'invitationId'), page.actor.accountId);
      return {};
    });
  }

  @Post('grants')
  revoke(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.answer(page, slug, async ({ id }) => {
      const grantId = typed(form, 'grantId');
      if ((await this.grantsQueries.conferenceOf(grantId)) !== id) throw notFound();
      await this.revokeGrant.revoke(page.actor.accountId, grantId);
      return {};
    });
  }

  /** Reminds those who were invited to moderate or organize and have not come; the answer says how many. */
  @Post('invitations/reminders')
  remind(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.answer(page, slug, async ({ id }) => ({
      reminded: await this.invitePeople.remindTeam({ conferenceId: id, actorId: page.actor.accountId }),
    }));
  }

  /** Throws `invalid-request`, which quotes no address: it says the line. */
  private demandAddresses(pasted: readonly PastedAddress[]): void {
    const wrong = pasted.filter(({ email }) => !this.invitePeople.isAddress(email)).map(({ line }) => line);
    if (wrong.length > 0)
      throw invalidRequest(
        [...new Set(wrong)].map((line) => ({
          pointer: '#/addresses',
          detail: `Line ${line} has something that is no e-mail address.`,
        })),
      );
  }

  private async answer(
    page: ParticipantPage,
    slug: string,
    work: (conference: ConferenceShape) => Promise<TeamOutcome>,
    form: FormFields = {},
  ): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const { done, refusal } = await page.attempt(() => work(conference), page.localeIn(conference.locale));
    if (refusal) return this.show(page, slug, { refusal, form });
    if (done.link || done.isPreview || done.already || done.reminded) return this.show(page, slug, done);
    const query = grantsQueryOf(page.request.query as Record<string, unknown>);
    const said = done.isSent ? 'invitations-sent' : 'saved';
    page.redirect(
      `/organize/${encodeURIComponent(slug)}/team${query}${query && '#grants'}`,
      query === '' ? said : undefined,
    );
  }

  private async show(
    page: ParticipantPage,
    slug: string,
    { refusal = null, link = null, form = {}, isPreview = false, already = [], sent = 0, reminded = null }: TeamOutcome,
  ): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const query = page.request.query as Record<string, unknown>;
    const choice = choiceIn(form);
    const { cursor } = query;
    const [{ talks }, grants, invitations, email] = await Promise.all([
      this.organizedThreads.choose(conference, {}),
      this.organizedGrants.choose(conference.id, query),
      this.openInvitations.list(conference.id, { limit: 50, cursor: typeof cursor === 'string' ? cursor : undefined }),
      isPreview ? this.invitationText.preview(conference.id, { role: choice.role, talkIds: [choice.talkId] }) : null,
    ]);
    page.show(
      TeamPage,
      { title: conference.title, kind: 'team', conference, ...formOptions(refusal) },
      { conference, talks, grants, invitations, link, choice, email, already, sent, reminded, refusal },
    );
  }
}

/** Everybody on a line of the form, with its role and its talk. */
const peopleIn = (form: FormFields, pasted: readonly PastedAddress[]): object[] =>
  pasted.map(({ email }) => ({
    email,
    role: typed(form, 'role'),
    talkIds: typed(form, 'talkId') === '' ? [] : [typed(form, 'talkId')],
  }));

const choiceIn = (form: FormFields): InvitingChoice => ({
  addresses: typed(form, 'addresses'),
  role: typed(form, 'role') || 'moderator',
  talkId: typed(form, 'talkId'),
});
