import { Injectable } from '@nestjs/common';

export interface Confirmed { codeId: string; accountId: string }

/** What came of it, for whoever typed the code; null when nothing was waiting. */
export type Outcome = { commentId: string } | null;

type Handler = (confirmed: Confirmed) => Promise<Outcome>;

/** What else a code does, beside signing its owner in: a room that asked for one says so here. */
@Injectable()
export class Confirmations {
  private readonly handlers = new Map<string, Handler>();

  onConfirmed(purpose: string, handler: Handler): void {
    this.handlers.set(purpose, handler);
  }

  /** Runs after the code was spent. Its own refusals reach whoever typed the code. */
  async confirm(made: Confirmed & { purpose: string }): Promise<Outcome> {
    return (await this.handlers.get(made.purpose)?.({ codeId: made.codeId, accountId: made.accountId })) ?? null;
  }
}
