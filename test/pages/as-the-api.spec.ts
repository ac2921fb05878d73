import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { event, importsInto, schedule } from '../imports/programmes.ts';
import { forum, reports, withholds, type ModeratedForum } from '../moderation/forum.ts';
import type { Json } from '../support/world.ts';

/**
 * The forms of the pages for the API of organizers and moderators: for each route its fields, each with the form and
 * the field that sets it, or with `-` and the reason for which no page has it. A key that ends with `*` is of all
 * fields that begin so; an empty key is of a route without fields. A number in a name stands as `#`.
 */
const CONTROLS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'POST /conferences': {
    slug: '/organize slug',
    title: '/organize title',
    timeZone: '/organize timeZone',
    locale: '/organize locale',
    startsOn: '/organize startsOn',
    endsOn: '/organize endsOn',
    url: '- begins empty, and is set on the settings of the new conference',
    'settings.*': '- begin with the defaults, and are set on the pages of the new conference',
  },
  'PATCH /conferences/{conference}': {
    slug: '- would break the codes that were printed, and is chosen when the conference is made',
    title: '/settings title',
    timeZone: '/settings timeZone',
    locale: '/settings locale',
    startsOn: '/settings startsOn',
    endsOn: '/settings endsOn',
    url: '/settings url',
    'settings.screening': '/settings screening',
    'settings.slowMode': '/settings interval',
    'settings.slowMode.interval': '/settings interval',
    'settings.slowMode.reason': '/settings slowReason',
    'settings.slowMode.until': '/settings slowUntil',
    'settings.opensHoursBefore': '/settings opensHoursBefore',
    'settings.readonlyAfterDays': '/settings readonlyAfterDays',
    'settings.archiveAfterDays': '/settings archiveAfterDays',
    'settings.robots': '/settings robots',
    'settings.guests': '/settings guests',
    'settings.archiveUrl': '/settings archiveUrl',
    'settings.venue': '/settings venue',
    'settings.embedSites[]': '/embedding sites',
    'settings.wordLists.fr[]': '/rules wordsFr',
    'settings.wordLists.en[]': '/rules wordsEn',
    'settings.contact.text': '/rules contact',
    'settings.contact.url': '/rules contactUrl',
    'settings.contact.email': '/rules contactEmail',
    'settings.brand.accent': '/appearance accent',
    'settings.brand.stageTheme': '/appearance stageTheme',
    'settings.brand.font': '/appearance font',
    'settings.rules[].key': '/rules key#',
    'settings.rules[].title': '/rules title#',
    'settings.rules[].text': '/rules text#',
    'settings.rules[].translations.fr.title': '/rules otherTitle#',
    'settings.rules[].translations.fr.text': '/rules otherText#',
    'settings.rules[].translations.en.title': '/rules otherTitle#',
    'settings.rules[].translations.en.text': '/rules otherText#',
  },
  'DELETE /conferences/{conference}': { '': '/removal sure' },
  'PUT /conferences/{conference}/brand/{image}': { '': '/appearance logo' },
  'DELETE /conferences/{conference}/brand/{image}': { '': '/appearance logoRemoved' },
  'POST /conferences/{conference}/imports': { '': '/imports file' },
  'POST /conferences/{conference}/imports/{id}/undo': { '': '/imports/{id}/undo' },
  'POST /conferences/{conference}/import-questions/{id}/answer': { answer: '/import/answers answer=cancelled' },
  'POST /conferences/{conference}/talks': {
    guid: '- is what a file calls a talk; a talk by hand gets one by itself',
    slug: '- is made of the title',
    'speakers[].bio': '- comes with a file, or is written by the speakers on their own profile',
    'links[].kind': '- is a word of the program that wrote the file; a link keeps it',
    'attachments[].kind': '- is a word of the program that wrote the file; a link keeps it',
    title: '/programme title',
    subtitle: '/programme subtitle',
    abstract: '/programme abstract',
    language: '/programme language',
    track: '/programme track',
    room: '/programme room',
    startsAt: '/programme time',
    durationMinutes: '/programme durationMinutes',
    status: '/programme cancelled',
    url: '/programme url',
    'speakers[].name': '/programme speakers',
    'links[].title': '/programme links',
    'links[].url': '/programme links',
    'attachments[].title': '/programme attachments',
    'attachments[].url': '/programme attachments',
    licence: '/programme licence',
    doNotRecord: '/programme doNotRecord',
  },
  'PATCH /talks/{id}': {
    guid: '- is what a file calls a talk; another one would part it from its file',
    slug: '- would break the addresses that were given away',
    'speakers[].bio': '- comes with a file, or is written by the speakers on their own profile',
    'links[].kind': '- is a word of the program that wrote the file; a link keeps it',
    'attachments[].kind': '- is a word of the program that wrote the file; a link keeps it',
    title: '/programme/{id} title',
    subtitle: '/programme/{id} subtitle',
    abstract: '/programme/{id} abstract',
    language: '/programme/{id} language',
    track: '/programme/{id} track',
    room: '/programme/{id} room',
    startsAt: '/programme/{id} time',
    durationMinutes: '/programme/{id} durationMinutes',
    status: '/programme/{id} cancelled',
    url: '/programme/{id} url',
    'speakers[].name': '/programme/{id} speakers',
    'links[].title': '/programme/{id} links',
    'links[].url': '/programme/{id} links',
    'attachments[].title': '/programme/{id} attachments',
    'attachments[].url': '/programme/{id} attachments',
    licence: '/programme/{id} licence',
    doNotRecord: '/programme/{id} doNotRecord',
  },
  'POST /conferences/{conference}/threads': {
    slug: '- is made of the title',
    title: '/discussions title',
  },
  'PATCH /threads/{id}': {
    state: '/threads state',
    reason: '/threads reason',
    title: '/discussions/settings title',
    screening: '/discussions/settings screening',
    slowMode: '/discussions/settings interval',
    'slowMode.interval': '/discussions/settings interval',
    'slowMode.reason': '/discussions/settings slowReason',
    'slowMode.until': '/discussions/settings slowUntil',
    'phases.opensAt': '/discussions/settings opensAt',
    'phases.readonlyAt': '/discussions/settings readonlyAt',
    'phases.archivedAt': '/discussions/settings archivedAt',
  },
  'POST /conferences/{conference}/invitations': {
    role: '/invitations role',
    talkId: '/invitations talkId',
    name: '/invitations name',
    email: '/invitations/emails addresses',
  },
  'POST /conferences/{conference}/invitations/batch': {
    'people[].email': '/invitations/emails addresses',
    'people[].role': '/invitations/emails role',
    'people[].talkIds[]': '/invitations/emails talkId',
    'people[].name': '- the e-mail tells the person; a link without one has a name',
  },
  'POST /conferences/{conference}/invitations/reminders': { '': '/invitations/reminders' },
  'DELETE /conferences/{conference}/invitations/{id}': { '': '/invitations/cancelled invitationId' },
  'PUT /conferences/{conference}/speakers/addresses': {
    'people[].speakerId': '/speakers/addresses addresses',
    'people[].email': '/speakers/addresses addresses',
  },
  'POST /conferences/{conference}/speakers/invitations': { kind: '/speakers/invitations kind=invitation' },
  'DELETE /grants/{id}': { '': '/grants grantId' },
  'POST /comments/{id}/withhold': { rule: '/queue rule', reason: '/queue reason' },
  'POST /comments/{id}/release': { revision: '/queue revision', reason: '/queue reason' },
  'POST /comments/{id}/restore': {
    reason: '- is undone beside the comment at once, and by an appeal later, each with its reason',
  },
  'POST /comments/{id}/note/withhold': { rule: '/desk rule', reason: '/desk reason' },
  'POST /comments/{id}/note/restore': { reason: '/desk reason' },
  'PUT /comments/{id}/claim': { '': '- the queue claims what is read there by itself' },
  'DELETE /comments/{id}/claim': { '': '- a claim ends by itself' },
  'POST /recaps/{id}/withhold': {
    rule: '/recaps/{recap}/moderation/hide rule',
    reason: '/recaps/{recap}/moderation/hide reason',
  },
  'POST /recaps/{id}/restore': { reason: '/recaps/{recap}/moderation/show reason' },
  'POST /recaps/{id}/release': { version: '/queue revision', reason: '/queue reason' },
  'PUT /recaps/{id}/claim': { '': '- the queue claims what is read there by itself' },
  'DELETE /recaps/{id}/claim': { '': '- a claim ends by itself' },
  'POST /personas/{id}/sanctions': {
    rule: '/sanctions rule',
    reason: '/sanctions reason',
    kind: '/sanctions kind',
    until: '/sanctions days',
  },
  'DELETE /sanctions/{id}': { reason: '/sanctions/{id} reason' },
  'POST /reports/{id}/dismiss': { reason: '/queue dismissal' },
  'POST /appeals/{id}/decision': { outcome: '/queue act=upheld', reason: '/queue reason' },
};

let f: ModeratedForum;
let changes: string[];
let controls: ReadonlySet<string>;
beforeAll(async () => {
  f = await forum();
  changes = changesIn((await f.olga.get('/openapi.json')).body);
  controls = await controlsOf(f);
});
afterAll(() => f.world.close());

/** Every route and field by which the API changes something of a conference: `PATCH /talks/{id} title`. */
function changesIn(document: Json): string[] {
  const schemas = document['components']['schemas'] as Json;
  const fieldsOf = (schema: Json, at: string): string[] => {
    const known = schema['$ref'] ? (schemas[String(schema['$ref']).split('/').at(-1)!] as Json) : schema;
    const parts = ['anyOf', 'oneOf', 'allOf'].flatMap((way) => (known[way] ?? []) as Json[]);
    if (parts.length > 0) return [...new Set(parts.flatMap((part) => fieldsOf(part, at)))];
    if (known['items']) return fieldsOf(known['items'] as Json, `${at}[]`);
    const properties = Object.entries((known['properties'] ?? {}) as Json);
    if (properties.length === 0) return [at];
    return properties.flatMap(([name, part]) => fieldsOf(part as Json, at === '' ? name : `${at}.${name}`));
  };
  return Object.entries(document['paths'] as Json).flatMap(([path, item]) =>
    ['post', 'put', 'patch', 'delete'].flatMap((method) => {
      const operation = (item as Json)[method] as Json | undefined;
      if (!operation || !path.includes('/admin/')) return [];
      const body = operation['requestBody']?.content?.['application/json']?.schema as Json | undefined;
      const route = `${method.toUpperCase()} ${path.replace('/api/v1/admin', '')}`;
      return (body ? fieldsOf(body, '') : ['']).map((field) => `${route} ${field}`);
    }),
  );
}

/** Every form of the organizers' pages, alone and with each of its fields: `/settings title`, `/queue act=upheld`. */
async function controlsOf({ olga, mona, ada, bob, carl, slug, threadId, world }: ModeratedForum): Promise<Set<string>> {
  const made = await olga.post(`/admin/conferences/${slug}/talks`, { slug: 'figs', title: 'Figs' });
  const imported = await importsInto(olga, slug, schedule([event({ title: 'Pears (CANCELLED)' })]));
  await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator', email: 'new@mail.example' });
  const image = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await olga.ask('PUT', `/admin/conferences/${slug}/brand/logo`, image, { 'content-type': 'image/png' });
  const [reported, hidden] = [await ada.says(threadId, 'Of figs'), await ada.says(threadId, 'Of other figs')];
  await reports(bob, reported);
  await withholds(mona, hidden);
  const [statement] = (await ada.get('/me/statements')).body['items'] as [Json];
  await ada.post(`/decisions/${statement['decisionId'] as string}/appeals`, { reason: 'They are figs.' });
  await bob.calledIn(slug, 'Bob');
  const question = await bob.post(`/threads/${threadId}/questions`, { body: 'Which figs are these?' });
  const declined = { status: 'declined', reason: 'off-topic', note: 'Not of figs.' };
  await olga.put(`/questions/${question.body['id'] as string}/status`, declined);
  const recap = await ada.post(`/conferences/${slug}/recaps`, {
    title: 'Figs',
    markdown: 'I ate them.',
    published: true,
  });
  await carl.calledIn(slug, 'Carl');
  const third = await carl.says(threadId, 'Of third figs');
  await mona.post(`/admin/personas/${third['author'].id as string}/sanctions`, {
    kind: 'mute',
    rule: 'respect',
    reason: 'Too many figs',
    until: world.clock.in({ hours: 24 }).toISOString(),
  });
  await olga.patch(`/admin/threads/${threadId}`, { screening: 'all' });
  await bob.says(threadId, 'Held figs');
  const empty = `${slug}-empty`;
  const days = { startsOn: '2031-05-02', endsOn: '2031-05-03', timeZone: 'Europe/Paris', locale: 'en' };
  await olga.post('/admin/conferences', { slug: empty, title: 'Empty', ...days });
  const recapHere = `/c/${slug}/recaps/${recap.body['slug'] as string}`;
  const parts = ['queue?kind=held', 'queue?kind=reported', 'queue?kind=appeals', 'programme', 'programme/new']
    .concat(`programme/${made.body['id'] as string}`, `imports/${imported.body['importId'] as string}/undo`)
    .concat('discussions', 'team', 'speakers', 'rules', 'appearance', 'settings', 'embedding', 'import');
  const pages = ['/organize', `/organize/${empty}/settings`, `/c/${slug}/t/hallway/desk`]
    .concat(parts.map((part) => `/organize/${slug}/${part}`))
    .concat(`${recapHere}/moderation/hide`);
  const found = new Set<string>();
  const look = async (path: string): Promise<void> => {
    const { status, text } = await olga.get(world.base + path, { accept: 'text/html' });
    expect({ path, status }).toEqual({ path, status: 200 });
    for (const control of controlsIn(text)) found.add(control);
  };
  for (const path of pages) await look(path);
  await mona.post(`/admin/recaps/${recap.body['id'] as string}/withhold`, { rule: 'respect', reason: 'Figs again' });
  await look(`${recapHere}/moderation/show`);
  return found;
}

/** The forms that send, of one page. */
function controlsIn(page: string): string[] {
  return [...page.matchAll(/<form([^>]*)>([^]*?)<\/form>/g)].flatMap(([, attributes, inside]) => {
    if (!attributes!.includes('method="post"')) return [];
    const action = /action="([^"?]*)/
      .exec(attributes!)![1]!
      .replace(/^\/organize\/(?!programmes$)[^/]+(?=\/)/, '')
      .replace(/^\/c\/[^/]+(?:\/t\/[^/]+)?/, '')
      .replace(/\/[0-9a-f-]{36}/g, '/{id}')
      .replace(/^\/recaps\/[^/]+/, '/recaps/{recap}');
    const fields = [...inside!.matchAll(/<(input|select|textarea|button)\b([^>]*)>/g)].flatMap(([, tag, more]) => {
      const name = /\bname="([^"]+)"/.exec(more!)?.[1]?.replace(/\d+/g, '#');
      const value = /\bvalue="([^"]*)"/.exec(more!)?.[1] ?? '';
      return name === undefined ? [] : [tag === 'button' ? `${name}=${value}` : name];
    });
    return [action, ...fields.map((field) => `${action} ${field}`)];
  });
}

/** The form that sets a route's field; undefined where nobody has said. */
function controlOf(change: string): string | undefined {
  const [, route, field] = /^(\S+ \S+) (.*)$/.exec(change)!;
  const known = CONTROLS[route!] ?? {};
  return (
    known[field!] ?? known[Object.keys(known).find((key) => key.endsWith('*') && field!.startsWith(key.slice(0, -1)))!]
  );
}

describe('the pages of organizers and moderators', () => {
  it('can do what the API can, field by field, or it is said why not', () => {
    expect(changes.length).toBeGreaterThan(100);
    expect(changes.filter((change) => controlOf(change) === undefined)).toEqual([]);
  });

  it('have a form and a field for each', () => {
    const named = changes.map((change) => ({ change, control: controlOf(change)! }));
    expect(named.filter(({ control }) => !control?.startsWith('- ') && !controls.has(control))).toEqual([]);
  });

  it('leave nothing out for a reason that is about nothing', () => {
    const known = new Set(changes.map((change) => change.trimEnd()));
    const said = Object.entries(CONTROLS).flatMap(([route, fields]) =>
      Object.keys(fields)
        .filter((field) => !field.endsWith('*'))
        .map((field) => `${route} ${field}`.trimEnd()),
    );
    expect(said.filter((change) => !known.has(change))).toEqual([]);
  });
});
