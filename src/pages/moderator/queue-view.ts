import { Injectable } from '@nestjs/common';
import type { BulkChoice } from '../../../web/pages/queue-bulk-form.tsx';
import { QueuePage, QUEUES } from '../../../web/pages/queue-page.tsx';
import type { ConferenceShape, ProblemShape } from '../../../web/components/shapes.ts';
import { GrantsQueries, moderatedTalks } from '../../accounts/grants.queries.ts';
import { PeopleQueries } from '../../accounts/people.queries.ts';
import { Clock } from '../../kernel/clock.ts';
import { QueueQueries } from '../../moderation/queue.queries.ts';
import type { QueueKind } from '../../moderation/queue-statement.ts';
import { YearlyFigures } from '../../moderation/yearly-figures.ts';
import { typed, type FormFields } from '../forms.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { choicesIn } from './queue-bulk.ts';

/** Days over which the median time to a decision is computed. */
const MEDIAN_OVER_DAYS = 90;

/** The requested queue; held comments without a known name. */
export const queueIn = ({ kind }: Record<string, unknown>): QueueKind => QUEUES.find((each) => each === kind) ?? 'held';

/** The ticks and reasons of a refused form of several, so that they stay. */
const bulkIn = (form: FormFields | undefined): BulkChoice => ({
  ids: choicesIn(form),
  rule: typed(form, 'rule'),
  reason: typed(form, 'reason'),
});

interface QueuePlace {
  conference: ConferenceShape;
  slug: string;
  kind: QueueKind;
}

/** Draws the page of a queue, and answers its forms. */
@Injectable()
export class QueuePageView {
  constructor(
    private readonly queueQueries: QueueQueries,
    private readonly yearlyFigures: YearlyFigures,
    private readonly grantsQueries: GrantsQueries,
    private readonly peopleQueries: PeopleQueries,
    private readonly clock: Clock,
  ) {}

  /** Runs a form of the queue; shows the queue again with a refusal. */
  async answer(
    page: ParticipantPage,
    { conference, slug, kind }: QueuePlace,
    work: () => Promise<void>,
  ): Promise<void> {
    const { refusal } = await page.attempt(work);
    if (refusal) return this.show(page, conference, { kind }, refusal);
    page.redirect(`/organize/${encodeURIComponent(slug)}/queue?kind=${kind}`, 'done');
  }

  async show(
    page: ParticipantPage,
    conference: ConferenceShape,
    { kind, cursor }: { kind: QueueKind; cursor?: string | undefined },
    refusal: ProblemShape | null = null,
  ): Promise<void> {
    const { accountId } = page.actor;
    const roles = await this.grantsQueries.rolesIn(accountId, conference.id);
    const talkIds = moderatedTalks(roles);
    const [{ items, next }, medianMinutes, deciders] = await Promise.all([
      this.queueQueries.list(conference.id, { kind, limit: 20, cursor, accountId, talkIds }),
      this.yearlyFigures.medianMinutes(conference.id, this.clock.ago({ days: MEDIAN_OVER_DAYS })),
      kind === 'appeals' ? this.peopleQueries.deciders(conference.id) : 2,
    ]);
    page.show(
      QueuePage,
      { title: conference.title, kind: 'queue', conference, ...formOptions(refusal) },
      {
        conference,
        kind,
        items,
        next,
        medianMinutes,
        isAlone: deciders < 2,
        maySanction: roles.organizer || roles.moderator,
        bulk: bulkIn(refusal === null ? {} : (page.request.body as FormFields)),
        refusal,
      },
    );
  }
}
