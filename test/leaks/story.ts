import { until, type Json } from '../support/world.ts';
import type { Ids } from '../support/crawl.ts';
import { ADDRESSES, type LeakForum, type Whose } from './forum.ts';
import { past, publishOverRedis } from './stores.ts';

const day = new Date(Date.now()).toISOString().slice(0, 10);

/**
 * Everything that people do with addresses, and everything that they could wrongly write one into. Answers what can be
 * asked about.
 */
export async function liveThrough(forum: LeakForum): Promise<Ids> {
  for (const whose of ['organizer', 'moderator', 'speaker', 'asker', 'participant'] as const)
    await forum.signsIn(whose);
  const slug = 'private-people';
  const every = Object.entries(ADDRESSES)
    .filter(([whose]) => whose !== 'canary')
    .map(([, address]) => address);
  // An address is not shown again to its writer, nor to anybody else.
  const note = (whose: Whose): string =>
    `Write to ${ADDRESSES[whose]}, or to <${ADDRESSES.stranger}>, mailto:${ADDRESSES.participant}, ` +
    `${ADDRESSES.asker.replace('@', '&#64;')}`;
  await forum.does('organizer', 'POST', '/admin/conferences', {
    slug,
    title: `A conference of ${ADDRESSES.organizer}`,
    timeZone: 'Europe/Paris',
    locale: 'en',
    startsOn: day,
    endsOn: day,
    settings: { screening: 'none' },
  });
  const talk = await forum.does('organizer', 'POST', `/admin/conferences/${slug}/talks`, {
    slug: 'talk',
    title: `A talk by ${ADDRESSES.speaker}`,
    subtitle: note('speaker'),
    abstract: note('speaker'),
    room: 'R',
    speakers: [{ name: `Grace ${ADDRESSES.speaker}`, bio: note('speaker') }],
  });
  const sheet =
    'Title,Date,Start,Speakers,E-mail,Note\n' +
    `Asks ${ADDRESSES.inSheet},${day},10:00,Ada <${ADDRESSES.inSheet}>,${ADDRESSES.inSheet},${note('speaker')}\n`;
  for (const query of ['?dryRun=true', '', ''])
    await forum.ask('organizer', 'POST', `/api/v1/admin/conferences/${slug}/imports${query}`, sheet, 'text/csv');
  const hall = await forum.does('organizer', 'POST', `/admin/conferences/${slug}/threads`, {
    slug: 'hallway',
    title: `Hallway ${ADDRESSES.stranger}`,
  });
  const claim = async (whose: Whose, invitation: Json): Promise<void> => {
    const { url } = await forum.does('organizer', 'POST', `/admin/conferences/${slug}/invitations`, invitation);
    await forum.does(whose, 'POST', '/claims', { token: (url as string).split('#')[1] });
  };
  await claim('speaker', { role: 'speaker', talkId: talk['id'], email: ADDRESSES.speaker });
  await claim('moderator', { role: 'moderator', email: ADDRESSES.moderator });
  await forum.does('organizer', 'POST', `/admin/conferences/${slug}/invitations`, {
    role: 'moderator',
    email: ADDRESSES.invited,
  });

  const [personas, authors]: [string[], string[]] = [[], []];
  for (const [whose, name] of [
    ['organizer', 'Olga'],
    ['moderator', 'Mo'],
    ['speaker', 'Grace'],
    ['asker', 'Jean'],
    ['participant', `Pat ${ADDRESSES.participant}`],
    ['participant', 'Citizen'],
  ] as const) {
    const persona = await forum.does(whose, 'POST', `/conferences/${slug}/personas`, {
      name,
      tagline: `Reach ${ADDRESSES.participant}`,
      biography: `Or **${ADDRESSES.participant}**, or <${ADDRESSES.participant}>.`,
      showsComments: true,
      isIndexed: true,
    });
    personas.push(persona['id'] as string);
    authors.push(persona['slug'] as string);
  }
  const threadId = talk['threadId'] as string;
  for (const whose of ['nobody', 'participant', 'speaker', 'moderator']) {
    const socket = await forum.listens(whose);
    for (const event of ['thread:join', 'desk:join'])
      forum.keep(
        'socket',
        `the answer to ${event}`,
        JSON.stringify(await socket.emitWithAck(event, { threadId, after: 0 })),
        whose,
      );
    forum.keep(
      'socket',
      'a refusal',
      JSON.stringify(await socket.emitWithAck(ADDRESSES.participant, { threadId: ADDRESSES.participant })),
      whose,
    );
  }
  const said = await forum.does('asker', 'POST', `/threads/${threadId}/comments`, {
    body: `The albatross is public. ${note('asker')}`,
  });
  const reply = await forum.does('participant', 'POST', `/threads/${threadId}/comments`, {
    body: `I am ${ADDRESSES.participant}: albatross.`,
    parentId: said['id'],
    personaId: personas[4],
  });
  const question = await forum.does('asker', 'POST', `/threads/${threadId}/questions`, {
    body: `Is ${ADDRESSES.asker} an albatross?`,
  });
  const hidden = await forum.does('participant', 'POST', `/threads/${threadId}/questions`, {
    body: `Who is ${ADDRESSES.speaker}?`,
    anonymous: true,
    personaId: personas[5],
  });
  await forum.does('participant', 'PUT', `/comments/${said['id']}/vote`);
  await forum
    .does('asker', 'PATCH', `/comments/${said['id']}`, { body: `The albatross is public, still. ${note('asker')}` })
    .catch(() => undefined);
  const answer = await forum.does('speaker', 'POST', `/questions/${question['id']}/answers`, {
    body: `Ask ${ADDRESSES.speaker} about albatrosses.`,
  });
  await forum.does('speaker', 'PUT', `/questions/${hidden['id']}/status`, {
    status: 'declined',
    reason: note('stranger'),
  });
  const spam = await forum.does('participant', 'POST', `/threads/${threadId}/comments`, {
    body: 'Buy albatrosses.',
    personaId: personas[5],
  });
  await forum.does('moderator', 'POST', `/admin/comments/${spam['id']}/withhold`, {
    rule: 'spam',
    reason: note('participant'),
  });
  // Explained, contested, decided again; reported with and without an account.
  const [statement] = (await forum.does('participant', 'GET', '/me/statements'))['items'] as [Json];
  const appeal = await forum.does('participant', 'POST', `/decisions/${statement['decisionId']}/appeals`, {
    reason: note('participant'),
  });
  await forum.does('organizer', 'POST', `/admin/appeals/${appeal['id']}/decision`, {
    outcome: 'upheld',
    reason: note('organizer'),
  });
  const { receipt } = await forum.does('asker', 'POST', `/comments/${reply['id']}/reports`, {
    rule: 'spam',
    reason: note('asker'),
  });
  const [reported] = (await forum.does('moderator', 'GET', `/admin/conferences/${slug}/queue?kind=reported`))[
    'items'
  ] as [Json];
  await forum.does(
    'moderator',
    'POST',
    `/admin/reports/${(reported['reports'] as Json[])[0]!['id'] as string}/dismiss`,
    { reason: note('moderator') },
  );
  await forum.does('asker', 'POST', `/comments/${answer['id']}/reports`, { rule: 'spam', reason: note('asker') });
  const { id: sanctionId } = await forum.does('moderator', 'POST', `/admin/personas/${personas[5]!}/sanctions`, {
    kind: 'mute',
    until: new Date(Date.now() + 60_000).toISOString(),
    rule: 'spam',
    reason: note('participant'),
  });
  await forum.does('moderator', 'DELETE', `/admin/sanctions/${sanctionId}`);
  for (const route of [`/threads/${threadId}/recap`, `/conferences/${slug}/recap`])
    await forum.does('organizer', 'PUT', route, {
      markdown: `The albatross, and ${note('speaker')}`,
      items: [said['id'], question['id'], reply['id']],
      published: true,
    });
  const recap = await forum.does('asker', 'POST', `/conferences/${slug}/recaps`, {
    title: `What ${ADDRESSES.asker} took home`,
    markdown: `The wombat, and ${note('asker')}\n\n## ${ADDRESSES.participant}\n\n[1]`,
    items: [said['id']],
    published: true,
  });
  await forum.does('participant', 'POST', `/threads/${recap['threadId']}/comments`, {
    body: note('asker'),
    personaId: personas[4],
  });
  await forum.does('speaker', 'POST', `/recaps/${recap['id']}/reports`, { rule: 'spam', reason: note('speaker') });
  await forum.does('asker', 'PATCH', `/recaps/${recap['id']}`, { markdown: `The wombat, and then ${note('asker')}` });
  await forum.does('moderator', 'PATCH', `/admin/threads/${hall['id']}`, {
    title: `Hall of ${ADDRESSES.organizer}`,
    slowMode: { interval: 30, reason: note('participant') },
  });

  // Two guests: one confirms, one never does.
  await forum.does('nobody', 'POST', `/threads/${threadId}/comments`, {
    body: `A guest, ${ADDRESSES.guest}.`,
    name: `Guest ${ADDRESSES.guest}`,
    email: ADDRESSES.guest,
  });
  const guest = (
    await forum.ask('nobody', 'POST', '/api/v1/auth/sessions', {
      email: ADDRESSES.guest,
      code: await forum.codeFor(ADDRESSES.guest),
    })
  ).body;
  forum.readers.set('guest', { whose: 'guest', address: ADDRESSES.guest, token: guest['token'] as string });
  await forum.does('nobody', 'POST', `/threads/${threadId}/comments`, {
    body: 'A guest who is never seen again.',
    name: 'Ghost',
    email: ADDRESSES.pending,
  });
  await forum.does('nobody', 'POST', '/auth/codes', { email: ADDRESSES.curious });
  await forum.ask('nobody', 'POST', `/api/v1/comments/${said['id']}/reports`, {
    reason: note('reporter'),
    rule: 'spam',
    goodFaith: true,
    email: ADDRESSES.reporter,
  });
  // Wrong values are answered without their words.
  for (const address of every) {
    for (const email of [
      `${address} `,
      `<${address}>`,
      `${address}\r\nBcc: ${address}`,
      `${address}@`,
      [address],
      { address },
    ])
      await forum.ask('nobody', 'POST', '/api/v1/auth/codes', { email });
    await forum.ask('nobody', 'POST', '/api/v1/auth/sessions', { email: address, code: 'K7QM-2XRP' });
    await forum.ask(
      'nobody',
      'POST',
      '/sign-in',
      new URLSearchParams({ email: address, code: 'K7QM-2XRP', next: `/${address}` }).toString(),
      'application/x-www-form-urlencoded',
    );
  }
  const own = ((await forum.does('participant', 'GET', '/auth/sessions'))['items'] as Json[] | undefined) ?? [];
  return {
    conferences: [slug],
    c: [slug],
    organize: [slug],
    threads: [threadId],
    t: ['talk'],
    talks: [talk['id'] as string],
    problems: ['not-found', ADDRESSES.stranger],
    avatars: [`${personas[4]}.svg`],
    comments: [said, reply, question, hidden, answer, spam].map(({ id }) => id as string),
    reports: [receipt as string],
    decisions: [statement['decisionId'] as string],
    statements: [statement['decisionId'] as string],
    appeals: [appeal['id'] as string],
    sanctions: [sanctionId as string],
    questions: [question['id'] as string],
    recaps: [recap['id'] as string, recap['slug'] as string],
    personas: [personas[4]!],
    authors: [authors[4]!],
    by: [authors[4]!],
    sessions: own.map(({ id }) => id as string).slice(0, 1),
    nothing: [ADDRESSES.stranger],
  };
}

/**
 * The deeds of careless code: an address, unmasked, where words are kept, and among what nodes tell one another; then
 * people who make it go round.
 */
export async function plant(forum: LeakForum, ids: Ids): Promise<void> {
  const [[threadId], [said, reply]] = [ids['threads']!, ids['comments']!];
  await past(
    forum,
    `update comments set source = source || ' ' || $2, html = html || '<p>' || $2 || '</p>' where id = any($1)`,
    [[said, reply], ADDRESSES.canary],
  );
  await past(forum, `update threads set title = title || ' ' || $2 where id = $1`, [threadId, ADDRESSES.canary]);
  await publishOverRedis(forum, ADDRESSES.canary);
  const socket = await forum.listens('participant');
  await socket.emitWithAck('thread:join', { threadId });
  await forum.does('participant', 'DELETE', `/comments/${said!}/vote`);
  await forum.does('participant', 'PUT', `/comments/${said!}/vote`);
  // As if ten minutes had passed since the last e-mail of its kind, which it would otherwise wait for.
  await past(
    forum,
    `update decision_letters set tried_at = tried_at - interval '11 minutes', due_at = due_at - interval '11 minutes'`,
    [],
  );
  await forum.does('moderator', 'POST', `/admin/comments/${reply!}/withhold`, { rule: 'spam', reason: 'An address' });
  await until(
    'the statement to be mailed',
    async () =>
      (await forum.mails()).some(
        (mail) => mail.includes(`To: ${ADDRESSES.participant}`) && mail.includes('An address'),
      ),
    60_000,
  );
}

function valueFor({ type, values, format }: Json, text: string): unknown {
  if (values) return (values as string[])[0];
  if (format === 'uuid') return null;
  if (type === 'boolean') return true;
  return type === 'integer' || type === 'number' ? 1 : text;
}

/** Words a body may be filled with, by the names of its fields; every field has an address in it somewhere. */
export function bodiesFor(schema: Json | undefined): unknown[] {
  const properties = Object.entries((schema?.['properties'] ?? {}) as Record<string, Json>);
  const fill = (text: string): Json =>
    Object.fromEntries(
      properties.map(([name, { type, enum: values, format }]) => [name, valueFor({ type, values, format }, text)]),
    );
  return [
    fill(`Ask ${ADDRESSES.participant}`),
    fill(ADDRESSES.stranger),
    { [ADDRESSES.participant]: ADDRESSES.stranger },
    `{"broken": "${ADDRESSES.stranger}`,
  ];
}
