import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../locales/words.ts';
import { PersonaRequest } from '../../accounts/accounts.requests.ts';
import { WritePersona } from '../../accounts/write-persona.ts';
import { PersonasQueries } from '../../accounts/personas.queries.ts';
import { CastVote } from '../../comments/cast-vote.ts';
import { CommentChangeRequest, CommentRequest } from '../../comments/comments.requests.ts';
import { CommentsQueries } from '../../comments/comments.queries.ts';
import { EditComment } from '../../comments/edit-comment.ts';
import { PostAsGuest } from '../../comments/post-as-guest.ts';
import { PostComment } from '../../comments/post-comment.ts';
import { WithdrawComment } from '../../comments/withdraw-comment.ts';
import { invalidRequest, notFound } from '../../kernel/common.problems.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { ChangeKind } from '../../questions/change-kind.ts';
import { KindRequest, QuestionRequest } from '../../questions/questions.requests.ts';
import type { Visitor } from '../../sessions/credentials.ts';
import { Forms, typed, type Form } from '../forms.ts';

interface Found {
  threadId: string;
  conferenceId: string;
  comments: number;
}

/** A thread of at most so many comments is one page. */
const ONE_PAGE = 50;

/**
 * What the forms of a thread do, by the verbs the API calls. Answers where the reader goes next, behind the thread's
 * address.
 */
@Injectable()
export class TakingPart {
  // oxlint-disable-next-line max-params -- collaborators, not arguments
  constructor(
    private readonly forms: Forms,
    private readonly postComment: PostComment,
    private readonly postAsGuest: PostAsGuest,
    private readonly editComment: EditComment,
    private readonly castVote: CastVote,
    private readonly withdrawComment: WithdrawComment,
    private readonly commentsQueries: CommentsQueries,
    private readonly personasQueries: PersonasQueries,
    private readonly writePersona: WritePersona,
    private readonly changeKind: ChangeKind,
  ) {}

  /** With a session. Who has no persona here yet gave a name, which becomes one. */
  async post(actor: ActorInSession, { threadId, conferenceId, comments }: Found, form: Form): Promise<string> {
    const { body, parentId, personaId } = await this.forms.read(CommentRequest, form, [
      'body',
      'parentId',
      'personaId',
    ]);
    const isFaceless =
      !personaId &&
      typed(form, 'name') !== '' &&
      (await this.personasQueries.listOf(actor.accountId, conferenceId)).length === 0;
    if (isFaceless) {
      const { name } = await this.forms.read(PersonaRequest, form, ['name']);
      await this.writePersona.create(actor.accountId, conferenceId, { name, tagline: '' });
    }
    const { comment } = await this.postComment.post(actor.accountId, {
      threadId,
      ...(await this.kindOf(form)),
      body,
      parentId: parentId ?? undefined,
      personaId: personaId ?? undefined,
    });
    if (comment.seq === null) return '#own';
    return comment.parentId === null && comments < ONE_PAGE
      ? `#c-${comment.id}`
      : `?comment=${comment.id}#c-${comment.id}`;
  }

  /** Without a session: a code is mailed, and asked for next. */
  async ask(
    { threadId }: Found,
    form: Form,
    { locale, visitor }: { locale: Locale; visitor: Visitor },
  ): Promise<string> {
    const { body, parentId, name, email } = await this.forms.read(CommentRequest, form, [
      'body',
      'parentId',
      'name',
      'email',
    ]);
    const missing = [...(name === undefined ? ['#/name'] : []), ...(email === undefined ? ['#/email'] : [])];
    if (missing.length > 0)
      throw invalidRequest(missing.map((pointer) => ({ pointer, detail: 'This is needed from guests.' })));
    await this.postAsGuest.post({
      threadId,
      ...(await this.kindOf(form)),
      body,
      parentId: parentId ?? undefined,
      name: name!,
      email: email!,
      locale,
      visitor,
    });
    return '?step=code#write';
  }

  async edit(actor: ActorInSession, form: Form): Promise<void> {
    const { body } = await this.forms.read(CommentChangeRequest, form, ['body']);
    await this.editComment.edit(actor.accountId, typed(form, 'commentId'), body);
  }

  /** A question is shorter, and may be asked without a name. A reply is never one. */
  private async kindOf(form: Form): Promise<{ kind: 'comment' | 'question'; anonymous?: boolean }> {
    if (typed(form, 'kind') !== 'question' || typed(form, 'parentId') !== '') return { kind: 'comment' };
    await this.forms.read(QuestionRequest, form, ['body']);
    return { kind: 'question', anonymous: typed(form, 'anonymous') !== '' };
  }

  async setKind(actor: ActorInSession, form: Form): Promise<void> {
    const { kind } = await this.forms.read(KindRequest, form, ['kind']);
    await this.changeKind.change(actor.accountId, typed(form, 'commentId'), kind);
  }

  async vote(actor: ActorInSession, commentId: string, on: boolean): Promise<void> {
    await this.castVote.cast(actor.accountId, commentId, on);
  }

  async withdraw(actor: ActorInSession, commentId: string): Promise<void> {
    await this.withdrawComment.withdraw(actor.accountId, commentId);
  }

  /** One's own words, as they were typed. Throws not-found for those of others. */
  async sourceOf(actor: ActorInSession, commentId: string): Promise<string> {
    const comment = await this.commentsQueries.get(commentId);
    if (comment.accountId !== actor.accountId) throw notFound();
    return (await this.commentsQueries.sourceOf(commentId)).body;
  }
}
