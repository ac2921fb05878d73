import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Locale } from '../../../locales/words.ts';
import { OverviewPage, type CheckShape, type OverviewProps } from '../../../web/pages/overview-page.tsx';
import type { FindingShape } from '../../../web/pages/server-findings.tsx';
import type { ConferenceShape, ThreadShape } from '../../../web/components/shapes.ts';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
import { PeopleQueries } from '../../accounts/people.queries.ts';
import { TeamQueries } from '../../accounts/team.queries.ts';
import { Doctor } from '../../ops/doctor.ts';
import { factsIn } from '../../ops/finding-facts.ts';
import type { Finding } from '../../ops/finding.policy.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { DueThreadUpdates } from '../../threads/due-thread-updates.ts';
import { AcrossThreads } from '../../transcript/across-threads.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';

/** Most threads of the list of the most active ones. */
const ACTIVE_SHOWN = 8;

/** The first of a conference's organizers' pages: what waits, figures, and what is left to do before it opens. */
@ApiExcludeController()
@Controller('organize/:conference')
@For('moderator', conferenceIn('conference'))
export class OrganizePages {
  // The overview shows what seven other modules know about a conference and its server.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly acrossThreads: AcrossThreads,
    private readonly dueThreadUpdates: DueThreadUpdates,
    private readonly grantsQueries: GrantsQueries,
    private readonly peopleQueries: PeopleQueries,
    private readonly teamQueries: TeamQueries,
    private readonly doctor: Doctor,
  ) {}

  @Get()
  async read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const roles = await this.grantsQueries.rolesIn(page.actor.accountId, conference.id);
    const [figures, active, progress, checks, server] = await Promise.all([
      this.acrossThreads.figures(conference.id),
      this.programmeListing.discussed(conference.id, ACTIVE_SHOWN),
      this.dueThreadUpdates.progressIn(conference.id),
      roles.organizer ? this.checksOf(conference) : [],
      roles.organizer ? this.serverFor(page.actor.accountId, page.locale) : null,
    ]);
    page.show(
      OverviewPage,
      { title: conference.title, kind: 'organize', conference },
      { conference, figures, active: active as ThreadShape[], progress, checks, server },
    );
  }

  /** Reads the faults and doubts of the server for those who organize every conference. */
  private async serverFor(accountId: string, locale: Locale): Promise<OverviewProps['server']> {
    if (!(await this.grantsQueries.isOrganizerEverywhere(accountId))) return null;
    const findings = await this.doctor.findings();
    return { findings: findings?.map((each) => shapeOf(each, locale)) ?? null };
  }

  /** Lists an organizer's tasks before a conference opens, in this order, each with whether it is done. */
  private async checksOf({ id, counts, brand }: ConferenceShape): Promise<CheckShape[]> {
    const [{ settings }, deciders, speakers] = await Promise.all([
      this.programmeQueries.getConference(id),
      this.peopleQueries.deciders(id),
      this.teamQueries.speakersIn(id),
    ]);
    const { contact } = settings;
    return [
      { name: 'programme', isDone: counts.talks > 0, count: counts.talks },
      { name: 'rules', isDone: (contact?.text ?? '') !== '' || (contact?.url ?? null) !== null, count: 0 },
      { name: 'appearance', isDone: brand.accent !== null || brand.logoUrl !== null, count: 0 },
      { name: 'moderators', isDone: deciders > 1, count: deciders },
      { name: 'speakers', isDone: speakers.without === 0 && counts.talks > 0, count: speakers.without },
      { name: 'posters', isDone: false, count: counts.talks },
    ];
  }
}

const shapeOf = (finding: Finding, locale: Locale): FindingShape => ({
  name: `${finding.subject}.${finding.state}`,
  level: finding.level === 'wrong' ? 'wrong' : 'doubtful',
  facts: factsIn(locale, finding),
});
