import { api, framed, Refused } from './api.ts';
import type { ComposerContext } from './composer-context.ts';
import { fieldOf } from './form-field.ts';
import { newIdempotencyKey } from './idempotency-key.ts';
import { Outbox, hasWordsOf } from './outbox.ts';
import { similarQuestions } from './similar-questions.ts';
import { keepDraft, keptDraft } from './stored-draft.ts';
import type { CommentFields, OutgoingComment } from '../components/outgoing-comment.ts';
import type { CommentShape, CommentSource, PersonaShape, ProblemShape } from '../components/shapes.ts';
import { emptyDraft, type Draft } from '../components/thread-props.ts';

/** The answer to a code: a session, and the words if they could not be published. */
interface ConfirmedComment {
  token: string;
  refused?: ProblemShape;
  kept?: { kind: 'comment' | 'question'; body: string; parentId: string | null; anonymous: boolean };
}

/** The comment being written in a thread: its form, its sending, its return. Throws Refused where the server does. */
export class CommentComposer {
  draft: Draft = emptyDraft();
  readonly outbox: Outbox;
  private guest: { email: string } | null = null;
  /** One key per wording, so that a repetition after a lost answer posts nothing twice. */
  private key = newIdempotencyKey();
  private readonly lookUp: (body: string) => void;
  /** The persona made with the first comment, until the rest of the page knows it. */
  private named: string | null = null;

  constructor(private readonly context: ComposerContext) {
    this.outbox = new Outbox(
      context.threadId,
      () => context.now(),
      () => context.newest(),
      () => context.draw(),
    );
    this.lookUp = similarQuestions(context.threadId, (typed, similar) => {
      if (this.draft.body.trim() === typed) this.change({ similar });
    });
  }

  /** Reads the form as the server has drawn it. */
  begin(replyTo: string | null): void {
    this.draft = {
      ...this.draft,
      replyTo,
      body: this.context.root.querySelector<HTMLTextAreaElement>('#body')?.value ?? '',
      kind: this.context.asksOnly ? 'question' : 'comment',
    };
  }

  /** Restores the last draft, unless there are newer words. */
  takeUp(): void {
    const known = keptDraft(this.context.threadId, this.context.now());
    // Sent before the script was loaded, it is on the page by now.
    const isSaid =
      known !== null &&
      [...this.context.rows()].some((row) => this.own().includes(row.author?.id ?? '') && hasWordsOf(row, known));
    const kept = isSaid ? null : known;
    if (isSaid) this.keep();
    if (kept && this.draft.body === '')
      this.draft = {
        ...this.draft,
        body: kept.body,
        kind: this.context.asksOnly ? 'question' : kept.kind,
        replyTo: this.draft.replyTo ?? kept.replyTo,
      };
    this.context.draw();
    const field = this.context.root.querySelector<HTMLTextAreaElement>('#body');
    if (field?.value === '') field.value = this.draft.body;
  }

  reply(id: string | null): void {
    this.change({ replyTo: id, editing: null, refusal: null, step: 'write' });
    this.keep();
    this.focus();
  }

  quote(id: string, quotation: string): void {
    const body = `${this.draft.body.trim()}\n\n${quotation}\n\n`.trimStart();
    this.change({ replyTo: id, editing: null, refusal: null, step: 'write', body });
    this.fill(body);
    this.keep();
    this.focus();
  }

  async edit(id: string | null): Promise<void> {
    const { body, version } = id === null ? emptyDraft() : await api.get<CommentSource>(`/comments/${id}/source`);
    this.change({ editing: id, replyTo: null, refusal: null, body, version, step: 'write' });
    this.fill(body);
    this.focus();
  }

  typed(body: string): void {
    this.draft.body = body;
    this.keep();
    this.key = newIdempotencyKey();
    this.lookForSimilar();
  }

  choose(kind: Draft['kind']): void {
    this.change({ kind, similar: [] });
    this.keep();
    this.lookForSimilar();
  }

  change(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    this.context.draw();
  }

  async send(form: HTMLFormElement): Promise<void> {
    const field = (name: string): string => fieldOf(form, name);
    const { threadId, conferenceId } = this.context;
    const body = field('body');
    if (this.draft.editing !== null) {
      const edited = await api.edit<CommentShape>(`/comments/${this.draft.editing}`, { body }, this.draft.version);
      this.context.took(edited);
      await this.context.refreshMine();
      return this.finish(edited.state === 'held' ? 'sent' : 'write');
    }
    const isQuestion = this.draft.replyTo === null && field('kind') === 'question';
    const path = isQuestion ? 'questions' : 'comments';
    const comment: CommentFields = {
      body,
      ...(isQuestion && field('anonymous') !== '' ? { anonymous: true } : {}),
      ...(this.draft.replyTo ? { parentId: this.draft.replyTo } : {}),
      ...(field('personaId') ? { personaId: field('personaId') } : {}),
    };
    if (!this.context.mine()) {
      const email = field('email');
      (await import('./sign-in-browser.ts')).markBrowser();
      await api.send('POST', `/threads/${threadId}/${path}`, { ...comment, name: field('name'), email }, this.key);
      this.guest = { email };
      this.draft.name = field('name');
      this.change({ step: 'code', refusal: null });
      return this.focus('#code');
    }
    if (this.context.personas().length === 0) await this.takeName(conferenceId, field('name'));
    await this.post(path, comment, this.key);
  }

  private async takeName(conferenceId: string, name: string): Promise<void> {
    this.named = (await api.send<PersonaShape>('POST', `/conferences/${conferenceId}/personas`, { name })).id;
  }

  /** Removes the pending copies of comments that the live feed has brought; returns the comments' ids. */
  arrived(): string[] {
    return this.outbox.arrived(this.context.rows(), this.own());
  }

  /** The reader's personas in this conference. */
  private own(): readonly string[] {
    const { personas = [] } = this.context.mine() ?? {};
    return this.named === null ? personas : [...personas, this.named];
  }

  /** Shows the comment at once and clears the form; a refusal gives the words back. */
  async post(path: OutgoingComment['path'], comment: CommentFields, key: string): Promise<void> {
    this.finish('write');
    try {
      const posted = await this.outbox.send(path, comment, key);
      if (posted) await this.posted(posted);
    } catch (error) {
      this.giveBack(path, comment);
      throw error;
    }
  }

  takeBack({ path, comment, key }: OutgoingComment): void {
    this.outbox.drop(key);
    this.giveBack(path, comment);
  }

  /** A guest's code signs them in and publishes their comment. */
  async confirm(form: HTMLFormElement): Promise<void> {
    const email = this.guest?.email ?? '';
    const code = fieldOf(form, 'code');
    const { token, refused, kept } = await api.send<ConfirmedComment>('POST', '/auth/sessions', { email, code });
    if (this.context.isFramed) framed.become(token);
    this.guest = null;
    await this.context.signedIn();
    if (refused && kept) {
      this.draft.step = 'write';
      this.giveBack(kept.kind === 'question' ? 'questions' : 'comments', kept);
      throw new Refused(refused);
    }
    this.finish((this.context.mine()?.held.length ?? 0) > 0 ? 'sent' : 'write');
  }

  /** Sends another code for the same words, to the same address; the earlier one stays good. */
  async newCode(): Promise<void> {
    (await import('./sign-in-browser.ts')).markBrowser();
    await api.send('POST', `/threads/${this.context.threadId}/comments/codes`, { email: this.guest?.email ?? '' });
    this.change({ step: 'code-again', refusal: null });
  }

  /** Puts the words before whatever was typed since; an anonymous question stays one. */
  private giveBack(
    path: OutgoingComment['path'],
    comment: Pick<CommentFields, 'body' | 'anonymous'> & { parentId?: string | null },
  ): void {
    const body = [comment.body, this.draft.body.trim()].filter(Boolean).join('\n\n');
    this.change({
      body,
      replyTo: comment.parentId ?? null,
      kind: path === 'questions' ? 'question' : 'comment',
      anonymous: comment.anonymous ?? false,
    });
    this.fill(body);
    this.keep();
    this.focus();
  }

  private async posted(comment: CommentShape): Promise<void> {
    this.context.took(comment);
    await this.context.refreshMine();
    if (comment.seq === null) this.change({ step: 'sent' });
    else document.getElementById(`c-${comment.id}`)?.scrollIntoView({ block: 'nearest' });
  }

  private lookForSimilar(): void {
    this.context.draw();
    this.lookUp(this.draft.kind === 'question' ? this.draft.body : '');
  }

  private finish(step: Draft['step']): void {
    this.key = newIdempotencyKey();
    const wasEdit = this.draft.editing !== null;
    this.draft = { ...emptyDraft(), step, kind: this.context.asksOnly ? 'question' : 'comment' };
    if (!wasEdit) this.keep();
    this.context.draw();
    this.fill('');
  }

  /** Stores the draft, except for an edit, whose comment is stored anyway. */
  private keep(): void {
    if (this.draft.editing === null) keepDraft(this.context.threadId, this.draft, this.context.now());
  }

  private fill(body: string): void {
    const field = this.context.root.querySelector<HTMLTextAreaElement>('#body');
    if (field) field.value = body;
  }

  private focus(selector = '#body'): void {
    this.context.root.querySelector<HTMLElement>(selector)?.focus();
  }
}
