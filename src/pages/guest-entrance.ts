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

/** The form is sent once more, with the cookie of the guest that began with it. */
export const SEND_AGAIN = 'send-again';

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
   * The actor of a form; null where an address is needed. Without a session a guest begins and gets its cookie, and the
   * browser sends the form once more with it: of two presses the first is given up by then, so that one guest acts
   * once. A browser that keeps no cookie acts at that second time. `check` refuses a form that nobody could send, so
   * that no guest begins with one. Throws `too-many-requests`, `proof-required`, and what `check` throws.
   */
  async actorFor(
    act: GuestAct,
    { path, check }: { path: ThreadPath; check?: () => Promise<void> },
    page: RequestedPage,
  ): Promise<ActorInSession | typeof SEND_AGAIN | null> {
    if (page.actor && !page.actor.isGuest) return page.actor;
    const { threadId } = await this.threadPlaces.find(path);
    const thread = await this.threadsQueries.get(threadId);
    if (!mayGuest(act, guestRightsOf(thread.settings), isLive(thread, this.clock.now()))) return null;
    if (page.actor) return page.actor;
    await check?.();
    const actor = await this.begin(page);
    return page.isSentAgain ? actor : SEND_AGAIN;
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
