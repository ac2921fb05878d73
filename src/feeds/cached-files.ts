import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CachedAnswers } from '../platform/http/cached-answers.ts';
import type { HttpExchange } from '../platform/http/http-exchange.ts';
import { ConferenceDocuments, type DocumentDependency } from '../transcript/conference-documents.ts';

export interface CachedFile {
  conference: string;
  type: string;
  dependsOn: DocumentDependency;
}

type Pieces = string | readonly (string | Buffer)[];
/** A file as text, and in which language where it is in one. */
export type BuiltFile = Pieces | { readonly text: string; readonly language: string };

function withLanguage(built: BuiltFile): { language: string | null; pieces: readonly (string | Buffer)[] } {
  if (typeof built === 'string') return { language: null, pieces: [built] };
  return 'text' in built ? { language: built.language, pieces: [built.text] } : { language: null, pieces: built };
}

const keyOf = (url: string): string => `file ${url}`;

/** Caches files about a conference by their address, the same bytes for all readers. */
@Injectable()
export class CachedFiles implements OnModuleInit {
  constructor(
    private readonly cachedAnswers: CachedAnswers,
    private readonly conferenceDocuments: ConferenceDocuments,
  ) {}

  onModuleInit(): void {
    this.cachedAnswers.register(({ url }) =>
      url.startsWith('/c/') ? this.conferenceDocuments.find(keyOf(url)) : null,
    );
  }

  /**
   * Sends the file of this address; `build` makes it, whole or in pieces, when the cache has none of the current
   * version.
   */
  answer(
    { request, reply }: HttpExchange,
    { conference, type, dependsOn }: CachedFile,
    build: () => Promise<BuiltFile>,
  ): Promise<void> {
    const headers = { 'content-type': `${type}; charset=utf-8`, vary: 'Accept-Encoding' };
    return this.conferenceDocuments.answer(
      { request, reply },
      { conference, key: keyOf(request.url), dependsOn },
      async () => {
        const { language, pieces } = withLanguage(await build());
        return { headers: language === null ? headers : { ...headers, 'content-language': language }, pieces };
      },
    );
  }
}
