import { Injectable } from '@nestjs/common';
import { words } from '../../../locales/catalogues.ts';
import type { Locale } from '../../../locales/words.ts';
import { CodeForms } from '../../../web/components/code-form.tsx';
import type { CommentShape } from '../../../web/components/shapes.ts';
import { emptyDraft, type Draft } from '../../../web/components/thread-props.ts';
import { PublishGuestComment } from '../../comments/publish-guest-comment.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { htmlAsMarkdown, quoted } from '../../platform/markup/html-as-markdown.ts';
import { Transcript } from '../../transcript/transcript.ts';
import { absent } from '../above-thread.ts';
import type { RequestedPage } from '../requested-page.ts';
import type { ThreadPlace } from '../thread-places.ts';
import { PersonalView } from './personal-view.ts';

/** Fills a thread's form before typing: an answer, a quotation, an own comment to edit. */
@Injectable()
export class ThreadDraft {
  constructor(
    private readonly transcript: Transcript,
    private readonly personalView: PersonalView,
    private readonly publishGuestComment: PublishGuestComment,
  ) {}

  /**
   * By the query `reply`, `quote`, `edit`, `kept`, `kind` and `step`. Throws `not-found`, also for another author's
   * comment.
   */
  async get(page: RequestedPage, place: ThreadPlace, asked: Record<string, string | undefined>): Promise<Draft> {
    const { actor, locale } = page;
    const draft: Draft = {
      ...emptyDraft(),
      replyTo: asked['reply'] ?? null,
      kind: asked['kind'] === 'question' ? 'question' : 'comment',
      isAsking: asked['kind'] === 'question',
      CodeForms,
      step: asked['step'] === 'code' || asked['step'] === 'code-again' ? asked['step'] : 'write',
    };
    if (asked['quote'] && draft.replyTo) draft.body = quotationOf(await this.visible(place, draft.replyTo));
    if (actor !== null && asked['kept']) Object.assign(draft, await this.kept(actor, asked['kept'], locale));
    if (actor !== null && asked['edit'])
      Object.assign(draft, { editing: asked['edit'], ...(await this.personalView.sourceOf(actor, asked['edit'])) });
    return draft;
  }

  /** A guest's refused comment in its author's form, with the reason; nothing of it for another account. */
  private async kept(actor: ActorInSession, id: string, locale: Locale): Promise<Partial<Draft>> {
    const kept = await this.publishGuestComment.keptFor(actor.accountId, id);
    if (!kept) return {};
    const { kind, body, name, parentId, isAnonymous: anonymous, refusedAs } = kept;
    const say = words(locale);
    const refusal = {
      type: `/problems/${refusedAs}`,
      status: 409,
      title: say('pages.form.keptTitle'),
      detail: say('pages.form.kept', { reason: say(`problems.${refusedAs}.title`) }),
    };
    return { kind: kind === 'question' ? 'question' : 'comment', body, name, replyTo: parentId, anonymous, refusal };
  }

  /** A public comment of this thread; null without one. */
  private async visible({ threadId }: ThreadPlace, id: string): Promise<CommentShape | null> {
    const comment = await this.transcript.comment(id).catch(absent);
    return comment?.threadId === threadId && comment.state === 'visible' ? comment : null;
  }
}

/** A comment quoted at the beginning of a reply. */
const quotationOf = (comment: CommentShape | null): string =>
  comment ? `${quoted(htmlAsMarkdown(comment.html))}\n\n` : '';
