import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ReadyAnswers } from '../platform/http/ready-answers.ts';
import type { Label } from '../transcript/label.ts';
import { Memory } from '../transcript/memory.ts';
import { Frames, PAGE_HEADERS } from './frames.ts';

/** Threads' pages for readers who are nobody in particular, kept by language and address as long as their number is the confirmed one. */
@Injectable()
export class KeptPages implements OnModuleInit {
  constructor(private readonly ready: ReadyAnswers, private readonly memory: Memory, private readonly frames: Frames) {}

  onModuleInit(): void {
    this.ready.register((request) => {
      const key = request.url.startsWith('/c/') ? this.frames.publicKey(request) : null;
      return key === null ? null : this.memory.find(key);
    });
  }

  keep(request: FastifyRequest, page: { label: Label; etag: string; body: Buffer }): void {
    const key = this.frames.publicKey(request);
    if (key !== null) this.memory.keep(key, page.label, { etag: page.etag, headers: PAGE_HEADERS, body: page.body });
  }
}
