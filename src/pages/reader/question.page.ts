import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { plainText } from '../../../web/components/plain-text.ts';
import { AnswersPage } from '../../../web/pages/answers-page.tsx';
import { QuestionPage } from '../../../web/pages/question-page.tsx';
import { BuildId } from '../../platform/build-id.ts';
import { Config } from '../../platform/config/settings.ts';
import { Actor, For, type ActorInSession } from '../../platform/http/access.ts';
import { answeredAsUnchanged } from '../../platform/http/conditional.ts';
import { etagOf, type Label } from '../../transcript/label.ts';
import { Frames } from '../page-context.ts';
import { KeptPages } from '../kept-pages.ts';
import { render } from '../render.ts';
import { ThreadPageView } from '../thread-view.ts';

interface Visit {
  actor: ActorInSession | null;
  request: FastifyRequest;
  reply: FastifyReply;
  locale: 'fr' | 'en';
}

/** What was asked and answered, each pair under an address of its own: made of public rows alone. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread')
@For('guest')
export class QuestionPages {
  constructor(
    private readonly threadPageView: ThreadPageView,
    private readonly keptPages: KeptPages,
    private readonly frames: Frames,
    private readonly buildId: BuildId,
    private readonly config: Config,
  ) {}

  @Get('q/:id')
  async one(
    @Param() at: { conference: string; thread: string; id: string },
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { conference, thread, label, question, answer } = await this.threadPageView.question(
      at.conference,
      at.thread,
      at.id,
    );
    const here = `/c/${encodeURIComponent(conference.slug)}/t/${encodeURIComponent(thread.slug)}`;
    const frame = this.frames.of(request, {
      title: plainText(question.html),
      kind: 'question',
      isSignedIn: actor !== null,
      conference,
    });
    const html = render(QuestionPage, {
      frame,
      thread,
      question,
      answer,
      here,
      address: `${this.config.publicUrl}${here}/q/${question.id}`,
    });
    this.answer({ actor, request, reply, locale: frame.locale }, html, label);
  }

  @Get('answers')
  async all(
    @Param() at: { conference: string; thread: string },
    @Query() query: Record<string, unknown>,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const cursor = typeof query['cursor'] === 'string' && query['cursor'] !== '' ? query['cursor'] : undefined;
    const { conference, thread, label, items, next } = await this.threadPageView.answered(
      at.conference,
      at.thread,
      cursor,
    );
    const here = `/c/${encodeURIComponent(conference.slug)}/t/${encodeURIComponent(thread.slug)}`;
    const frame = this.frames.of(request, {
      title: thread.title,
      kind: 'answers',
      isSignedIn: actor !== null,
      conference,
    });
    this.answer(
      { actor, request, reply, locale: frame.locale },
      render(AnswersPage, { frame, thread, items, next, here }),
      label,
    );
  }

  /** A page for everybody is kept as long as the thread's number is the confirmed one. */
  private answer({ actor, request, reply, locale }: Visit, html: string, label: Label | null): void {
    this.frames.mark(request, reply);
    if (actor !== null || label === null) return void reply.send(html);
    const etag = etagOf(this.buildId.text, locale, label);
    const body = this.keptPages.give(request, label, () => ({ etag, body: Buffer.from(html) }));
    void reply.send(answeredAsUnchanged(request, reply, etag) ? undefined : body);
  }
}
