import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AnswerStore } from '../../platform/http/answer-store.ts';
import { CachedAnswers, type CachedAnswer } from '../../platform/http/cached-answers.ts';
import type { VersionLabel } from '../../transcript/version-label.ts';
import { ResponseCache } from '../../transcript/response-cache.ts';
import { ThreadVersions } from '../../transcript/thread-versions.ts';

/** Pictures in memory, in bytes, about a hundred: those that many ask for at a time. */
const KEPT_BYTES = 4 * 1024 * 1024;

const ADDRESS = /^\/c\/[^/?]+\/t\/[^/?]+\/picture\.png$/;

/** A picture as it is sent. */
interface AnsweredPicture {
  name: string;
  png: Buffer;
}

/** Headers of a picture: its hash as ETag, and an hour in caches. */
export const headersOfPicture = (name: string): { etag: string; 'cache-control': string } => ({
  etag: `"${name}"`,
  'cache-control': 'public, max-age=3600',
});

/** Caches recent pictures as bytes while their thread has the label they were drawn from. */
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

  /** Caches the picture of an address without a query, since queries are any number of ways to write the same. */
  keep(url: string, versionLabel: VersionLabel, { name, png }: AnsweredPicture): void {
    if (!ADDRESS.test(url)) return;
    const { etag, 'cache-control': cacheControl } = headersOfPicture(name);
    const headers = { 'content-type': 'image/png', 'cache-control': cacheControl };
    this.memory.getOrCreate(url, versionLabel, (): CachedAnswer => ({ etag, headers, body: png, isPacked: true }));
  }
}
