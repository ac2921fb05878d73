import { signIn } from './conference.mjs';

/** Number of people signed in before the walk; each recipe that needs a new one takes the next. */
const PEOPLE = 64;

/** Recaps of one author, who may have ten of a conference. */
const RECAPS_EACH = 8;

/** People of the large conference, what they write, and what moderators and readers do about it, through the API. */
export class MadeDiscussion {
  people = [];
  made = 0;
  recapsLeft = 0;

  /** `organizer` organizes every conference; `thread` is the largest of `slug`, `talkId` any of its talks. */
  constructor(product, { slug, thread, talkId, organizer, participant }) {
    Object.assign(this, { product, slug, thread, talkId, organizer, participant });
  }

  async open() {
    const emails = Array.from({ length: PEOPLE }, (_, i) => `writer-${i}@mail.example`);
    const tokens = await signIn(this.product, emails);
    for (const [i, token] of tokens.entries()) this.people.push({ token, email: emails[i], number: i });
    this.moderator = await this.person();
    await this.claim(this.moderator, { role: 'moderator' });
  }

  ask(method, url, options) {
    return this.product.ask(method, url, options);
  }

  /** The next person, with a persona. */
  async person() {
    const person = this.people.shift();
    if (!person) throw new Error(`bench/support/made-things.mjs signs in ${PEOPLE} people, and more are needed`);
    const { id } = await this.ask('POST', `/conferences/${this.slug}/personas`, {
      token: person.token,
      body: { name: `Writer ${person.number}` },
    });
    return { ...person, personaId: id };
  }

  /** One author of most things, so that few people are needed. */
  async author() {
    this.oneAuthor ??= await this.person();
    return this.oneAuthor;
  }

  next() {
    this.made += 1;
    return this.made;
  }

  words(what) {
    return `A ${what} for a bench, number ${this.next()}, as long as a comment mostly is.`;
  }

  post(kind, { token, threadId = this.thread.id }) {
    return this.ask('POST', `/threads/${threadId}/${kind}`, { token, body: { body: this.words(kind) } });
  }

  async comment(by = null) {
    return this.post('comments', by ?? (await this.author()));
  }

  async question(by = null) {
    return this.post('questions', by ?? (await this.author()));
  }

  /** In an open discussion that holds everything. */
  async heldComment() {
    if (!this.screened) {
      this.screened = await this.openDiscussion();
      await this.ask('PATCH', `/admin/threads/${this.screened.id}`, {
        token: this.organizer,
        body: { screening: 'all' },
      });
    }
    return this.post('comments', { ...(await this.author()), threadId: this.screened.id });
  }

  openDiscussion() {
    const slug = `discussion-${this.next()}`;
    return this.ask('POST', `/admin/conferences/${this.slug}/threads`, {
      token: this.organizer,
      body: { slug, title: `Discussion ${slug}` },
    });
  }

  async withheldComment(by = this.moderator) {
    const comment = await this.comment();
    await this.ask('POST', `/admin/comments/${comment.id}/withhold`, {
      token: by.token,
      body: { rule: 'topic', reason: 'Withheld for a bench.' },
    });
    return comment;
  }

  /** The decision of the moderator about a comment of the author. */
  async decision() {
    const { id } = await this.withheldComment();
    const { items } = await this.ask('GET', '/me/statements', { token: (await this.author()).token });
    return items.find(({ commentId }) => commentId === id).decisionId;
  }

  async appeal() {
    const decisionId = await this.decision();
    const { token } = await this.author();
    return this.ask('POST', `/decisions/${decisionId}/appeals`, { token, body: { reason: 'It was on topic.' } });
  }

  /** A declined question, whose note with the reason is public. */
  async declinedQuestion() {
    const question = await this.question();
    await this.ask('PUT', `/questions/${question.id}/status`, {
      token: this.moderator.token,
      body: { status: 'declined', reason: 'It was answered in the talk.' },
    });
    return question;
  }

  async withheldNote() {
    const question = await this.declinedQuestion();
    await this.ask('POST', `/admin/comments/${question.id}/note/withhold`, {
      token: this.organizer,
      body: { rule: 'topic', reason: 'Withheld for a bench.' },
    });
    return question;
  }

  /** A report of the participant about a comment of the author: its id and its receipt. */
  async report() {
    const comment = await this.comment();
    const { receipt } = await this.ask('POST', `/comments/${comment.id}/reports`, {
      token: this.participant,
      body: { rule: 'spam', reason: 'A report for a bench.' },
    });
    for (let after = ''; ;) {
      const { items, next } = await this.ask(
        'GET',
        `/admin/conferences/${this.slug}/queue?kind=reported&limit=100${after}`,
        { token: this.organizer },
      );
      const item = items.find((each) => each.comment?.id === comment.id);
      if (item) return { id: item.reports[0].id, receipt };
      if (!next) throw new Error('a report is not in the queue');
      after = `&cursor=${encodeURIComponent(next)}`;
    }
  }

  async dismissedReport() {
    const report = await this.report();
    await this.ask('POST', `/admin/reports/${report.id}/dismiss`, {
      token: this.organizer,
      body: { reason: 'It is within the rules.' },
    });
    return report;
  }

  async sanction() {
    const { personaId } = await this.person();
    return this.ask('POST', `/admin/personas/${personaId}/sanctions`, {
      token: this.organizer,
      body: { kind: 'mute', until: inDays(1), rule: 'spam', reason: 'A sanction for a bench.' },
    });
  }

  /** The author of the last recap. */
  async recapAuthor() {
    this.oneRecapAuthor ??= await this.person();
    return this.oneRecapAuthor;
  }

  async recap(by = null) {
    if (!by && this.recapsLeft === 0) [this.oneRecapAuthor, this.recapsLeft] = [await this.person(), RECAPS_EACH];
    if (!by) this.recapsLeft -= 1;
    const { token, personaId } = by ?? (await this.recapAuthor());
    return this.ask('POST', `/conferences/${this.slug}/recaps`, {
      token,
      body: { personaId, title: `Recap ${this.next()}`, markdown: 'Taken home. '.repeat(400), published: true },
    });
  }

  async withheldRecap() {
    const recap = await this.recap();
    await this.ask('POST', `/admin/recaps/${recap.id}/withhold`, {
      token: this.moderator.token,
      body: { rule: 'topic', reason: 'Withheld for a bench.' },
    });
    return recap;
  }

  /** Three people who have spoken publicly report a recap, which holds it. */
  async heldRecap() {
    if (!this.reporters) {
      this.reporters = [await this.person(), await this.person(), await this.person()];
      for (const reporter of this.reporters) await this.comment(reporter);
    }
    const recap = await this.recap(await this.author());
    for (const { token } of this.reporters)
      await this.ask('POST', `/recaps/${recap.id}/reports`, { token, body: { rule: 'spam', reason: 'For a bench.' } });
    return recap;
  }
}

export const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
