import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { words } from '../../locales/catalogues.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let ada: Person;
let bob: Person;
let slug: string;
let threadId: string;
let thread: string;
const say = words('en');

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga, { locale: 'en' }));
  thread = `/c/${slug}/t/hallway`;
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
  bob = await (await world.person('bob').signsIn()).calledIn(slug, 'Bob');
});
afterAll(() => world.close());

const HEADERS = { 'accept-language': 'en', accept: 'text/html' };

/** Sends a form without a script, and reads the page that it leads to. */
async function presses(person: Person, path: string, fields: Json): Promise<{ sent: Answer; next: string }> {
  const sent = await person.ask('POST', world.base + path, new URLSearchParams(fields).toString(), {
    ...HEADERS,
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
  });
  const location = sent.headers.get('location') ?? '';
  const next = location === '' ? sent.text : (await person.ask('GET', world.base + location, undefined, HEADERS)).text;
  return { sent, next };
}

/** The notice at the top of a page about the form before it. */
const saidOn = (page: string): string | undefined =>
  /<p class="notice answer" role="status">([^<]*)<\/p>/.exec(page)?.[1];
const idIn = ({ sent }: { sent: Answer }): string => /#c-([\w-]+)$/.exec(sent.headers.get('location') ?? '')![1]!;

describe('a form without a script', () => {
  it('says at the top of the next page what it did: posting, voting, editing, turning, withdrawing', async () => {
    const posted = await presses(ada, thread, { kind: 'comment', body: 'Plums keep for a winter.' });
    expect(saidOn(posted.next)).toBe(say('pages.said.comment-published'));
    const commentId = idIn(posted);
    const asked = await presses(ada, thread, { kind: 'question', body: 'Why plums?' });
    expect(saidOn(asked.next)).toBe(say('pages.said.question-published'));
    const steps: [Person, string, Json, string][] = [
      [bob, 'votes', { commentId, vote: 'on' }, 'voted'],
      [bob, 'votes', { commentId, vote: 'off', from: 'queue' }, 'vote-taken-back'],
      [bob, 'votes', { commentId: idIn(asked), vote: 'on', from: 'waiting' }, 'voted'],
      [ada, 'edits', { commentId, body: 'Plums keep for two winters.' }, 'edited'],
      [ada, 'kinds', { commentId, kind: 'question' }, 'now-question'],
      [ada, 'kinds', { commentId, kind: 'comment' }, 'now-comment'],
      [ada, 'withdrawals', { commentId }, 'withdrawn'],
    ];
    for (const [person, act, fields, said] of steps) {
      const { next } = await presses(person, `${thread}/${act}`, fields);
      expect([act, saidOn(next)]).toEqual([act, say(`pages.said.${said}`)]);
    }
  });

  it('says that what waits for a moderator does', async () => {
    await olga.patch(`/admin/threads/${threadId}`, { screening: 'all' });
    const { next } = await presses(ada, thread, { kind: 'comment', body: 'Held words of mine.' });
    expect(saidOn(next)).toBe(say('pages.said.comment-waits'));
    await olga.patch(`/admin/threads/${threadId}`, { screening: 'none' });
  });

  it('says that a report and an appeal are sent', async () => {
    const said = await bob.says(threadId, 'Buy my plums.');
    const report = { rule: 'spam', reason: 'It sells fruit.', goodFaith: 'yes' };
    const reported = await presses(ada, `/comments/${said['id'] as string}/report`, report);
    expect(saidOn(reported.next)).toBe(say('pages.said.reported'));
    await olga.post(`/admin/comments/${said['id'] as string}/withhold`, { rule: 'spam', reason: 'An advertisement.' });
    const [{ decisionId }] = (await bob.get('/me/statements')).body['items'] as [Json];
    const appealed = await presses(bob, `/me/statements/${decisionId as string}`, { reason: 'They are for free.' });
    expect(saidOn(appealed.next)).toBe(say('pages.said.appealed'));
  });

  it('says nothing to readers without a session, whose pages are the same for all', async () => {
    const page = await world.person('reader').ask('GET', `${world.base}${thread}?said=voted`, undefined, HEADERS);
    expect(saidOn(page.text)).toBeUndefined();
  });
});
