import { api, framed, RefusedRequest } from './api.ts';
import type { ComposerContext, ConfirmedComment } from './composer-context.ts';
import { contributionIn, fieldOf, nameMissing } from './form-field.ts';
import { folded, givenBack, unfoldedAt, unfoldedFor } from './form-state.ts';
import { newIdempotencyKey } from './idempotency-key.ts';
import { Outbox, hasWordsOf } from './outbox.ts';
import { keepDraft, keptDraft } from './stored-draft.ts';
import type { CommentFields, OutgoingComment } from '../components/outgoing-comment.ts';
import type { CommentShape, CommentSource } from '../components/shapes.ts';
import { emptyDraft, type Draft } from '../components/thread-props.ts';

/** The comment being written in a thread: its form, its sending, its return. Throws Refused where the server does. */
export class CommentComposer {
  draft: Draft = emptyDraft();
  readonly outbox: Outbox;
  /** One key per wording, so that a repetition after a lost answer posts nothing twice. */
  private key = newIdempotencyKey();
  private lookUp: ((body: string) => void) | null = null;

  constructor(private readonly context: ComposerContext) {
    this.outbox = new Outbox(
      context.threadId,
      () => context.now(),
      () => context.newest(),
      () => context.draw(),
    );
  }

  /** Reads the form as the server has drawn it for this query. */
  begin(query: URLSearchParams): void {
    const isAsking = query.get('kind') === 'question';
    this.draft = {
      ...this.draft,
      isAsking,
      replyTo: query.get('reply'),
      body: this.field?.value ?? '',
      kind: this.context.asksOnly || isAsking ? 'question' : 'comment',
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
    if (this.field?.value === '') this.fill(this.draft.body);
  }

  open(kind: Draft['kind']): void {
    this.change(unfoldedFor(kind));
    this.keep();
    this.focus();
  }

  close(): void {
    const wasEdit = this.draft.editing !== null;
    this.change({ ...folded, ...(wasEdit ? { body: '' } : {}) });
    if (wasEdit) this.fill('');
    this.keep();
  }

  reply(id: string): void {
    this.change(unfoldedAt({ replyTo: id }));
    this.keep();
    this.focus();
  }

  quote(id: string, quotation: string): void {
    const body = `${this.draft.body.trim()}\n\n${quotation}\n\n`.trimStart();
    this.change(unfoldedAt({ replyTo: id, body }));
    this.fill(body);
    this.keep();
    this.focus();
  }

  async edit(id: string): Promise<void> {
    const { body, version } = await api.get<CommentSource>(`/comments/${id}/source`);
    this.change(unfoldedAt({ editing: id, body, version }));
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
    if (this.draft.editing !== null) {
      const { editing, version } = this.draft;
      const edited = await api.edit<CommentShape>(`/comments/${editing}`, { body: fieldOf(form, 'body') }, version);
      this.context.took(edited);
      await this.context.refreshMine();
      return this.finish(edited.state === 'held' ? 'sent' : 'write');
    }
    const { path, comment, name, email } = contributionIn(form, this.draft.replyTo);
    const needsName = this.context.personas().length === 0 && !comment.anonymous;
    if (needsName && !name) throw new RefusedRequest(nameMissing(this.context.page.say));
    const isGuest = this.context.mine()?.guest ?? true;
    if (isGuest && (email !== '' || !this.context.guestMay(path === 'questions' ? 'ask' : 'comment'))) {
      (await import('./sign-in-browser.ts')).markBrowser();
      await api.send('POST', `/threads/${this.context.threadId}/${path}`, { ...comment, name, email }, this.key);
      const { CodeForms } = await import('./on-demand.ts');
      this.change({ name: name ?? '', step: 'code', refusal: null, CodeForms, sent: { address: email, wrapped: '' } });
      return this.focus('#code');
    }
    await this.context.beGuest();
    await this.post(path, needsName ? { ...comment, name } : comment, this.key);
  }

  /** Removes the pending copies of comments that the live feed has brought; returns the comments' ids. */
  arrived(): string[] {
    return this.outbox.arrived(this.context.rows(), this.own());
  }

  /** The reader's personas in this conference. */
  private own(): readonly string[] {
    return this.context.mine()?.personas ?? [];
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
    const [email, code] = [this.draft.sent?.address ?? '', fieldOf(form, 'code')];
    const { token, refused, kept } = await api.send<ConfirmedComment>('POST', '/auth/sessions', { email, code });
    if (this.context.isFramed) framed.become(token);
    await this.context.signedIn();
    if (refused && kept) {
      this.draft.step = 'write';
      this.giveBack(kept.kind === 'question' ? 'questions' : 'comments', kept);
      throw new RefusedRequest(refused);
    }
    this.finish((this.context.mine()?.held.length ?? 0) > 0 ? 'sent' : 'write');
  }

  /** Sends another code for the same words, to the same address; the earlier one stays good. */
  async newCode(): Promise<void> {
    (await import('./sign-in-browser.ts')).markBrowser();
    await api.send('POST', `/threads/${this.context.threadId}/comments/codes`, {
      email: this.draft.sent?.address ?? '',
    });
    this.change({ step: 'code-again', refusal: null });
  }

  /** Puts the words before whatever was typed since; an anonymous question stays one. */
  private giveBack(
    path: OutgoingComment['path'],
    comment: Pick<CommentFields, 'body' | 'name' | 'anonymous'> & { parentId?: string | null },
  ): void {
    const { body, ...rest } = givenBack(this.draft, path, comment);
    this.change({ body, ...rest });
    this.fill(body);
    this.keep();
    this.focus();
  }

  private async posted(comment: CommentShape): Promise<void> {
    this.context.took(comment);
    await this.context.refreshMine();
    if (comment.seq === null) this.change({ step: 'sent' });
    void import('./say-posted.ts').then(({ sayPosted }) => sayPosted(comment, this.context.page));
  }

  private lookForSimilar(): void {
    this.context.draw();
    const body = this.draft.kind === 'question' ? this.draft.body : '';
    if (body === '' && !this.lookUp) return;
    void import('./on-demand.ts').then(({ similarQuestions, SimilarQuestions }) => {
      this.lookUp ??= similarQuestions(this.context.threadId, (typed, similar) => {
        if (this.draft.body.trim() === typed) this.change({ similar, SimilarQuestions });
      });
      this.lookUp(body);
    });
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

  private get field(): HTMLTextAreaElement | null {
    return this.context.root.querySelector('#body');
  }

  private fill(body: string): void {
    if (this.field) this.field.value = body;
  }

  private focus(selector = '#body'): void {
    this.context.root.querySelector<HTMLElement>(selector)?.focus();
  }
}
