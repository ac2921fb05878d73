import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RecapEditorPage } from '../../../web/pages/recap-editor-page.tsx';
import type { ProblemDocument } from '../../../web/components/shapes.ts';
import { invalidRequest } from '../../kernel/common.problems.ts';
import { Actor, AsksStanding, conferenceIn, For, type ActorInSession } from '../../platform/http/access.ts';
import { RecapRequest } from '../../recap/recap.requests.ts';
import { Recaps, titleOf, type RecapPlace } from '../../recap/recaps.ts';
import { WriteRecap } from '../../recap/write-recap.ts';
import { Forms, typed, type Form } from '../forms.ts';
import { Frames } from '../page-context.ts';
import { draftIn, idInLink, moved, type RecapDraft } from './recap-draft.ts';
import { RecapPageView, type RecapPath } from '../reader/recap-view.ts';
import { render } from '../render.ts';

interface Shown {
  place: RecapPlace;
  draft: RecapDraft;
  thread: string;
  request: FastifyRequest;
  reply: FastifyReply;
  refusal?: ProblemDocument | null;
  isSaved?: boolean;
}

/**
 * Where a recap is written. Nothing is saved but by the two buttons that say so; every other one carries the text
 * along.
 */
@ApiExcludeController()
@Controller('c/:conference')
@For('participant')
export class RecapEditorPages {
  constructor(
    private readonly recaps: Recaps,
    private readonly writeRecap: WriteRecap,
    private readonly recapPageView: RecapPageView,
    private readonly frames: Frames,
    private readonly forms: Forms,
  ) {}

  @Get(['recap/edit', 't/:thread/recap/edit'])
  async open(
    @Param() path: RecapPath,
    @Query() asked: Record<string, unknown>,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = await this.enter(path, actor);
    const versions = await this.recaps.versions(place);
    const chosen = versions.find(({ version }) => String(version) === asked['version']) ?? versions[0];
    const { markdown, items } = chosen
      ? await this.recaps.get(place, { isWriter: true, version: chosen.version })
      : { markdown: '', items: [] };
    return this.show({
      place,
      draft: { markdown, items },
      thread: '',
      request,
      reply,
      isSaved: asked['saved'] === 'draft',
    });
  }

  @Post(['recap/edit', 't/:thread/recap/edit'])
  @AsksStanding(conferenceIn('conference'))
  async act(
    @Param() path: RecapPath,
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = await this.enter(path, actor);
    const act = typed(form, 'act');
    const draft = draftIn(form);
    const shown = { place, draft, thread: typed(form, 'thread'), request, reply };
    const locale = this.frames.localeOf(request, place.conference.locale);
    if (act === 'draft' || act === 'publish') {
      const { refusal } = await this.forms.attempt(locale, async () =>
        this.writeRecap.write(place, await this.forms.whole(RecapRequest, { ...draft, published: act === 'publish' })),
      );
      if (refusal) return this.show({ ...shown, refusal });
      return void reply.redirect(act === 'publish' ? place.path : `${place.path}/edit?saved=draft`, 303);
    }
    const { done, refusal } = await this.forms.attempt(locale, () => this.change(place, draft, form));
    return this.show({ ...shown, draft: done ?? draft, refusal });
  }

  private async change(place: RecapPlace, draft: RecapDraft, form: Form): Promise<RecapDraft> {
    const act = typed(form, 'act');
    if (act.startsWith('add:')) return this.recapPageView.withAnswer(place, draft, act.slice('add:'.length));
    if (act !== 'link') return moved(draft, act);
    const id = idInLink(typed(form, 'link'));
    if (id === null)
      throw invalidRequest([{ pointer: '#/link', detail: 'Paste the link of a comment: its time leads to it.' }]);
    return this.recapPageView.withAnswer(place, draft, id);
  }

  private async enter(path: RecapPath, actor: ActorInSession): Promise<RecapPlace> {
    const place = await this.recapPageView.find(path);
    await this.recaps.demandWriter(actor.accountId, place);
    return place;
  }

  private async show({ place, draft, thread, request, reply, refusal = null, isSaved = false }: Shown): Promise<void> {
    const threads = await this.recapPageView.threadsOf(place);
    const looked = place.thread ?? threads.find(({ slug }) => slug === thread) ?? threads[0];
    const items = await this.recapPageView.quoted(draft);
    const kept = { markdown: draft.markdown, items: items.map(({ id }) => id) };
    const [parts, candidates, versions] = await Promise.all([
      this.recapPageView.partsOf(kept),
      looked ? this.recapPageView.candidates(looked.id, kept) : [],
      this.recaps.versions(place),
    ]);
    const title = titleOf(place);
    const { conference } = place;
    const frame = this.frames.of(request, { title, kind: 'recap-editor', isSignedIn: true, conference });
    this.frames.mark(request, reply);
    void reply
      .status(refusal?.status ?? 200)
      .header('cache-control', 'no-store')
      .send(
        render(RecapEditorPage, {
          frame,
          title,
          here: place.path,
          discussion: place.path.replace(/\/recap$/, ''),
          refusal,
          isSaved,
          markdown: draft.markdown,
          items,
          parts,
          candidates,
          threads,
          thread: looked?.slug ?? '',
          versions,
        }),
      );
  }
}
