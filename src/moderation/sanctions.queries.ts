import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';

export interface LastingSanction {
  id: string;
  kind: 'muted' | 'suspended';
  until: string | null;
  reason: string;
  name: string | null;
  isYours: boolean;
}

/** More than any conference has; the page shows them in parts. */
const SANCTIONS_AT_MOST = 20_000;

/**
 * Lists current sanctions by the persona they were decided about. `isYours` marks those of the asking account, which
 * may not end them.
 */
@Injectable()
export class SanctionsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(conferenceId: string, accountId: string): Promise<LastingSanction[]> {
    const rows = await this.database.ask<Omit<LastingSanction, 'until'> & { until: Date | null }>(
      `select s.id, s.kind, s.until, s.reason, p.name, s.account_id = $3 "isYours"
       from standings s
       left join decisions d on d.id = s.decision_id
       left join personas p on p.id = d.persona_id
       where s.conference_id = $1
         and s.kind in ('muted', 'suspended')
         and (s.until is null or s.until > $2)
       order by s.until nulls last, s.id limit ${SANCTIONS_AT_MOST}`,
      [conferenceId, this.clock.now(), accountId],
    );
    return rows.map((row) => ({ ...row, until: row.until && row.until.toISOString() }));
  }
}
