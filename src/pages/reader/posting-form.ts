import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../locales/words.ts';
import type { DoneMessage } from '../../../web/pages/page-context.ts';
import { PersonaRequest } from '../../accounts/accounts.requests.ts';
import { PersonasQueries } from '../../accounts/personas.queries.ts';
import { CommentRequest } from '../../comments/comments.requests.ts';
import { PostAsGuest } from '../../comments/post-as-guest.ts';
import type { CommentView } from '../../comments/comment.view.ts';
import { duplicate } from '../../comments/comments.problems.ts';
import { PostComment, type PostCommentInput } from '../../comments/post-comment.ts';
import { RepeatedPosts } from '../../comments/repeated-posts.queries.ts';
import { SendGuestCodes } from '../../comments/send-guest-codes.ts';
import { invalidRequest } from '../../kernel/common.problems.ts';
import { Problem } from '../../kernel/problem.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { QuestionRequest } from '../../questions/questions.requests.ts';
import type { Visitor } from '../../sessions/credentials.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import type { ThreadPlace } from '../thread-places.ts';

/** Most comments of a thread that is shown on one page. */
const ONE_PAGE = 50;

/** The author's next place, appended to the thread's address, and the message there. */
export interface PostedPlace {
  to: string;
  said: DoneMessage;
}

/**
 * Carries out the form that posts into a thread, by the API's verbs.
 */
@Injectable()
export class PostingForm {
  // The author has a persona, is a guest, or confirms an address by a code.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly postComment: PostComment,
    private readonly postAsGuest: PostAsGuest,
    private readonly sendGuestCodes: SendGuestCodes,
    private readonly personasQueries: PersonasQueries,
    private readonly repeatedPosts: RepeatedPosts,
  ) {}

  /**
   * With a session. A reader without a named persona here gave a name, which becomes one with the comment; an anonymous
   * question needs none.
   */
  async post(
    actor: ActorInSession,
    { threadId, conferenceId, comments }: ThreadPlace,
    form: FormFields,
  ): Promise<PostedPlace> {
    const { body, parentId, personaId } = await readForm(CommentRequest, form, ['body', 'parentId', 'personaId']);
    const kind = await this.kindOf(form);
    const own = kind.anonymous || personaId ? [] : await this.personasQueries.listOf(actor.accountId, conferenceId);
    const needsName = !kind.anonymous && !personaId && own.every(({ name }) => name === '');
    const first = needsName ? await readForm(PersonaRequest, form, ['name']) : null;
    const words = { threadId, ...kind, body, parentId: parentId ?? undefined };
    const comment = await this.once(actor.accountId, words, {
      ...words,
      personaId: personaId ?? undefined,
      name: first?.name,
    });
    if (comment.seq === null) return { to: '#own', said: `${kind.kind}-waits` };
    const isOnPage = comment.parentId === null && comments < ONE_PAGE;
    return { to: `${isOnPage ? '' : `?comment=${comment.id}`}#c-${comment.id}`, said: `${kind.kind}-published` };
  }

  /** Posts, unless these very words have just been posted by the first of two presses. Throws as posting does. */
  private async once(
    accountId: string,
    words: Parameters<RepeatedPosts['find']>[1],
    input: PostCommentInput,
  ): Promise<CommentView> {
    try {
      return (await this.postComment.post(accountId, input)).comment;
    } catch (error) {
      const isRepeated = error instanceof Problem && error.kind === duplicate.kind;
      const posted = isRepeated ? await this.repeatedPosts.find(accountId, words) : null;
      if (posted === null) throw error;
      return posted;
    }
  }

  /** Throws `invalid-request` for a form that an author without a persona cannot send; writes nothing. */
  async checkOfNewcomer(form: FormFields): Promise<void> {
    await readForm(CommentRequest, form, ['body', 'parentId']);
    const { anonymous = false } = await this.kindOf(form);
    if (!anonymous) await readForm(PersonaRequest, form, ['name']);
  }

  /** Without a session: mails a code. Returns the address that it went to, for the page that asks for it. */
  async ask(
    { threadId }: ThreadPlace,
    form: FormFields,
    { locale, visitor }: { locale: Locale; visitor: Visitor },
  ): Promise<{ wrapped: string; masked: string }> {
    const { body, parentId, name, email } = await readForm(CommentRequest, form, ['body', 'parentId', 'name', 'email']);
    const kind = await this.kindOf(form);
    const needsName = name === undefined && !kind.anonymous;
    const missing = needsName ? [{ pointer: '#/name', detail: 'Enter your name.' }] : [];
    if (email === undefined) missing.push({ pointer: '#/email', detail: 'This is needed from guests.' });
    if (missing.length > 0) throw invalidRequest(missing);
    await this.postAsGuest.post({
      threadId,
      ...kind,
      body,
      parentId: parentId ?? undefined,
      name: name ?? '',
      email: email!,
      locale,
      visitor,
    });
    return this.sendGuestCodes.addressForPage({ email: email! });
  }

  /** A question is shorter, and may be asked without a name. A reply is never one. */
  private async kindOf(form: FormFields): Promise<{ kind: 'comment' | 'question'; anonymous?: boolean }> {
    if (typed(form, 'kind') !== 'question' || typed(form, 'parentId') !== '') return { kind: 'comment' };
    await readForm(QuestionRequest, form, ['body']);
    return { kind: 'question', anonymous: typed(form, 'anonymous') !== '' };
  }
}
