import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import type { ActorInSession, RequestWithActor } from '../platform/http/access.ts';
import { guestRightsOf, mayGuest, type GuestAct } from '../programme/guests.policy.ts';
import { BeginGuest } from '../sessions/begin-guest.ts';
import { Credentials } from '../sessions/credentials.ts';
import { isLive } from '../threads/thread.policy.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import type { RequestedPage } from './requested-page.ts';
import { ThreadPlaces, type ThreadPath } from './thread-places.ts';

/** Lets a browser without a session take part by a form, as a guest, where the conference allows it. */
@Injectable()
export class GuestEntrance {
  constructor(
    private readonly threadPlaces: ThreadPlaces,
    private readonly threadsQueries: ThreadsQueries,
    private readonly beginGuest: BeginGuest,
    private readonly credentials: Credentials,
    private readonly clock: Clock,
  ) {}

  /**
   * The actor of a form, perhaps a guest that begins with it and gets the cookie; null where an address is needed.
   * `check` refuses a form that nobody could send, so that no guest begins with one. Throws `too-many-requests`,
   * `proof-required`, and what `check` throws.
   */
  async actorFor(
    act: GuestAct,
    { path, check }: { path: ThreadPath; check?: () => Promise<void> },
    page: RequestedPage,
  ): Promise<ActorInSession | null> {
    if (page.actor && !page.actor.isGuest) return page.actor;
    const { threadId } = await this.threadPlaces.find(path);
    const thread = await this.threadsQueries.get(threadId);
    if (!mayGuest(act, guestRightsOf(thread.settings), isLive(thread, this.clock.now()))) return null;
    if (page.actor) return page.actor;
    await check?.();
    return this.begin(page);
  }

  private async begin({ request, reply, locale }: RequestedPage): Promise<ActorInSession> {
    const { token, accountId, sessionId, begunAt } = await this.beginGuest.begin(
      this.credentials.visitor(request),
      locale,
    );
    const actor = { accountId, sessionId, begunAt, isGuest: true };
    void reply.header('set-cookie', this.credentials.setCookie(token));
    // So that what is drawn next, also beside a refusal, is the guest's own page.
    (request as RequestWithActor).actor = actor;
    return actor;
  }
}
