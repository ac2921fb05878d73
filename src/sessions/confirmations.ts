import { Injectable } from '@nestjs/common';

export interface Confirmed {
  codeId: string;
  accountId: string;
}

/** What came of it, for whoever typed the code: a comment, or a page of this site; null when nothing was waiting. */
export type Outcome = { commentId: string } | { place: string } | null;

type Handler = (confirmed: Confirmed) => Promise<Outcome>;
type Writer = (codeId: string, locale: 'fr' | 'en') => Promise<string | null>;

/** What else a code does, beside signing its owner in: a room that asked for one says so here. */
@Injectable()
export class Confirmations {
  private readonly handlers = new Map<string, Handler>();
  private readonly writers = new Map<string, Writer>();

  onConfirmed(purpose: string, handler: Handler): void {
    this.handlers.set(purpose, handler);
  }

  /**
   * What the letter with the code says below it. Asked when the letter leaves, which may be on another node than asked
   * for it.
   */
  onLetter(purpose: string, writer: Writer): void {
    this.writers.set(purpose, writer);
  }

  async letterOf({
    id,
    purpose,
    locale,
  }: {
    id: string;
    purpose: string;
    locale: 'fr' | 'en';
  }): Promise<string | null> {
    return (await this.writers.get(purpose)?.(id, locale)) ?? null;
  }

  /** Runs after the code was spent. Its own refusals reach whoever typed the code. */
  async confirm(made: Confirmed & { purpose: string }): Promise<Outcome> {
    return (await this.handlers.get(made.purpose)?.({ codeId: made.codeId, accountId: made.accountId })) ?? null;
  }
}
