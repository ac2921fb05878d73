import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';

/** A thread that an account follows. */
export interface FollowView {
  threadId: string;
  title: string;
  conferenceTitle: string;
  /** Of its page. */
  path: string;
}

/** Most threads an account may follow: more than a programme has talks. */
const FOLLOWED_AT_MOST = 2_000;

/** Follows a thread: its answers, its recaps and links added to its talk come in the digest. */
@Injectable()
export class FollowThread {
  constructor(
    private readonly database: Database,
    private readonly threadsQueries: ThreadsQueries,
  ) {}

  /** Idempotent. Throws `not-found`. */
  async follow(accountId: string, threadId: string): Promise<void> {
    const { id } = await this.threadsQueries.getRead(threadId);
    await this.database.ask(
      `insert into thread_follows (thread_id, account_id)
       select $1, $2 where (select count(*) from thread_follows where account_id = $2) < ${FOLLOWED_AT_MOST}
       on conflict do nothing`,
      [id, accountId],
    );
  }

  /** Idempotent. Throws `not-found`. */
  async unfollow(accountId: string, threadId: string): Promise<void> {
    const { id } = await this.threadsQueries.get(threadId);
    await this.database.ask('delete from thread_follows where thread_id = $1 and account_id = $2', [id, accountId]);
  }

  /** Whether an account follows a thread, and its title. Throws `not-found`. */
  async state(accountId: string, threadId: string): Promise<{ title: string; isFollowing: boolean }> {
    const { id, title } = await this.threadsQueries.getRead(threadId);
    return { title, isFollowing: await this.isFollowing(accountId, id) };
  }

  async isFollowing(accountId: string, threadId: string): Promise<boolean> {
    const rows = await this.database.ask('select from thread_follows where thread_id = $1 and account_id = $2', [
      threadId,
      accountId,
    ]);
    return rows.length > 0;
  }

  /** Lists the threads that an account follows, by title, without those whose recap is hidden. */
  list(accountId: string): Promise<FollowView[]> {
    return this.database.ask<FollowView>(
      `select t.id "threadId", t.title, c.title "conferenceTitle", '/c/' || c.slug || '/t/' || t.slug path
       from thread_follows f
       join threads t on t.id = f.thread_id
       join conferences c on c.id = t.conference_id
       where f.account_id = $1 and t.hidden_at is null
       order by t.title, t.id limit ${FOLLOWED_AT_MOST}`,
      [accountId],
    );
  }
}
