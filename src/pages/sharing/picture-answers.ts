import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AnswerStore } from '../../platform/http/answer-store.ts';
import { CachedAnswers, type CachedAnswer } from '../../platform/http/cached-answers.ts';
import type { Label } from '../../transcript/label.ts';
import { ResponseCache } from '../../transcript/response-cache.ts';
import { ThreadVersions } from '../../transcript/thread-versions.ts';

/** Bytes of pictures in memory, about a hundred: those that many ask for at a time. */
const KEPT_BYTES = 4 * 1024 * 1024;

const ADDRESS = /^\/c\/[^/?]+\/t\/[^/?]+\/picture\.png$/;

/** A picture as it is answered. */
interface Named {
  name: string;
  png: Buffer;
}

/** How a picture is sent: named by what it shows, and a cache may rely on it for an hour. */
export const headersOfPicture = (name: string): { etag: string; 'cache-control': string } => ({
  etag: `"${name}"`,
  'cache-control': 'public, max-age=3600',
});

/** Pictures asked for lately, given as bytes while their thread is the version they were drawn of. */
@Injectable()
export class PictureAnswers implements OnModuleInit {
  private readonly memory: ResponseCache;

  constructor(
    private readonly cachedAnswers: CachedAnswers,
    threadVersions: ThreadVersions,
  ) {
    this.memory = new ResponseCache(new AnswerStore(KEPT_BYTES), threadVersions);
  }

  onModuleInit(): void {
    this.cachedAnswers.register(({ url }) => (url.endsWith('/picture.png') ? this.memory.find(url) : null));
  }

  /**
   * Keeps the picture at an address; one with a query is another way to write the same, of which there are any number.
   */
  keep(url: string, label: Label, { name, png }: Named): void {
    if (!ADDRESS.test(url)) return;
    const { etag, 'cache-control': cacheControl } = headersOfPicture(name);
    const headers = { 'content-type': 'image/png', 'cache-control': cacheControl };
    this.memory.getOrCreate(url, label, (): CachedAnswer => ({ etag, headers, body: png, isPacked: true }));
  }
}
