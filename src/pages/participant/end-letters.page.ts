import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnsubscribePage } from '../../../web/pages/unsubscribe-page.tsx';
import { EndLetters } from '../../accounts/end-letters.ts';
import { For, SparesStanding } from '../../platform/http/access.ts';
import { Frames } from '../page-context.ts';
import { render } from '../render.ts';

/**
 * Where a letter’s last line leads, and where mail programs post “unsubscribe” themselves (RFC 8058). Every link is
 * answered alike.
 */
@ApiExcludeController()
@Controller('letters/end')
@For('reader')
export class EndLettersPages {
  constructor(
    private readonly endLetters: EndLetters,
    private readonly frames: Frames,
  ) {}

  @Get()
  ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.show(request, reply, false);
  }

  @Post()
  @SparesStanding('Which e-mails people get is theirs to set.')
  @HttpCode(200)
  async press(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.endLetters.end(tokenIn(request));
    this.show(request, reply, true);
  }

  private show(request: FastifyRequest, reply: FastifyReply, isDone: boolean): void {
    const frame = this.frames.of(request, { title: '', kind: 'end-letters', isSignedIn: false });
    this.frames.mark(request, reply);
    void reply.send(
      render(UnsubscribePage, {
        frame: { ...frame, title: frame.say('pages.endLetters.title') },
        token: tokenIn(request),
        isDone,
      }),
    );
  }
}

function tokenIn({ query }: FastifyRequest): string {
  const { of: token } = query as Record<string, unknown>;
  return typeof token === 'string' ? token : '';
}
