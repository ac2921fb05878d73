import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asks, becomes, settles, talkOf } from '../questions/stage.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let grace: Person;
let ada: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
});
afterAll(() => world.close());

/** A form as a page shows it: where it goes, and the fields that nobody types. */
interface ShownForm {
  action: string;
  fields: Record<string, string>;
}

const see = (who: Person, path: string): Promise<Answer> =>
  who.ask('GET', world.base + path, undefined, { accept: 'text/html', 'accept-language': 'en' });

const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** The first form of a page that holds these pieces of HTML. */
function formIn(html: string, ...pieces: string[]): ShownForm {
  const form = [...html.matchAll(/<form [^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].find(([whole]) =>
    pieces.every((piece) => whole.includes(piece)),
  );
  if (!form) throw new Error(`no form has ${pieces.join(' and ')}`);
  const hidden = [...form[2]!.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return {
    action: unescaped(form[1]!),
    fields: Object.fromEntries(hidden.map(([, name, value]) => [name!, unescaped(value!)])),
  };
}

/** A tab that shows a page, and sends a form of it later. */
async function tab(who: Person, path: string, ...pieces: string[]) {
  const { action, fields } = formIn((await see(who, path)).text, ...pieces);
  expect(Object.keys(fields)).toEqual(expect.arrayContaining([expect.stringMatching(/^(?:version|revision)$/)]));
  return (typed: Record<string, string>): Promise<Answer> =>
    who.ask('POST', world.base + action, new URLSearchParams({ ...fields, ...typed }).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost:3000',
      accept: 'text/html',
      'accept-language': 'en',
    });
}

/** Says that somebody was quicker, and shows again what was typed. */
function isTold({ status, text }: Answer, typed = ''): void {
  expect({ status, isSaid: text.includes('This was changed in the meantime'), isKept: text.includes(typed) }).toEqual({
    status: 412,
    isSaid: true,
    isKept: true,
  });
}

const here = (): string => `/c/${place.slug}/t/on-leaving`;
const threadNow = async (): Promise<Json> => (await olga.get(`/threads/${place.threadId}`)).body;

describe('of two tabs that show the same, the second', () => {
  it('locks nothing again that was locked meanwhile, and keeps its reason to be sent if it still fits', async () => {
    const open = () => tab(olga, `/organize/${place.slug}/discussions`, place.threadId, 'value="locked"');
    const [first, second] = [await open(), await open()];
    expect((await first({ reason: 'Too heated.' })).status).toBe(303);
    const refused = await second({ reason: 'Too many advertisements.' });
    isTold(refused, '>Too many advertisements.</textarea>');
    expect(await threadNow()).toMatchObject({ state: 'locked', lockReason: 'Too heated.' });
    const again = formIn(refused.text, 'Too many advertisements.');
    const sent = new URLSearchParams({ ...again.fields, reason: 'Both.' }).toString();
    const accepted = await olga.ask('POST', world.base + again.action, sent, {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost:3000',
    });
    expect(accepted.status).toBe(303);
    expect(await threadNow()).toMatchObject({ state: 'locked', lockReason: 'Both.' });
    const unlock = await tab(olga, `/organize/${place.slug}/discussions`, place.threadId, 'value="open"');
    expect((await unlock({ reason: 'Calm again.' })).status).toBe(303);
  });

  it('slows nothing down in place of another, and keeps its reason', async () => {
    const open = () => tab(olga, `${here()}/desk`, 'value="slow"');
    const [first, second] = [await open(), await open()];
    expect((await first({ interval: '60', minutes: '15', reason: 'A rush.' })).status).toBe(303);
    isTold(await second({ interval: '3600', minutes: '60', reason: 'A flood.' }), 'value="A flood."');
    expect((await threadNow())['slowMode']).toMatchObject({ interval: 60, reason: 'A rush.' });
    expect((await (await open())({ interval: '0', minutes: '0', reason: '' })).status).toBe(303);
    expect((await threadNow())['slowMode']).toBeNull();
  });

  it('changes no settings over those of the first, and shows what it had chosen', async () => {
    const [emails, language] = [
      await tab(ada, '/me/email', 'name="budget"'),
      await tab(ada, '/me', '<select id="locale"'),
    ];
    const late = await tab(ada, '/me/email', 'name="budget"');
    const before = (await ada.get('/me')).body;
    const chosen = { rhythm: 'usual', hour: '8', timeZone: '' };
    expect((await emails({ ...chosen, budget: '5' })).status).toBe(303);
    const refused = await language({ locale: 'fr' });
    isTold(refused);
    expect(refused.text).toMatch(/<option (?:selected value="fr"|value="fr" selected)/);
    isTold(await late({ ...chosen, budget: '7' }));
    expect((await ada.get('/me')).body).toMatchObject({
      locale: before['locale'],
      settings: { answersByMail: false },
      email: { budget: 5 },
    });
  });

  it('withdraws no words that it has not seen', async () => {
    const said = (await ada.says(place.threadId, 'Words to take back.'))['id'] as string;
    const open = () => tab(ada, here(), `value="${said}"`, '>Withdraw<');
    const [first, second] = [await open(), await open()];
    await ada.patch(`/comments/${said}`, { body: 'Better words.' });
    isTold(await first({}));
    expect((await ada.get(`/comments/${said}`)).body['state']).toBe('visible');
    isTold(await second({}));
    expect((await (await open())({})).status).toBe(303);
    expect((await ada.get(`/comments/${said}`)).body['state']).toBe('withdrawn');
  });

  it('makes no question of words that it has not seen, while a button that is pressed twice has done what it says', async () => {
    const said = (await ada.says(place.threadId, 'Words that ask.'))['id'] as string;
    const open = () => tab(ada, here(), `value="${said}"`, 'name="kind"');
    const [first, second] = [await open(), await open()];
    await ada.patch(`/comments/${said}`, { body: 'Words that ask nothing.' });
    isTold(await first({}));
    isTold(await second({}));
    expect((await ada.get(`/comments/${said}`)).body['kind']).toBe('comment');
    const twice = await open();
    expect([(await twice({})).status, (await twice({})).status]).toEqual([303, 303]);
    expect((await ada.get(`/comments/${said}`)).body['kind']).toBe('question');
  });

  it('notes no answer to a question that was settled meanwhile, and keeps the note', async () => {
    const question = await asks(ada, place.threadId, 'Since when?');
    await settles(grace, question, 'taken');
    const open = (act: string) => tab(grace, `${here()}/desk`, `value="${act}"`, question['id'] as string);
    const [decline, answered] = [await open('declined'), await open('answered')];
    expect((await decline({ reason: 'Not about the talk.' })).status).toBe(303);
    isTold(await answered({ note: 'Since the first of May.', minute: '12' }), '>Since the first of May.</textarea>');
    expect((await ada.get(`/comments/${question['id'] as string}`)).body['question']).toEqual({
      status: 'declined',
      reason: 'Not about the talk.',
    });
  });
});
