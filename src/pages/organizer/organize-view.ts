import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OrganizePage } from '../../../web/pages/organize-page.tsx';
import type { ConferenceShape, ProblemShape } from '../../../web/components/shapes.ts';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
import { Invite } from '../../accounts/invite.ts';
import { QueueQueries } from '../../moderation/queue.queries.ts';
import { DueThreadUpdates } from '../../threads/due-thread-updates.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { typed, type FormFields } from '../forms.ts';
import { keptForm } from '../refused-form.ts';
import { grantsQueryOf, OrganizedGrants } from './organized-grants.ts';
import { OrganizedThreads, threadsQueryOf } from './organized-threads.ts';
import type { ParticipantPage } from '../requested-page.ts';

/** The result of a form of the page. */
interface OrganizeOutcome {
  refusal?: ProblemShape | null;
  invitation?: string | null;
  done?: string | null;
}

/** Draws the organizers' and moderators' page of a conference, and answers its forms. */
@Injectable()
export class OrganizePageView {
  // The page shows what six other modules know about a conference.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly queueQueries: QueueQueries,
    private readonly dueThreadUpdates: DueThreadUpdates,
    private readonly invite: Invite,
    private readonly grantsQueries: GrantsQueries,
    private readonly organizedThreads: OrganizedThreads,
    private readonly organizedGrants: OrganizedGrants,
  ) {}

  /**
   * Runs a form. A new link is shown once, on the answer itself; other results are seen on the page after a redirect.
   */
  async answer(
    page: ParticipantPage,
    slug: string,
    work: (conference: ConferenceShape) => Promise<OrganizeOutcome>,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const { done, refusal } = await page.attempt(() => work(conference), page.localeIn(conference.locale));
    if (refusal || done.invitation) return this.show(page, slug, refusal ? { refusal } : done);
    const place = placeIn(queryIn(page.request));
    // Further down in a list the row itself shows the change; a notice at the top would be out of sight.
    page.redirect(`/organize/${encodeURIComponent(slug)}${place}`, place === '' ? 'saved' : undefined);
  }

  async show(
    page: ParticipantPage,
    slug: string,
    { refusal = null, invitation = null, done = null }: OrganizeOutcome,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const roles = await this.grantsQueries.rolesIn(page.actor.accountId, conference.id);
    const [waits, progress, threads, grants, invitations] = await Promise.all([
      this.queueQueries.waits(conference.id),
      this.dueThreadUpdates.progressIn(conference.id),
      this.organizedThreads.choose(conference.id, queryIn(page.request)),
      roles.organizer ? this.organizedGrants.choose(conference.id, queryIn(page.request)) : OrganizedGrants.none(),
      roles.organizer
        ? this.invite.open(conference.id, { limit: 50, cursor: cursorOfLinks(page.request) })
        : { items: [], next: null },
    ]);
    const version = threads.items.find(({ id }) => id === typed(formIn(page.request), 'threadId'))?.version;
    page.show(
      OrganizePage,
      { title: conference.title, kind: 'organize', conference, status: refusal?.status },
      {
        conference,
        threads,
        waits,
        progress,
        refusal,
        kept: refusal && keptForm(page.request, version),
        invitation,
        done,
        grants,
        invitations,
        isOrganizer: roles.organizer,
      },
    );
  }
}

const formIn = ({ body }: FastifyRequest): FormFields => (body ?? {}) as FormFields;

/** The filters and pages chosen in the lists of the page. */
function placeIn(query: Record<string, unknown>): string {
  const [threads, grants] = [threadsQueryOf(query), grantsQueryOf(query)];
  if (threads !== '') return `${threads}#threads`;
  return grants === '' ? '' : `${grants}#grants`;
}

const queryIn = ({ query }: FastifyRequest): Record<string, unknown> => query as Record<string, unknown>;

/** The cursor in the list of links; after a form the list begins anew. */
function cursorOfLinks(request: FastifyRequest): string | undefined {
  const { cursor } = queryIn(request);
  return typeof cursor === 'string' ? cursor : undefined;
}
