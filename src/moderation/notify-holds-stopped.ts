import { Injectable } from '@nestjs/common';
import { Audit } from '../accounts/audit.ts';
import { Notices } from '../accounts/notices.ts';
import { PeopleQueries } from '../accounts/people.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { DecisionNotices } from './decision-notices.ts';

/**
 * Tells moderators, once an hour, that the same people reported so much that the server holds nothing more for them.
 */
@Injectable()
export class NotifyHoldsStopped {
  // The warning is an e-mail, a notice and an audit entry, at most one an hour.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly peopleQueries: PeopleQueries,
    private readonly decisionNotices: DecisionNotices,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly notices: Notices,
  ) {}

  async notify(conferenceId: string): Promise<void> {
    const deciders = await this.peopleQueries.whoDecides(conferenceId);
    await this.database.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('holds stopped ' || $1::text, 0))`, [conferenceId]);
      const earlier = await tx.query(
        `select from decision_letters where conference_id = $1 and kind = 'holds-stopped' and at > $2 limit 1`,
        [conferenceId, this.clock.ago({ hours: 1 })],
      );
      if (earlier.length > 0) return;
      for (const accountId of deciders)
        await this.decisionNotices.put(tx, { accountId, kind: 'holds-stopped', conferenceId });
      await this.audit.note(tx, { conferenceId, accountId: null, role: 'server', action: 'holds.stopped' });
    });
    this.notices.signal();
  }
}
