import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AcceptedPage } from '../../../web/pages/accepted-page.tsx';
import { AcceptedRolePage } from '../../../web/pages/accepted-role-page.tsx';
import { ClaimPage } from '../../../web/pages/claim-page.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { addressRequired } from '../../accounts/accounts.problems.ts';
import { ClaimRequest } from '../../accounts/accounts.requests.ts';
import { BadgeChoices, type BadgeChoice } from '../../accounts/badge-choices.queries.ts';
import type { InvitedRole } from '../../accounts/invitation-rows.ts';
import { Invite } from '../../accounts/invite.ts';
import { isAddress, secretIn, secretOfInvitation } from '../../accounts/pasted-link.ts';
import { invalidRequest, sessionRequired } from '../../kernel/common.problems.ts';
import { For, SparesStanding, type ActorInSession } from '../../platform/http/access.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import type { PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { Paths } from '../paths.ts';
import { formOptions, RequestedPage } from '../requested-page.ts';
import { AcceptedInvitation } from './accepted-invitation.ts';

/** The page after an accepted invitation, and what was done on it. */
interface AcceptedState {
  talkId: string;
  refusal?: ProblemShape | null;
  /** The name that was refused. */
  name?: string | null;
  isNamed?: boolean;
}

/**
 * Claims invitations. The secret is in the link's fragment and is posted by a button, so that opening a link spends
 * nothing.
 */
@ApiExcludeController()
@Controller('claim')
@For('guest')
export class ClaimPages {
  constructor(
    private readonly invite: Invite,
    private readonly badgeChoices: BadgeChoices,
    private readonly acceptedInvitation: AcceptedInvitation,
    private readonly paths: Paths,
  ) {}

  @Get()
  read(@Query() query: PageQuery, @PageRequest() page: RequestedPage): Promise<void> {
    const [talkId, role] = [typed(query, 'talk'), typed(query, 'as')];
    if (page.actor === null || (talkId === '' && role === '')) return this.show(page, { token: '', refusal: null });
    if (talkId === '') return this.showRole(page, page.actor, { role, slug: typed(query, 'conference') });
    return this.showAccepted(page, page.actor, { talkId, isNamed: typed(query, 'done') === 'name' });
  }

  @Post()
  @SparesStanding('A right that is taken is kept from use while the sanction lasts.')
  async claim(@Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    if (typed(form, 'act') === 'name') return this.name(form, page);
    // The whole link may be pasted, or the part after its #.
    const pasted = typed(form, 'token');
    const isHidden = isAddress(pasted) && secretIn(pasted, 'claim') === null;
    const token = secretOfInvitation(pasted);
    const { done, refusal } = await page.attempt(() =>
      isHidden ? refuseHidden() : this.claimWith(page.actor, { token, personaId: typed(form, 'personaId') }),
    );
    if (refusal) return this.show(page, { token, refusal });
    page.redirect(await this.paths.afterClaim(done));
  }

  /** Changes the name of a speaker right after the invitation was accepted. */
  private async name(form: FormFields, page: RequestedPage): Promise<void> {
    const { actor } = page;
    if (!actor) throw sessionRequired();
    const talkId = typed(form, 'talk');
    const { refusal } = await page.attempt(() => this.acceptedInvitation.name(actor.accountId, talkId, form));
    if (refusal) return this.showAccepted(page, actor, { talkId, refusal, name: typed(form, 'name') });
    page.redirect(`/claim?${new URLSearchParams({ talk: talkId, done: 'name' }).toString()}`);
  }

  private async showAccepted(
    page: RequestedPage,
    { accountId }: ActorInSession,
    { talkId, refusal = null, name = null, isNamed = false }: AcceptedState,
  ): Promise<void> {
    const accepted = await this.acceptedInvitation.get(accountId, talkId);
    page.show(
      AcceptedPage,
      { titleKey: 'pages.claim.title', kind: 'claim', ...formOptions(refusal) },
      { ...accepted, refusal, typed: name, isNamed },
    );
  }

  private async showRole(
    page: RequestedPage,
    { accountId }: ActorInSession,
    { role, slug }: { role: string; slug: string },
  ): Promise<void> {
    const accepted = await this.acceptedInvitation.role(accountId, role, slug === '' ? null : slug);
    page.show(AcceptedRolePage, { titleKey: 'pages.claim.title', kind: 'claim', ...formOptions(null) }, accepted);
  }

  /** Claims an invitation; without one, chooses the persona that shows the account's existing rights. */
  private async claimWith(
    actor: ActorInSession | null,
    typedIn: { token: string; personaId: string },
  ): Promise<InvitedRole> {
    if (!actor) throw sessionRequired();
    if (actor.isGuest) throw addressRequired();
    const { token, personaId } = await readForm(ClaimRequest, typedIn, ['token', 'personaId']);
    return token === undefined
      ? this.invite.showOn(actor.accountId, personaId!)
      : this.invite.claim(token, actor.accountId, personaId);
  }

  private async show(
    page: RequestedPage,
    { token, refusal }: { token: string; refusal: ProblemShape | null },
  ): Promise<void> {
    const isChoice = refusal?.type.endsWith('/persona-choice-required') ?? false;
    const choices = page.actor === null ? [] : await this.choicesFor(page.actor.accountId, isChoice ? token : null);
    page.show(
      ClaimPage,
      { titleKey: 'pages.claim.title', kind: 'claim', status: refusal?.status },
      { refusal: isChoice ? null : refusal, token: isChoice ? token : '', choices },
    );
  }

  private async choicesFor(accountId: string, token: string | null): Promise<BadgeChoice[]> {
    return token === null
      ? this.badgeChoices.unshown(accountId)
      : this.badgeChoices.list(accountId, await this.invite.conferenceOf(token));
  }
}

/** Some mail gateways hide the link they lead to, also from the person who pastes it. */
function refuseHidden(): never {
  throw invalidRequest([
    {
      pointer: '#/token',
      detail: 'A mail filter hides our link in this address. Open it, or ask for a new invitation.',
    },
  ]);
}
