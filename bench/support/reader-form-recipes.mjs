/**
 * The places of forms on each page, by route: `page` is fetched, its form to the address filled with `fill` where a
 * reader would type; `press` is the button, `tick` a box. `fields` are sent as they are, where a script opens the form.
 * The rest is as in `WRITE_RECIPES`.
 */
export const READER_FORM_RECIPES = {
  'POST /c/:conference/recaps/:recap/moderation/hide': async (made) => {
    const { slug } = await made.recap();
    const page = `/c/${made.slug}/recaps/${slug}/moderation/hide`;
    return { at: { 'recaps/:recap': slug }, page };
  },
  'POST /c/:conference/recaps/:recap/moderation/show': async (made) => {
    const { slug } = await made.withheldRecap();
    return { at: { 'recaps/:recap': slug }, page: `/c/${made.slug}/recaps/${slug}/moderation/show` };
  },
  'POST /c/:conference/recaps/:recap/moderation/mute': async (made) => {
    const { slug } = await made.recap(await made.person());
    return { at: { 'recaps/:recap': slug }, page: `/c/${made.slug}/recaps/${slug}/moderation/mute` };
  },
  'POST /comments/:id/report': async (made) => {
    const { id } = await made.comment();
    return { at: { comments: id }, page: `/comments/${id}/report` };
  },
  'POST /recaps/:id/report': async (made) => {
    const { id } = await made.recap(await made.author());
    return { at: { recaps: id }, page: `/recaps/${id}/report` };
  },
  'POST /reports/:receipt': async (made) => {
    const { receipt } = await made.dismissedReport();
    return { at: { reports: receipt }, page: `/reports/${receipt}`, token: made.participant };
  },
  'POST /c/:conference/t/:thread/moderation/hide': async (made) => {
    const { id } = await made.comment();
    return { page: `${thread(made)}/moderation/hide?comment=${id}` };
  },
  'POST /c/:conference/t/:thread/moderation/undo': async (made) => {
    const { id } = await made.withheldComment({ token: made.organizer });
    return { fields: { commentId: id } };
  },
  'POST /c/:conference/t/:thread/moderation/mute': async (made) => {
    const { id } = await made.comment(await made.person());
    return { page: `${thread(made)}/moderation/mute?comment=${id}` };
  },
  'POST /c/:conference/t/:thread/moderation/lock': async (made) => {
    const { slug } = await made.openDiscussion();
    return { at: { t: slug }, page: `/c/${made.slug}/t/${slug}/moderation/lock` };
  },
  'POST /c/:conference/t/:thread/moderation/unlock': async (made) => {
    const { slug, id } = await made.openDiscussion();
    await made.ask('PATCH', `/admin/threads/${id}`, {
      token: made.organizer,
      body: { state: 'locked', reason: 'For a bench.' },
    });
    return { at: { t: slug }, page: `/c/${made.slug}/t/${slug}/moderation/unlock` };
  },
  'POST /letters/end': () => ({ fields: {} }),
  'POST /me/email': () => ({ page: '/me/email' }),
  'POST /me/email/pause': () => ({ page: '/me/email', fill: { pausedUntil: dayIn(7) } }),
  'POST /me/email/follows/:id': async (made) => {
    const { id } = await made.openDiscussion();
    await made.ask('PUT', `/threads/${id}/follow`, { token: made.participant });
    return { at: { follows: id }, page: '/me/email' };
  },
  'POST /c/:conference/t/:thread/links': (made) => ({
    page: `${thread(made)}/links`,
    fill: {
      links: Array.from({ length: 50 }, (_, i) => `https://files.example/${made.next()}-${i} Slides`).join('\n'),
    },
  }),
  'POST /c/:conference/t/:thread/follow': (made) => ({ page: `${thread(made)}/follow` }),
  'POST /me/personas/:id': async (made) => {
    const { token, personaId } = await made.author();
    return { at: { personas: personaId }, page: '/me', fill: { tagline: `Line ${made.next()}` }, token };
  },
  'POST /me/personas/:id/withdrawal': async (made) => {
    const { token, personaId } = await made.person();
    return { at: { personas: personaId }, page: '/me', token };
  },
  'POST /me/personas': (made) => ({ page: '/me', fill: { name: `Another name ${made.next()}` } }),
  'POST /me/tokens': (made) => ({
    page: '/me/tokens',
    fill: { name: `A token ${made.next()}`, lastDay: dayIn(30) },
    tick: ['scopes', 'read'],
  }),
  'POST /me/tokens/:id': async (made) => ({
    at: { tokens: (await made.apiToken(made.participant)).id },
    page: '/me/tokens',
  }),
  'POST /c/:conference/recaps/new': async (made) => ({
    page: `/c/${made.slug}/recaps/new`,
    fill: recapOf(made),
    press: ['act', 'publish'],
    token: (await made.recapAuthor()).token,
  }),
  'POST /c/:conference/recaps/:recap/edit': async (made) => {
    const { slug } = await made.recap();
    return {
      at: { 'recaps/:recap': slug },
      page: `/c/${made.slug}/recaps/${slug}/edit`,
      fill: recapOf(made),
      press: ['act', 'publish'],
      token: (await made.recapAuthor()).token,
    };
  },
  'POST /c/:conference/recaps/:recap/withdrawal': async (made) => {
    const { slug } = await made.recap();
    return {
      at: { 'recaps/:recap': slug },
      page: `/c/${made.slug}/recaps/${slug}`,
      token: (await made.recapAuthor()).token,
    };
  },
  'POST /me/replies/:id': async (made) => {
    const author = await made.author();
    const id = await made.replyDraft(author);
    return { at: { replies: id }, page: `/me/replies/${id}`, fill: { body: made.words('reply') }, token: author.token };
  },
  'POST /me/statements/:id': async (made) => {
    const id = await made.decision();
    return { at: { statements: id }, page: `/me/statements/${id}`, token: (await made.author()).token };
  },
  'POST /c/:conference/t/:thread/edits': async (made) => {
    const { id } = await made.comment();
    return { fields: { commentId: id, body: made.words('changed comment') }, token: (await made.author()).token };
  },
  'POST /c/:conference/t/:thread/votes': async (made) => ({
    fields: { commentId: (await made.comment()).id, vote: 'on' },
    token: made.participant,
  }),
  'POST /c/:conference/t/:thread/kinds': async (made) => ({
    fields: { commentId: (await made.comment()).id, revision: '1', kind: 'question' },
    token: (await made.author()).token,
  }),
  'POST /c/:conference/t/:thread/withdrawals': async (made) => ({
    fields: { commentId: (await made.comment()).id, sure: 'yes' },
    token: (await made.author()).token,
  }),
  'POST /c/:conference/closing-letter': () => ({ fields: { wanted: 'yes' } }),
  'POST /c/:conference/t/:thread/codes': async (made) => {
    const email = `guest-${made.next()}@mail.example`;
    const body = made.words('comment of a guest');
    const { id } = made.thread;
    await made.ask('POST', `/threads/${id}/comments`, { body: { body, name: 'A guest', email } });
    return { fields: { email, body, name: 'A guest', code: await made.firstCode(email) }, token: null };
  },
  'POST /c/:conference/t/:thread': (made) => ({
    page: thread(made),
    fill: { body: made.words('comment').padEnd(5_000, ' long') },
  }),
  'POST /c/:conference/t/:thread/desk': async (made) => {
    const { id } = await made.question();
    return { fields: { act: 'answer', id, body: made.words('answer') } };
  },
  'POST /c/:conference/recap/edit': (made) => ({
    page: `/c/${made.slug}/recap/edit`,
    fill: { markdown: longRecap(made) },
    press: ['act', 'publish'],
  }),
  'POST /c/:conference/t/:thread/recap/edit': (made) => ({
    page: `${thread(made)}/recap/edit`,
    fill: { markdown: longRecap(made) },
    press: ['act', 'publish'],
  }),
  'POST /claim': async (made) => {
    const { token } = await made.person();
    return { fields: { token: await made.invitation() }, token };
  },
  'POST /me/erasure': async (made) => ({
    page: '/me',
    fill: { posts: 'keep' },
    token: (await made.person()).token,
  }),
  'POST /me': () => ({ page: '/me', fill: { locale: 'en' } }),
  'POST /me/passkeys/:id': async (made) => {
    const person = await made.person();
    return { at: { passkeys: await made.passkey(person) }, fields: {}, token: person.token };
  },
  'POST /me/sessions': async (made) => {
    const { token, email } = made.session();
    // "End all other sessions" is there for who has another.
    await made.ask('POST', '/auth/sessions', { body: { email, code: await made.code(email) } });
    return { page: '/me', token };
  },
  'POST /me/sessions/:id': async (made) => {
    const { token } = made.session();
    const { items } = await made.ask('GET', '/auth/sessions', { token });
    return { at: { sessions: items[0].id }, page: '/me', token };
  },
  'POST /sign-in': async (made) => {
    const { email } = made.session();
    return { fields: { email, code: await made.code(email), next: '/' }, token: null };
  },
};

const thread = (made) => `/c/${made.slug}/t/${made.thread.slug}`;
const dayIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const longRecap = (made) => `${made.words('recap')} ${'What was said there. '.repeat(900)}`;
const recapOf = (made) => ({ title: `A recap ${made.next()}`, markdown: longRecap(made) });
