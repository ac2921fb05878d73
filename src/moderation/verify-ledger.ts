import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import type { Decision } from './decision.entity.ts';
import { BEGINNING, follow, hashOfWords, type ChainEnd } from './ledger-chain.ts';

/** A head that was kept elsewhere, from an e-mail or an export. */
export interface SavedHead {
  slug: string;
  n: number;
  hash: string;
}

export interface LedgerVerification {
  slug: string;
  decisions: number;
  head: string;
  faults: string[];
}

const AT_ONCE = 1_000;

const COLUMNS = `d.id, d.conference_id "conferenceId", d.n, d.thread_id "threadId", d.comment_id "commentId",
    d.persona_id "personaId", d.kind, d.rule, d.reason, d.role, d.actor_account_id "actorAccountId",
    d.reverses_id "reversesId", d.until, d.is_public "isPublic", d.is_automated "isAutomated",
    d.is_from_report "isFromReport", d.appeal_id "appealId", d.waiting_since "waitingSince", d.at,
    d.recap_id "recapId", d.words_hash "wordsHash", d.previous_hash "previousHash", d.hash`;

type VerifiedRow = Decision & { salt: Buffer | null; words: string | null };

/**
 * Verifies every conference's decisions from the first: finds a changed byte (of a decision or its words), a missing
 * row, a cut end. A chain that was rewritten with its head is found by a kept head.
 */
@Injectable()
export class VerifyLedger {
  constructor(private readonly database: Database) {}

  async verify(kept: readonly SavedHead[] = []): Promise<LedgerVerification[]> {
    const conferences = await this.database.ask<{ id: string; slug: string }>(
      'select id, slug from conferences order by slug',
    );
    const verified: LedgerVerification[] = [];
    for (const { id, slug } of conferences)
      verified.push(
        await this.one(
          id,
          slug,
          kept.filter((head) => head.slug === slug),
        ),
      );
    const known = new Set(conferences.map(({ slug }) => slug));
    return [
      ...verified,
      ...kept
        .filter(({ slug }) => !known.has(slug))
        .map(({ slug, n, hash }) => ({
          slug,
          decisions: 0,
          head: hash,
          faults: [`the conference is gone, with its ${n} decisions`],
        })),
    ];
  }

  private async one(conferenceId: string, slug: string, kept: readonly SavedHead[]): Promise<LedgerVerification> {
    const faults: string[] = [];
    const hashes = new Map<number, string>();
    let end: ChainEnd = BEGINNING;
    let decisions = 0;
    for (let rows = await this.after(conferenceId, 0); rows.length > 0; rows = await this.after(conferenceId, end.n)) {
      for (const row of rows) {
        const { fault, end: next } = follow(end, row);
        if (fault !== null) faults.push(fault);
        if (
          row.words !== null &&
          row.salt !== null &&
          !(row.wordsHash?.equals(hashOfWords(row.salt, row.words)) ?? false)
        )
          faults.push(`the words kept with decision ${row.n} were changed`);
        if (kept.some(({ n }) => n === row.n)) hashes.set(row.n, row.hash.toString('hex'));
        end = next;
        decisions += 1;
      }
    }
    const [head = BEGINNING] = await this.database.ask<ChainEnd>(
      'select n, hash from ledger_heads where conference_id = $1',
      [conferenceId],
    );
    if (head.n > end.n) faults.push(`the end is cut: ${head.n} decisions were made, ${end.n} are here`);
    else if (head.n < end.n || !head.hash.equals(end.hash))
      faults.push('the last decision is not the one the head names');
    for (const { n, hash } of kept) {
      if (n > 0 && hashes.get(n) !== hash.toLowerCase())
        faults.push(
          n > end.n
            ? `the end is cut: decision ${n} is in the kept head and not here`
            : `decision ${n} is not the one of the kept head: the chain was written anew`,
        );
    }
    return { slug, decisions, head: end.hash.toString('hex'), faults };
  }

  private after(conferenceId: string, n: number): Promise<VerifiedRow[]> {
    return this.database.ask<VerifiedRow>(
      `select ${COLUMNS}, w.salt, w.words from decisions d
       left join decision_words w on w.decision_id = d.id
       where d.conference_id = $1 and d.n > $2
       order by d.n limit ${AT_ONCE}`,
      [conferenceId, n],
    );
  }
}
