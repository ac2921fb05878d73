import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentType } from 'preact';
import type { Locale } from '../../locales/words.ts';
import type { DoneMessage } from '../../web/pages/page-context.ts';
import type { TeamLinksShape } from '../../web/pages/page-context.ts';
import type { PageContext } from '../../web/pages/page.tsx';
import type { ProblemShape } from '../../web/components/shapes.ts';
import { secretToken } from '../kernel/ids.ts';
import type { ActorInSession, RequestWithActor } from '../platform/http/access.ts';
import { answeredAsUnchanged } from '../platform/http/conditional.ts';
import { attempt, type Attempt } from './forms.ts';
import type { PageConference, PageContextOptions, PageContexts } from './page-contexts.ts';
import { render } from './render.ts';

/** A page's own part of its context; whether a reader is signed in is known. */
interface RequestedPageOptions extends Omit<PageContextOptions, 'title' | 'isSignedIn'> {
  title?: string;
  /** The catalogue key of a title. */
  titleKey?: string;
  isSignedIn?: boolean;
}

/** The form in which a page is sent. */
interface ShowOptions extends RequestedPageOptions {
  /** 200 without one. */
  status?: number | undefined;
  /** Value of `cache-control`; none without one. */
  cache?: string;
}

/** The facts found around every page before its handler runs. */
interface PageSurroundings {
  team: TeamLinksShape | null;
  /** For pages that are not of a conference. */
  around: PageConference | null;
}

/** The query of a form that is sent once more. */
const AGAIN = 'again';

/** A request for a page as its handler gets it: actor, language, and the ways to answer. */
export class RequestedPage<A extends ActorInSession | null = ActorInSession | null> {
  constructor(
    private readonly pageContexts: PageContexts,
    readonly request: FastifyRequest,
    readonly reply: FastifyReply,
    private readonly surroundings: PageSurroundings = { team: null, around: null },
  ) {}

  get actor(): A {
    return ((this.request as RequestWithActor).actor ?? null) as A;
  }

  get locale(): Locale {
    return this.localeIn();
  }

  /** The reader's language; `fallback`, the conference's, when they asked for neither of ours. */
  localeIn(fallback?: Locale): Locale {
    return this.pageContexts.localeOf(this.request, fallback);
  }

  /** The address of this forum. */
  get base(): string {
    return this.pageContexts.base;
  }

  /** The same request, answered with a page of a conference that its address does not name. */
  inTeam(team: TeamLinksShape): RequestedPage<A> {
    return new RequestedPage<A>(this.pageContexts, this.request, this.reply, { ...this.surroundings, team });
  }

  context({ title = '', titleKey, isSignedIn = this.actor !== null, ...options }: RequestedPageOptions): PageContext {
    const { team, around } = this.surroundings;
    const shown = { title, isSignedIn, conference: around, ...options };
    const isOwn = options.conference !== undefined && options.conference !== null;
    const once = this.actor === null ? {} : { onceKey: secretToken() };
    const context = { ...this.pageContexts.of(this.request, shown), ...once, team, saysZone: !isOwn };
    return titleKey === undefined ? context : { ...context, title: context.say(titleKey) };
  }

  /** Sets the headers of every page. */
  mark(): void {
    this.pageContexts.mark(this.request, this.reply);
  }

  /** Draws a page and sends it. */
  show<P extends { context: PageContext }>(
    component: ComponentType<P>,
    { status = 200, cache, ...options }: ShowOptions,
    props: Omit<P, 'context'>,
  ): void {
    const html = render(component, { context: this.context(options), ...props } as P);
    this.mark();
    if (cache !== undefined) void this.reply.header('cache-control', cache);
    void this.reply.status(status).send(html);
  }

  /**
   * Sends a page: without a session with its hash as ETag, since it has the same bytes for all; with one, as private.
   */
  sendShared(html: string): void {
    this.mark();
    const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
    if (this.actor === null && answeredAsUnchanged(this.request, this.reply, etag)) void this.reply.send();
    else void this.reply.send(html);
  }

  /** Sets the validators of a public page; true when 304 is the whole answer. */
  isUnchanged(etag: string): boolean {
    this.mark();
    return answeredAsUnchanged(this.request, this.reply, etag);
  }

  /** Redirects after a form (303, which is followed with GET); `said` is the notice at the top of the next page. */
  redirect(path: string, said?: DoneMessage): void {
    void this.reply.redirect(said ? withSaid(path, said) : path, 303);
  }

  /** Sends a reader to a page that is the right one for now (302); no cache keeps it. */
  turnTo(path: string): void {
    void this.reply.header('cache-control', 'no-store').redirect(path, 302);
  }

  /** Whether the form of this request was sent once more, see `sendAgain`. */
  get isSentAgain(): boolean {
    return new URL(this.request.url, 'http://here.example').searchParams.has(AGAIN);
  }

  /** Lets the browser send its form once more as it is (307), with the cookies that it has got by then. */
  sendAgain(): void {
    const url = new URL(this.request.url, 'http://here.example');
    url.searchParams.set(AGAIN, 'yes');
    void this.reply.header('cache-control', 'no-store').redirect(`${url.pathname}${url.search}`, 307);
  }

  setCookies(cookies: readonly string[]): void {
    for (const cookie of cookies) void this.reply.header('set-cookie', cookie);
  }

  /** Runs the work of a form, or returns why it was refused, in the reader's language. */
  attempt<T>(work: () => Promise<T>, locale = this.locale): Promise<Attempt<T>> {
    return attempt(locale, work);
  }
}

/** A page for readers with a session. */
export type ParticipantPage = RequestedPage<ActorInSession>;

/** The status and cache of a page with a form, with or without a refusal; no cache keeps it. */
export const formOptions = (refusal: ProblemShape | null): { status: number; cache: string } => ({
  status: refusal?.status ?? 200,
  cache: 'no-store',
});

function withSaid(path: string, said: DoneMessage): string {
  const [address = '', fragment] = path.split('#');
  const query = `${address.includes('?') ? '&' : '?'}said=${said}`;
  return `${address}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
