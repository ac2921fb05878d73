import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CachedAnswers, type CachedRequest } from '../platform/http/cached-answers.ts';
import type { HttpExchange } from '../platform/http/http-exchange.ts';
import { ConferenceDocuments, type ConferenceDocument } from './conference-documents.ts';
import { jsonHeaders, jsonKey } from './public-answer.ts';

/** Queries that are common enough to be cached. */
const COMMON_QUERY = /^\?limit=(?:20|50|100)$/;

const keyOf = (asked: CachedRequest): string => `json ${jsonKey(asked)}`;

/** Caches the API's lists of a conference by their address, the same bytes for all readers. */
@Injectable()
export class CachedLists implements OnModuleInit {
  constructor(
    private readonly cachedAnswers: CachedAnswers,
    private readonly conferenceDocuments: ConferenceDocuments,
  ) {}

  onModuleInit(): void {
    this.cachedAnswers.register((asked) =>
      asked.url.startsWith('/api/v1/conferences/') ? this.conferenceDocuments.find(keyOf(asked)) : null,
    );
  }

  /**
   * Sends the list of this address; `read` makes it when the cache has none of the current version. Throws `not-found`,
   * and what `read` throws.
   */
  async answer(
    { request, reply }: HttpExchange,
    list: Pick<ConferenceDocument, 'conference' | 'dependsOn' | 'moment' | 'mayBuild'>,
    read: () => Promise<{ next: string | null }>,
  ): Promise<void> {
    const query = request.url.indexOf('?');
    const isSearched = query !== -1 && !COMMON_QUERY.test(request.url.slice(query));
    const wanted = { ...list, key: keyOf(request), isSearched };
    const build = async (): Promise<{ headers: Record<string, string>; pieces: string[] }> => {
      const page = await read();
      return { headers: jsonHeaders(request, page.next), pieces: [JSON.stringify(page)] };
    };
    await this.conferenceDocuments.answer({ request, reply }, wanted, build);
  }
}
