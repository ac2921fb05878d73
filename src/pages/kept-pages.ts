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
      const key = request.url.startsWith('/c/') || request.url.startsWith('/embed/') ? this.frames.publicKey(request) : null;
      return key === null ? null : this.memory.find(key);
    });
  }

  /** A page of this version that others asked for at the same time, or the one that is made now; `headers`: what it is sent with. */
  give(request: FastifyRequest, label: Label, make: () => { etag: string; body: Buffer }, headers: Record<string, string> = PAGE_HEADERS): Buffer {
    const key = this.frames.publicKey(request);
    return key === null ? make().body : this.memory.give(key, label, () => ({ headers, ...make() })).body;
  }
}
