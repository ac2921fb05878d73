import { Injectable } from '@nestjs/common';
import { authorsOfFolded } from '../../../web/pages/folded-replies.tsx';
import { ThreadPage } from '../../../web/pages/thread-page.tsx';
import type { DoneModeration } from '../../../web/components/shapes.ts';
import { opensAnswered, type Draft } from '../../../web/components/thread-props.ts';
import { BuildId } from '../../platform/build-id.ts';
import { etagOf } from '../../transcript/version-label.ts';
import { CachedPages } from '../cached-pages.ts';
import { render } from '../render.ts';
import type { RequestedPage } from '../requested-page.ts';
import { pageOf, type ThreadPath, type ThreadPlace } from '../thread-places.ts';
import { PersonalView } from './personal-view.ts';
import { RecapArticleView } from './recap-article-view.ts';
import { islandOf } from './thread-island.ts';
import { machinesOf } from './thread-machines.ts';
import { queryOf, type ThreadPart } from './thread-part.ts';
import { ThreadPageView, type PublicThreadPage } from './thread-view.ts';

/** The requested thread, and the part of it. */
interface ThreadPageRequest {
  path: ThreadPath;
  place: ThreadPlace;
  part: ThreadPart;
  /** The act of a moderator that this page confirms. */
  done?: DoneModeration | undefined;
}

/** Answers with the page of a thread, to a reader and to a refused form. */
@Injectable()
export class ThreadAnswer {
  constructor(
    private readonly threadPageView: ThreadPageView,
    private readonly personalView: PersonalView,
    private readonly recapArticleView: RecapArticleView,
    private readonly cachedPages: CachedPages,
    private readonly buildId: BuildId,
  ) {}

  /** Whether a reader without a session has the thread's current page, so that 304 is the whole answer. */
  async isUnchanged(page: RequestedPage, { threadId }: ThreadPlace): Promise<boolean> {
    if (page.actor !== null || !page.request.headers['if-none-match']) return false;
    return page.isUnchanged(etagOf(this.buildId.text, page.locale, await this.threadPageView.versionLabel(threadId)));
  }

  async show(page: RequestedPage, { path, place, part, done }: ThreadPageRequest, draft: Draft): Promise<void> {
    const version = await this.threadPageView.read(place, part);
    const { label: versionLabel, isOneVersion } = version;
    const draw = await this.drawing(page, version, { path, place, done, draft });
    // Asking for a code answers a form that was sent.
    const status = draft.refusal?.status ?? (draft.sent ? 202 : 200);
    page.mark();
    void page.reply.status(status);
    // A form with words is private, so no label of the thread identifies it. A recap quotes other threads, too.
    if (page.actor !== null || status !== 200 || draft.body !== '' || !isOneVersion || place.recap !== null)
      return void page.reply.send(draw());
    const etag = etagOf(this.buildId.text, page.localeIn(version.conference.locale), versionLabel);
    const html = this.cachedPages.getOrCreate(page.request, versionLabel, () => ({ etag, body: draw() }));
    void page.reply.send(page.isUnchanged(etag) ? undefined : html);
  }

  /** The page as text, for a cache that knows on what else it depends. */
  async draw(page: RequestedPage, request: ThreadPageRequest, draft: Draft): Promise<string> {
    const version = await this.threadPageView.read(request.place, request.part);
    return (await this.drawing(page, version, { ...request, draft }))().toString();
  }

  /** Reads what is personal; the returned function draws the page, so that a cached one is not drawn again. */
  private async drawing(
    page: RequestedPage,
    {
      conference,
      talk,
      thread,
      page: comments,
      questions,
      answeredBy,
      hasRecap,
      recapsOfTalk,
      following,
      folded,
      part,
    }: PublicThreadPage,
    { path, place, done, draft }: Omit<ThreadPageRequest, 'part'> & { draft: Draft },
  ): Promise<() => Buffer> {
    const locale = page.localeIn(conference.locale);
    const personal = page.actor && (await this.personalView.get(page.actor, thread, { locale, done }));
    const here = pageOf(path, place);
    const recap =
      place.recap === null
        ? null
        : await this.recapArticleView.ofDiscussion(place.threadId, conference.slug, page.actor);
    const props = {
      thread,
      here,
      at: queryOf(part),
      sort: part.sort,
      mine: personal?.mine ?? null,
      personas: personal?.personas ?? [],
      moderation: personal?.moderation,
      questions,
      answeredBy,
      opensAnswered: opensAnswered(thread),
      archiveUrl: conference.settings.archiveUrl,
      whose: authorsOfFolded(comments, folded),
    };
    const isWhole = !part.comment && !part.cursor;
    const { id: conferenceId, timeZone } = conference;
    const branch = part.comment ? comments.items[0]!.id : undefined;
    const beginning = { branch, cursor: part.cursor };
    const island = islandOf({ ...props, ...beginning, page: comments, timeZone, locale, conferenceId });
    const facts = { here, part, locale, conference, thread, talk, recap, comments: comments.items };
    const machines = machinesOf({ base: page.base, ...facts });
    const context = page.context({ title: thread.title, kind: 'thread', conference, island, machines });
    return () =>
      Buffer.from(
        render(ThreadPage, {
          context,
          conference,
          talk,
          page: comments,
          props: { ...props, branch },
          draft,
          isWhole,
          done: personal?.done,
          hasRecap,
          recap,
          recaps: recapsOfTalk,
          following,
          isFollowing: personal?.isFollowing ?? null,
          folded,
        }),
      );
  }
}
