import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { emptyDraft, type Draft } from '../../../web/components/thread-props.ts';
import { words } from '../../../locales/catalogues.ts';
import type { Locale } from '../../../locales/words.ts';
import type { Comment, Conference, Sort, Talk, Thread } from '../../../web/components/shapes.ts';
import { ThreadPage } from '../../../web/pages/thread-page.tsx';
import { sessionRequired } from '../../kernel/common.problems.ts';
import { BuildId } from '../../platform/build-id.ts';
import {
  Actor,
  AsksStanding,
  conferenceIn,
  For,
  SparesStanding,
  VerbAsksStanding,
  type ActorInSession,
} from '../../platform/http/access.ts';
import { answeredAsUnchanged } from '../../platform/http/conditional.ts';
import { etagOf } from '../../transcript/label.ts';
import { Credentials } from '../../sessions/credentials.ts';
import { plainWords } from '../../transcript/search-words.ts';
import { Transcript } from '../../transcript/transcript.ts';
import { Forms, passOnChallenge, typed, type Form } from '../forms.ts';
import { Frames } from '../page-context.ts';
import { KeptPages } from '../kept-pages.ts';
import { render } from '../render.ts';
import { aboutDiscussion, aboutTalk } from './structured-data.ts';
import { islandOf, ThreadPageView, type Personal } from '../thread-view.ts';
import { TakingPart } from './thread-forms.ts';

type Asked = Record<string, string | undefined>;

/** A field given twice is no field. */
const plain = (query: Record<string, unknown>): Asked =>
  Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
interface Place {
  conference: string;
  thread: string;
}
interface Visit {
  at: Place;
  asked: Asked;
  actor: ActorInSession | null;
  request: FastifyRequest;
  reply: FastifyReply;
}

const SORTS: readonly string[] = ['oldest', 'newest', 'top'];

/** A thread's page: readable, pageable and writable without a script; each form posts to the thread's own address. */
@ApiExcludeController()
@Controller('c/:conference/t/:thread')
@For('guest')
export class ThreadPages {
  constructor(
    private readonly threadPageView: ThreadPageView,
    private readonly takingPart: TakingPart,
    private readonly transcript: Transcript,
    private readonly keptPages: KeptPages,
    private readonly frames: Frames,
    private readonly forms: Forms,
    private readonly buildId: BuildId,
    private readonly credentials: Credentials,
  ) {}

  @Get()
  async read(
    @Param() at: Place,
    @Query() query: Record<string, unknown>,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = plain(query);
    const draft: Draft = {
      ...emptyDraft(),
      replyTo: asked['reply'] ?? null,
      kind: asked['kind'] === 'question' ? 'question' : 'comment',
      step: asked['step'] === 'code' ? 'code' : 'write',
    };
    if (actor === null && request.headers['if-none-match']) {
      const { threadId } = await this.threadPageView.find(at.conference, at.thread);
      if (
        this.isUnchanged(
          { request, reply },
          etagOf(this.buildId.text, this.frames.localeOf(request), await this.transcript.label(threadId)),
        )
      )
        return void reply.send();
    }
    if (asked['quote'] && draft.replyTo)
      draft.body = quotationOf(await this.threadPageView.said(at.conference, at.thread, draft.replyTo));
    if (actor !== null && asked['edit'])
      Object.assign(draft, { editing: asked['edit'], body: await this.takingPart.sourceOf(actor, asked['edit']) });
    await this.show({ at, asked, actor, request, reply }, draft);
  }

  @Post()
  @VerbAsksStanding()
  async write(
    @Param() at: Place,
    @Body() form: Form,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.threadPageView.find(at.conference, at.thread);
    const locale = this.frames.localeOf(request);
    const visitor = this.credentials.askingVisitor(request);
    const { done, refusal } = await this.forms.attempt(locale, () =>
      actor ? this.takingPart.post(actor, found, form) : this.takingPart.ask(found, form, { locale, visitor }),
    );
    passOnChallenge(refusal);
    if (refusal)
      return this.show(
        { at, asked: {}, actor, request, reply },
        {
          ...emptyDraft(),
          body: typed(form, 'body'),
          name: typed(form, 'name'),
          replyTo: typed(form, 'parentId') || null,
          kind: typed(form, 'kind') === 'question' ? 'question' : 'comment',
          anonymous: typed(form, 'anonymous') !== '',
          refusal,
        },
        refusal.status,
      );
    if (!actor) for (const cookie of visitor.cookies) void reply.header('set-cookie', cookie);
    void reply.redirect(`${hereOf(at)}${done}`, 303);
  }

  @Post('edits')
  @VerbAsksStanding()
  async edit(
    @Param() at: Place,
    @Body() form: Form,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { refusal } = await this.forms.attempt(this.frames.localeOf(request), () =>
      this.takingPart.edit(demand(actor), form),
    );
    if (refusal)
      return this.show(
        { at, asked: {}, actor, request, reply },
        { ...emptyDraft(), body: typed(form, 'body'), editing: typed(form, 'commentId'), refusal },
        refusal.status,
      );
    void reply.redirect(`${hereOf(at)}?comment=${encodeURIComponent(typed(form, 'commentId'))}`, 303);
  }

  @Post('votes')
  @VerbAsksStanding()
  async vote(
    @Param() at: Place,
    @Body() form: Form,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { refusal } = await this.forms.attempt(this.frames.localeOf(request), () =>
      this.takingPart.vote(demand(actor), typed(form, 'commentId'), typed(form, 'vote') !== 'off'),
    );
    if (refusal)
      return this.show({ at, asked: {}, actor, request, reply }, { ...emptyDraft(), refusal }, refusal.status);
    void reply.redirect(`${hereOf(at)}#c-${encodeURIComponent(typed(form, 'commentId'))}`, 303);
  }

  @Post('kinds')
  @AsksStanding(conferenceIn('conference'))
  async changeKind(
    @Param() at: Place,
    @Body() form: Form,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { refusal } = await this.forms.attempt(this.frames.localeOf(request), () =>
      this.takingPart.setKind(demand(actor), form),
    );
    if (refusal)
      return this.show({ at, asked: {}, actor, request, reply }, { ...emptyDraft(), refusal }, refusal.status);
    void reply.redirect(`${hereOf(at)}#c-${encodeURIComponent(typed(form, 'commentId'))}`, 303);
  }

  @Post('withdrawals')
  @SparesStanding('People can always take back what they said.')
  async withdraw(
    @Param() at: Place,
    @Body() form: Form,
    @Actor() actor: ActorInSession | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { refusal } = await this.forms.attempt(this.frames.localeOf(request), () =>
      this.takingPart.withdraw(demand(actor), typed(form, 'commentId')),
    );
    if (refusal)
      return this.show({ at, asked: {}, actor, request, reply }, { ...emptyDraft(), refusal }, refusal.status);
    void reply.redirect(hereOf(at), 303);
  }

  private async show({ at, asked, actor, request, reply }: Visit, draft: Draft, status = 200): Promise<void> {
    const sort = (SORTS.includes(asked['sort'] ?? '') ? asked['sort'] : 'oldest') as Sort;
    const { conference, talk, thread, page, label, questions, hasRecap, isOneVersion } = await this.threadPageView.read(
      at.conference,
      at.thread,
      { sort, cursor: asked['cursor'], comment: asked['comment'] },
    );
    const personal: Personal | null = actor && (await this.threadPageView.personal(actor, thread));
    const locale = this.frames.localeOf(request, conference.locale);
    const facts = {
      thread,
      here: hereOf(at),
      sort,
      mine: personal?.mine ?? null,
      personas: personal?.personas ?? [],
      questions,
      archiveUrl: conference.settings.archiveUrl,
    };
    const isWhole = !asked['comment'] && !asked['cursor'];
    const island = isWhole
      ? islandOf({ ...facts, page, timeZone: conference.timeZone, locale, conferenceId: conference.id })
      : null;
    this.frames.mark(request, reply);
    void reply.status(status);
    const frame = this.frames.of(request, {
      title: thread.title,
      kind: 'thread',
      isSignedIn: actor !== null,
      conference,
      island,
      machines: this.machines({ at, asked, locale, conference, thread, talk, comments: page.items }),
    });
    const draw = (): Buffer =>
      Buffer.from(render(ThreadPage, { frame, conference, talk, page, props: facts, draft, isWhole, hasRecap }));
    // A form with words in it is for who asked: no number of the thread names them.
    if (actor !== null || status !== 200 || draft.body !== '' || !isOneVersion) return void reply.send(draw());
    const etag = etagOf(this.buildId.text, locale, label);
    const html = this.keptPages.give(request, label, () => ({ etag, body: draw() }));
    void reply.send(this.isUnchanged({ request, reply }, etag) ? undefined : html);
  }

  /** What programs read of it; a page further on is a page of its own. */
  private machines({
    at,
    asked,
    locale,
    ...about
  }: {
    at: Place;
    asked: Asked;
    locale: Locale;
    conference: Conference;
    thread: Thread;
    talk: Talk | null;
    comments: readonly Comment[];
  }) {
    const [here, say] = [hereOf(at), words(locale)];
    const path =
      asked['cursor'] && !asked['sort']
        ? `${here}?${new URLSearchParams({ cursor: asked['cursor'] }).toString()}`
        : here;
    const facts = {
      ...about,
      base: this.frames.base,
      page: this.frames.base + here,
      nobody: say('pages.thread.nobody'),
    };
    const { thread, talk, conference } = about;
    const description = talk?.abstractHtml
      ? excerptOf(plainWords(talk.abstractHtml))
      : say('pages.thread.about', { title: thread.title, conference: conference.title });
    return {
      path,
      shared: {
        title: thread.title,
        description,
        site: conference.title,
        picture: `${facts.page}/picture.png`,
        locale,
      },
      data: [aboutDiscussion(facts), aboutTalk(facts) ?? []].flat(),
      feeds: [
        { href: `${here}/feed.atom`, type: 'application/atom+xml', title: about.thread.title },
        { href: `${here}/feed.json`, type: 'application/feed+json', title: about.thread.title },
        {
          href: `${here}/feed.atom?kind=answer`,
          type: 'application/atom+xml',
          title: `${about.thread.title} · ${say('pages.answersFeed')}`,
        },
        {
          href: `/oembed?url=${encodeURIComponent(facts.page)}`,
          type: 'application/json+oembed',
          title: about.thread.title,
        },
      ],
    };
  }

  private isUnchanged({ request, reply }: { request: FastifyRequest; reply: FastifyReply }, etag: string): boolean {
    this.frames.mark(request, reply);
    return answeredAsUnchanged(request, reply, etag);
  }
}

const hereOf = ({ conference, thread }: Place): string =>
  `/c/${encodeURIComponent(conference)}/t/${encodeURIComponent(thread)}`;

/** A comment's words as the beginning of an answer to them. */
const quotationOf = (comment: Comment | null): string =>
  comment
    ? `${plainWords(comment.html)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')}\n\n`
    : '';

/** As much as search engines and other sites show beside a link. */
const excerptOf = (text: string): string =>
  [...text].length <= 200
    ? text
    : `${[...text]
        .slice(0, 200)
        .join('')
        .replace(/\s+\S*$/, '')} …`;

function demand(actor: ActorInSession | null): ActorInSession {
  if (!actor) throw sessionRequired();
  return actor;
}
