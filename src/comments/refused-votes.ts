import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Problem } from '../kernel/problem.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import type { RefusalOfVote } from './refused-vote.entity.ts';

const KEEP_EVERY_MS = 10_000;
/** Most people that are told apart: enough to say that there were five. */
const PEOPLE_TOLD_APART = 5;

const REASONS: Readonly<Record<string, RefusalOfVote>> = {
  'vote-own': 'own',
  'thread-closed': 'closed',
  'comment-gone': 'gone',
  'account-suspended': 'not-allowed',
  'account-muted': 'not-allowed',
  'guest-not-allowed': 'not-allowed',
};

/** Refusals that are not yet written down. */
interface Refusals {
  readonly threadId: string;
  readonly reason: RefusalOfVote;
  /** Of the first. */
  readonly at: Date;
  readonly accounts: string[];
}

/** The conference of a thread, and its day. */
interface RefusalPlace {
  threadId: string;
  conferenceId: string;
  day: string;
}

/**
 * Counts refused votes by conference, day and reason. Accounts are told apart in memory, for a day and up to five, and
 * only their number is written down.
 */
@Injectable()
export class RefusedVotes implements BeforeApplicationShutdown {
  private refusals = new Map<string, Refusals>();
  /** The accounts that were told apart, by conference and reason, on its last day. */
  private readonly people = new Map<string, { day: string; accounts: Set<string> }>();
  private readonly keepNow: () => Promise<void>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    recurringTasks: RecurringTasks,
  ) {
    this.keepNow = recurringTasks.add({
      name: 'comments/note-refused-votes',
      does: 'Writes down how many votes were refused, and why.',
      everyMs: KEEP_EVERY_MS,
      run: () => this.keep(),
    });
  }

  /** Notes the refusal of a vote; any other error is none. */
  note(error: unknown, threadId: string, accountId: string): void {
    const reason = error instanceof Problem ? REASONS[error.kind.slug] : undefined;
    if (reason === undefined) return;
    this.add({ threadId, reason, at: this.clock.now(), accounts: [accountId] });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.keepNow();
  }

  private async keep(): Promise<void> {
    const noted = [...this.refusals.values()];
    if (noted.length === 0) return;
    this.refusals = new Map();
    while (noted.length > 0) {
      try {
        await this.write(noted[0]!);
      } catch (error) {
        for (const left of noted) this.add(left);
        throw error;
      }
      noted.shift();
    }
  }

  private add({ threadId, reason, at, accounts }: Refusals): void {
    const key = `${threadId} ${reason}`;
    const known = this.refusals.get(key);
    if (known) known.accounts.push(...accounts);
    else this.refusals.set(key, { threadId, reason, at, accounts });
  }

  private async write({ threadId, reason, at, accounts }: Refusals): Promise<void> {
    const [place] = await this.database.ask<RefusalPlace>(
      `select t.id "threadId", c.id "conferenceId", ($2 at time zone c.time_zone)::date::text "day"
         from threads t
         join conferences c on c.id = t.conference_id
         where t.id = $1`,
      [threadId, at],
    );
    // A thread may be gone with its conference.
    if (!place) return;
    await this.database.ask(
      `insert into refused_votes as r (conference_id, day, reason, times, people)
         select id, $2, $3, $4, $5 from conferences where id = $1
         on conflict (conference_id, day, reason) do update
         set times = r.times + excluded.times, people = greatest(r.people, excluded.people)`,
      [place.conferenceId, place.day, reason, accounts.length, this.peopleWith(accounts, place, reason)],
    );
  }

  /** Number of people that this node has told apart on the day, with these. */
  private peopleWith(accounts: readonly string[], { conferenceId, day }: RefusalPlace, reason: RefusalOfVote): number {
    const key = `${conferenceId} ${reason}`;
    const before = this.people.get(key);
    const known = before?.day === day ? before.accounts : new Set<string>();
    for (const account of accounts) if (known.size < PEOPLE_TOLD_APART) known.add(account);
    this.people.set(key, { day, accounts: known });
    return known.size;
  }
}
