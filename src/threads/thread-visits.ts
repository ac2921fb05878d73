import { Injectable } from '@nestjs/common';

type VisitListener = (visit: { accountId: string; threadId: string }) => void;

/** Tells that an account has looked at a thread or its desk; kept nowhere. */
@Injectable()
export class ThreadVisits {
  private readonly listeners: VisitListener[] = [];

  subscribe(listener: VisitListener): void {
    this.listeners.push(listener);
  }

  note(accountId: string, threadId: string): void {
    for (const listen of this.listeners) listen({ accountId, threadId });
  }
}
