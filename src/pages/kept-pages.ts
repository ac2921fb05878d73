import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AnswerStore } from '../platform/http/answer-store.ts';
import { etagOfHash, sendStored } from '../platform/http/send-stored.ts';
import { PageContexts, pageHeaders } from './page-contexts.ts';
import type { RequestedPage } from './requested-page.ts';

/** Most bytes of pages that are kept, compressed forms included. */
const BYTES_KEPT = 8 * 1024 * 1024;

/**
 * Keeps pages whose handler reads each time what they are made of, and draws them only where that has changed. For
 * readers without a session, who all see the same bytes; what a reader with a session sees is drawn for that reader.
 */
@Injectable()
export class KeptPages {
  private readonly store = new AnswerStore(BYTES_KEPT);

  constructor(private readonly pageContexts: PageContexts) {}

  /** Sends a page; `madeOf` names everything that its bytes depend on beside its address and its language. */
  async show(page: RequestedPage, madeOf: string, draw: () => Promise<string>): Promise<void> {
    const { request, reply } = page;
    if (page.actor !== null) return page.sendShared(await draw());
    page.mark();
    const key = `${page.locale} ${this.pageContexts.anonymousKey(request)}`;
    const known = this.store.get(key);
    if (known?.version.name === madeOf) {
      this.store.use(key, known);
      return sendStored({ request, reply }, known.answer);
    }
    const body = Buffer.from(await draw());
    const answer = {
      etag: etagOfHash(createHash('sha256').update(body).digest()),
      headers: pageHeaders(page.locale),
      body,
    };
    this.store.put(key, { name: madeOf, isCurrent: () => null }, answer);
    return sendStored({ request, reply }, answer);
  }
}
