import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AnswerStore } from '../../platform/http/answer-store.ts';
import { ReadyAnswers, type ReadyAnswer } from '../../platform/http/ready-answers.ts';
import type { Label } from '../../transcript/label.ts';
import { Memory } from '../../transcript/memory.ts';
import { Numbers } from '../../transcript/numbers.ts';

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
  private readonly memory: Memory;

  constructor(
    private readonly readyAnswers: ReadyAnswers,
    numbers: Numbers,
  ) {
    this.memory = new Memory(new AnswerStore(KEPT_BYTES), numbers);
  }

  onModuleInit(): void {
    this.readyAnswers.register(({ url }) => (url.endsWith('/picture.png') ? this.memory.find(url) : null));
  }

  /**
   * Keeps the picture at an address; one with a query is another way to write the same, of which there are any number.
   */
  keep(url: string, label: Label, { name, png }: Named): void {
    if (!ADDRESS.test(url)) return;
    const { etag, 'cache-control': cacheControl } = headersOfPicture(name);
    const headers = { 'content-type': 'image/png', 'cache-control': cacheControl };
    this.memory.give(url, label, (): ReadyAnswer => ({ etag, headers, body: png, isPacked: true }));
  }
}
