import { Injectable } from '@nestjs/common';

export interface Confirmed { codeId: string; accountId: string }

type Handler = (confirmed: Confirmed) => Promise<void>;

/** What else a code does, beside signing its owner in: a room that asked for one says so here. */
@Injectable()
export class Confirmations {
  private readonly handlers = new Map<string, Handler>();

  onConfirmed(purpose: string, handler: Handler): void {
    this.handlers.set(purpose, handler);
  }

  /** Runs after the code was spent. Its own refusals reach whoever typed the code. */
  async confirm(made: Confirmed & { purpose: string }): Promise<void> {
    await this.handlers.get(made.purpose)?.({ codeId: made.codeId, accountId: made.accountId });
  }
}
