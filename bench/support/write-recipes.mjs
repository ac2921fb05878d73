import { madeProgramme } from './made-programme.mjs';
import { inDays } from './made-discussion.mjs';

/**
 * The needs of each write of the API, by method and route: `at` names the things of its address, `fields` are put over
 * the body that the API's document describes, `body` is sent as it is, `token` says who writes (null for nobody),
 * `isOnce` that it is too large to be repeated. A write that is not listed works with the examples.
 */
export const WRITE_RECIPES = {
  'PUT /api/v1/talks/:id/links': (made) => ({
    body: { links: Array.from({ length: 50 }, (_, i) => ({ url: `https://files.example/${made.next()}-${i}` })) },
  }),
  'POST /api/v1/me/tokens': () => ({ fields: { scopes: ['read'], expiresAt: inDays(30), conferenceId: undefined } }),
  'POST /api/v1/admin/conferences/:conference/invitations/batch': (made) => ({
    body: {
      people: Array.from({ length: 200 }, () => ({
        email: `invited-${made.next()}@mail.example`,
        role: 'moderator',
      })),
    },
  }),
  'POST /api/v1/auth/guests': () => ({ token: null }),
  'POST /api/v1/questions/:id/answers': async (made) => ({ at: { questions: (await made.question()).id } }),
  'POST /api/v1/admin/comments/:id/withhold': async (made) => ({ at: { comments: (await made.comment()).id } }),
  'POST /api/v1/admin/comments/:id/restore': async (made) => ({ at: { comments: (await made.withheldComment()).id } }),
  'POST /api/v1/admin/comments/:id/release': async (made) => ({ at: { comments: (await made.heldComment()).id } }),
  'POST /api/v1/admin/comments/:id/note/withhold': async (made) => ({
    at: { comments: (await made.declinedQuestion()).id },
  }),
  'POST /api/v1/admin/comments/:id/note/restore': async (made) => ({
    at: { comments: (await made.withheldNote()).id },
  }),
  'PUT /api/v1/admin/comments/:id/claim': async (made) => ({ at: { comments: (await made.heldComment()).id } }),
  'POST /api/v1/admin/personas/:id/sanctions': async (made) => ({
    at: { personas: (await made.person()).personaId },
    fields: { kind: 'mute', until: inDays(1) },
  }),
  'DELETE /api/v1/admin/sanctions/:id': async (made) => ({ at: { sanctions: (await made.sanction()).id } }),
  'POST /api/v1/admin/reports/:id/dismiss': async (made) => ({ at: { reports: (await made.report()).id } }),
  'POST /api/v1/admin/appeals/:id/decision': async (made) => ({
    at: { appeals: (await made.appeal()).id },
    fields: { outcome: 'reversed' },
  }),
  'POST /api/v1/decisions/:id/appeals': async (made) => ({
    at: { decisions: await made.decision() },
    token: (await made.author()).token,
  }),
  'POST /api/v1/admin/recaps/:id/withhold': async (made) => ({ at: { recaps: (await made.recap()).id } }),
  'POST /api/v1/admin/recaps/:id/restore': async (made) => ({ at: { recaps: (await made.withheldRecap()).id } }),
  'POST /api/v1/admin/recaps/:id/release': async (made) => ({ at: { recaps: (await made.heldRecap()).id } }),
  'POST /api/v1/recaps/:id/reports': async (made) => ({ token: (await made.person()).token }),
  'PATCH /api/v1/recaps/:id': async (made) => ({
    at: { recaps: (await made.recap()).id },
    fields: { personaId: undefined },
    token: (await made.recapAuthor()).token,
  }),
  'DELETE /api/v1/recaps/:id': async (made) => ({
    at: { recaps: (await made.recap()).id },
    token: (await made.recapAuthor()).token,
  }),
  'POST /api/v1/admin/conferences/:conference/imports': async (made) => ({
    at: { conferences: await made.conference() },
    body: madeProgramme(),
    isOnce: true,
  }),
  'POST /api/v1/admin/conferences/:conference/imports/:id/undo': async (made) => {
    const { slug, importId } = await made.imported(madeProgramme());
    return { at: { conferences: slug, imports: importId }, isOnce: true };
  },
  'POST /api/v1/admin/conferences/:conference/import-questions/:id/answer': async (made) => {
    const { slug, id, answer } = await made.importQuestion();
    return { at: { conferences: slug, 'import-questions': id }, body: { answer } };
  },
  'POST /api/v1/admin/conferences/:conference/talks': (made) => ({
    body: { ...longTalk(made), slug: `made-talk-${made.next()}`, speakers: [{ name: 'Ada Lovelace' }] },
  }),
  'PATCH /api/v1/admin/talks/:id': (made) => ({ body: longTalk(made) }),
  'PUT /api/v1/admin/conferences/:conference/speakers/addresses': async (made) => ({
    body: {
      people: (await made.speakers(500)).map(({ id }) => ({
        speakerId: id,
        email: `speaker-${made.next()}@mail.example`,
      })),
    },
  }),
  'PUT /api/v1/admin/conferences/:conference/brand/:image': async (made) => ({
    body: await made.picture(),
    type: 'image/jpeg',
  }),
  // In the past it would be archived.
  'PATCH /api/v1/admin/conferences/:conference': () => ({
    fields: { startsOn: inDays(-5).slice(0, 10), endsOn: inDays(-1).slice(0, 10) },
  }),
  'DELETE /api/v1/admin/conferences/:conference': async (made) => ({ at: { conferences: await made.conference() } }),
  'DELETE /api/v1/admin/conferences/:conference/invitations/:id': async (made) => ({
    at: { invitations: await made.invitationId() },
  }),
  'DELETE /api/v1/admin/grants/:id': async (made) => ({ at: { grants: await made.grantId() } }),
  'DELETE /api/v1/personas/:id': async (made) => {
    const { token, personaId } = await made.person();
    return { at: { personas: personaId }, token };
  },
  'DELETE /api/v1/me/tokens/:id': async (made) => ({ at: { tokens: (await made.apiToken(made.participant)).id } }),
  'PATCH /api/v1/comments/:id': async (made) => ofAuthor(made, 'comments', await made.comment()),
  'DELETE /api/v1/comments/:id': async (made) => ofAuthor(made, 'comments', await made.comment()),
  'PUT /api/v1/comments/:id/vote': async (made) => ({ at: { comments: (await made.comment()).id } }),
  'DELETE /api/v1/comments/:id/vote': async (made) => {
    const { id } = await made.comment();
    await made.ask('PUT', `/comments/${id}/vote`, { token: made.participant });
    return { at: { comments: id } };
  },
  'POST /api/v1/claims': async (made) => {
    const { token, personaId } = await made.person();
    return { body: { token: await made.invitation(), personaId }, token };
  },
  'POST /api/v1/auth/sessions': async (made) => {
    const { email } = made.session();
    return { body: { email, code: await made.code(email) }, token: null };
  },
  'DELETE /api/v1/auth/sessions': (made) => ({ token: made.session().token }),
  'DELETE /api/v1/auth/sessions/current': (made) => ({ token: made.session().token }),
  'DELETE /api/v1/auth/sessions/:id': async (made) => {
    const { token } = made.session();
    const { items } = await made.ask('GET', '/auth/sessions', { token });
    return { at: { sessions: items[0].id }, token };
  },
  'POST /api/v1/auth/passkeys/options': (made) => ({ token: made.session().token }),
  'DELETE /api/v1/auth/passkeys/:id': async (made) => {
    const person = await made.person();
    return { at: { passkeys: await made.passkey(person) }, token: person.token };
  },
  'DELETE /api/v1/me': async (made) => ({ token: (await made.person()).token }),
};

const longTalk = (made) => ({
  title: `A made talk, number ${made.next()}`,
  abstract: 'An abstract as long as it may be. '.repeat(1_470),
  track: 'Track 7',
  room: 'Room 3',
  durationMinutes: 50,
});

const ofAuthor = async (made, name, { id }) => ({ at: { [name]: id }, token: (await made.author()).token });

/**
 * Writes for which a refusal is the only possible answer here, with the status and the reason. A refusal that is not
 * listed fails the walk, and so does a listed one that is accepted.
 */
export const REFUSED_WRITES = {
  'POST /api/v1/auth/passkeys': { status: 422, why: 'a new passkey is signed by an authenticator' },
  'POST /api/v1/auth/passkeys/sessions': {
    status: 422,
    why: 'a sign-in with a passkey is signed by an authenticator',
  },
};
