import { madeProgramme } from './made-programme.mjs';

/**
 * The places of forms on each page, by route: `page` is fetched, its form to the address filled with `fill` where a
 * reader would type; `press` is the button, `tick` a box. `fields` are sent as they are, where a script opens the form.
 * The rest is as in `WRITE_RECIPES`.
 */
export const ORGANIZER_FORM_RECIPES = {
  'POST /organize/:conference/queue': async (made) => {
    const { id } = await made.heldComment();
    const page = `${organize(made)}/queue?kind=held`;
    return {
      page,
      fields: { commentId: id, revision: '1', act: 'release', rule: 'topic', reason: 'As it should be.' },
    };
  },
  'POST /organize/:conference/sanctions': async (made) => {
    const { personaId } = await made.person();
    return { fields: { personaId, kind: 'mute', days: '1', rule: 'spam', reason: 'A sanction for a bench.' } };
  },
  'POST /organize/:conference/sanctions/:id': async (made) => ({
    at: { sanctions: (await made.sanction()).id },
    fields: {},
  }),
  'POST /organize/:conference/appearance': (made) => ({ page: `${organize(made)}/appearance` }),
  'POST /organize/:conference/rules': (made) => ({ page: `${organize(made)}/rules` }),
  // An earlier address of the same form.
  'POST /organize/:conference/conduct': (made) => ({
    page: `${organize(made)}/rules`,
    sendsTo: `${organize(made)}/rules`,
  }),
  'POST /organize/:conference/embedding': (made) => ({
    page: `${organize(made)}/embedding`,
    fill: { sites: 'https://example.org' },
  }),
  'POST /organize': (made) => ({
    page: '/organize',
    fill: { title: `A conference ${made.next()}`, startsOn: '2026-05-02', endsOn: '2026-05-03' },
  }),
  'POST /organize/programmes': (made) => ({
    page: '/organize',
    fill: { file: fileOf(madeProgramme()), title: `A programme ${made.next()}` },
    isOnce: true,
  }),
  'POST /organize/:conference/threads': async (made) => ({
    fields: { threadId: (await made.openDiscussion()).id, state: 'locked', reason: 'For a bench.' },
  }),
  'POST /organize/:conference/discussions/settings': async (made) => ({
    fields: {
      threadId: (await made.openDiscussion()).id,
      screening: 'first',
      interval: '60',
      slowReason: 'For a bench.',
    },
  }),
  'POST /organize/:conference/discussions': (made) => ({
    page: `${organize(made)}/discussions`,
    fill: { title: `A discussion ${made.next()}` },
  }),
  'POST /organize/:conference/programme': (made) => ({
    page: `${organize(made)}/programme/new`,
    fill: { title: `A new talk ${made.next()}`, abstract: 'As long as it may be. '.repeat(2_000) },
  }),
  'POST /organize/:conference/programme/:talk': (made) => ({
    page: `${organize(made)}/programme/${made.talkId}`,
    fill: { title: `A talk with another title ${made.next()}` },
  }),
  'POST /organize/:conference/programme/:talk/preview': (made) => ({
    page: `${organize(made)}/programme/${made.talkId}`,
    sendsTo: `${organize(made)}/programme/${made.talkId}`,
    fill: { abstract: 'As long as it may be. '.repeat(2_000) },
  }),
  'POST /organize/:conference/settings': (made) => ({
    page: `${organize(made)}/settings`,
    fill: { title: `A large conference, ${made.next()}` },
  }),
  'POST /organize/:conference/guests': async (made) => {
    const slug = await made.conference();
    return { at: { organize: slug }, fields: { guests: 'nothing' } };
  },
  'POST /organize/:conference/closing': async (made) => {
    const slug = await made.conference();
    return { at: { organize: slug }, page: `/organize/${slug}/settings`, press: ['do', 'close'] };
  },
  'POST /organize/:conference/removal': async (made) => ({
    at: { organize: await made.conference() },
    fields: { sure: 'on' },
  }),
  'POST /organize/:conference/speakers/addresses': async (made) => ({
    page: `${organize(made)}/speakers`,
    fill: {
      addresses: (await made.speakers(300)).map(({ name }) => `${name}, named-${made.next()}@mail.example`).join('\n'),
    },
  }),
  'POST /organize/:conference/speakers/invitations': (made) => ({
    page: `${organize(made)}/speakers`,
    press: ['kind', 'invitation'],
    isOnce: true,
  }),
  'POST /organize/:conference/speaker-links': (made) => ({ page: `${organize(made)}/speakers` }),
  'POST /organize/:conference/invitations': (made) => ({
    page: `${organize(made)}/team`,
    fill: { name: 'Somebody' },
    where: { role: 'speaker' },
  }),
  'POST /organize/:conference/invitations/emails': (made) => ({
    page: `${organize(made)}/team`,
    fill: {
      role: 'moderator',
      addresses: Array.from({ length: 200 }, () => `pasted-${made.next()}@mail.example`).join('\n'),
    },
    press: ['do', 'send'],
  }),
  'POST /organize/:conference/invitations/cancelled': async (made) => ({
    fields: { invitationId: await made.invitationId() },
  }),
  'POST /organize/:conference/grants': async (made) => ({ fields: { grantId: await made.grantId() } }),
  'POST /organize/:conference/invitations/reminders': (made) => ({ fields: {}, page: `${organize(made)}/team` }),
  'POST /organize/:conference/import/answers': async (made) => {
    const { slug, id, answer } = await made.importQuestion();
    return { at: { organize: slug }, fields: { questionId: id, answer } };
  },
  'POST /organize/:conference/imports': async (made) => {
    const slug = await made.conference();
    return {
      at: { organize: slug },
      page: `/organize/${slug}/programme`,
      fill: { file: fileOf(madeProgramme()) },
      press: ['do', 'import'],
      isOnce: true,
    };
  },
  'POST /organize/:conference/imports/:id/undo': async (made) => {
    const { slug, importId } = await made.imported(madeProgramme());
    return {
      at: { organize: slug, imports: importId },
      page: `/organize/${slug}/imports/${importId}/undo`,
      isOnce: true,
    };
  },
};

const organize = ({ slug }) => `/organize/${slug}`;
const fileOf = (bytes) => ({ bytes, name: 'programme.json', type: 'application/json' });
