import { Injectable } from '@nestjs/common';
import { LedgerQueries } from '../moderation/ledger.queries.ts';
import type { LedgerLine } from './archive-format.ts';
import { ArchivedLedger } from './archived-ledger.ts';

/** Reads all public decisions of a conference, with those that came with its archive. */
@Injectable()
export class WholeLedger {
  constructor(
    private readonly ledgerQueries: LedgerQueries,
    private readonly archivedLedger: ArchivedLedger,
  ) {}

  /** Newest first. */
  async list(conferenceId: string): Promise<LedgerLine[]> {
    const lines: LedgerLine[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await this.ledgerQueries.list(conferenceId, {
        limit: 100,
        ...(cursor === undefined ? {} : { cursor }),
      });
      lines.push(...page.items);
      cursor = page.next;
    }
    return [...lines, ...(await this.archivedLedger.list(conferenceId))];
  }
}
