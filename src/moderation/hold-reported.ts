import { showsRight } from '../comments/recap-threads.ts';
import { Injectable } from '@nestjs/common';
import { GrantsQueries, holdsAny } from '../accounts/grants.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { DecideOnWords } from './decide-on-words.ts';
import { wordsIn, type JudgedWords } from './judged-words.ts';
import { JudgedWordsQueries, type WordsFacts } from './judged-words.queries.ts';
import { automaticHold, REPORTS_THAT_HOLD } from './moderation.policy.ts';
import { ReportersQueries } from './reporters.queries.ts';
import { NotifyHoldsStopped } from './notify-holds-stopped.ts';

/**
 * Hides a comment or recap that several people reported until a moderator has looked. Never one by a person with a role
 * here.
 */
@Injectable()
export class HoldReported {
  private turn: Promise<void> = Promise.resolve();

  // A hold depends on the author's grants, on the reporters and on their earlier holds.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly decideOnWords: DecideOnWords,
    private readonly judgedWordsQueries: JudgedWordsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly reportersQueries: ReportersQueries,
    private readonly notifyHoldsStopped: NotifyHoldsStopped,
    private readonly clock: Clock,
  ) {}

  /** After a report was written. Of simultaneous reports the last sees all, and holding is idempotent. */
  hold(words: JudgedWords): Promise<void> {
    // One after another, so that each sees earlier holds and many at once stay within the limit.
    const looked = this.turn.then(() => this.look(words));
    this.turn = looked.catch(() => undefined);
    return looked;
  }

  private async look(words: JudgedWords): Promise<void> {
    const reporters = await this.reportersQueries.of(words);
    const outcome = automaticHold(reporters);
    if (outcome === 'wait') return;
    const facts = await this.judgedWordsQueries.get(words);
    if (facts.state !== 'visible' || (await this.isOfARole(facts))) return;
    if (outcome === 'stopped') await this.notifyHoldsStopped.notify(facts.conferenceId);
    else await this.decideOnWords.hold(words, new Set(reporters.map(({ mailbox }) => mailbox)).size);
  }

  /** Completes what a crash interrupted between a report and its hold, for reports of the last hour. */
  async catchUp(): Promise<void> {
    const due = await this.database.ask<{ commentId: string | null; recapId: string | null }>(
      `select r.comment_id "commentId", r.recap_id "recapId" from reports r
       left join comments m on m.id = r.comment_id
       left join recaps a on a.id = r.recap_id
       where r.status = 'open'
         and r.confirmed_at is not null
         and coalesce(m.held_at, m.withheld_at, m.withdrawn_at, a.held_at, a.withheld_at, a.withdrawn_at) is null
       group by r.comment_id, r.recap_id
       having count(distinct r.account_id) >= $1 and max(r.confirmed_at) > $2
       order by max(r.confirmed_at) desc limit 50`,
      [REPORTS_THAT_HOLD, this.clock.ago({ hours: 1 })],
    );
    for (const row of due) await this.hold(wordsIn(row));
  }

  private async isOfARole({ accountId, conferenceId, authorRoles }: WordsFacts): Promise<boolean> {
    return (
      showsRight(authorRoles) ||
      (accountId !== null && holdsAny(await this.grantsQueries.rolesIn(accountId, conferenceId)))
    );
  }
}
