import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { becomes } from '../questions/stage.ts';
import { codeIn, until, World, type Json, type Person } from '../support/world.ts';

export interface ModeratedForum {
  world: World;
  slug: string;
  threadId: string;
  olga: Person;
  mona: Person;
  ada: Person;
  bob: Person;
  carl: Person;
}

/** A conference with an organizer, a moderator, an author and two readers. */
export async function forum(
  settings: Json = { screening: 'none' },
  config: Record<string, string> = {},
): Promise<ModeratedForum> {
  const world = await World.open(config);
  const olga = await world.person('olga').signsIn();
  const { slug, threadId } = await world.conference(olga, { settings });
  const [mona, ada, bob, carl] = (await Promise.all(
    ['mona', 'ada', 'bob', 'carl'].map((name) => world.person(name).signsIn()),
  )) as [Person, Person, Person, Person];
  await becomes(mona, olga, { slug, role: 'moderator' }, 'Mona');
  await ada.calledIn(slug, 'Ada');
  return { world, slug, threadId, olga, mona, ada, bob, carl };
}

/** Makes every account so far old enough for its reports to count towards a hold. */
export const ages = (world: World): Promise<unknown> => world.query('update accounts set created_on = created_on - 2');

export const reports = (person: Person, comment: Json, extra: Json = {}) =>
  person.post(`/comments/${comment['id'] as string}/reports`, {
    rule: 'respect',
    reason: 'It insults somebody.',
    ...extra,
  });
export const withholds = (person: Person, comment: Json, reason = 'An insult') =>
  person.post(`/admin/comments/${comment['id'] as string}/withhold`, { rule: 'respect', reason });
export const queue = async (person: Person, slug: string, kind = 'held'): Promise<Json[]> =>
  (await person.get(`/admin/conferences/${slug}/queue?kind=${kind}&limit=100`)).body['items'] as Json[];
export const ledger = async (person: Person, slug: string): Promise<Json[]> =>
  (await person.get(`/conferences/${slug}/ledger?limit=100`)).body['items'] as Json[];

/** Reports without an account, confirmed by the code that was mailed; answers the receipt. */
export async function reportsAsGuest(world: World, name: string, comment: Json): Promise<string> {
  const guest = world.person(name);
  const before = await world.mails();
  const asked = await reports(guest, comment, { email: guest.email, goodFaith: true });
  if (asked.status !== 202) throw new Error(`a report was refused: ${asked.text}`);
  const confirmed = await guest.post('/auth/sessions', {
    email: guest.email,
    code: codeIn(await world.nextMail(before, guest.email)),
  });
  if (confirmed.status !== 201) throw new Error(`a report was not confirmed: ${confirmed.text}`);
  guest.token = confirmed.body['token'] as string;
  return asked.body['receipt'] as string;
}

const decoded = (mail: string): string => {
  const text = mail.replace(/=\r\n/g, '');
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
};

/**
 * All letters to an address so far, oldest first, readable; those that are due have left, those that are collected have
 * not.
 */
export async function emailsTo(world: World, to: string): Promise<string[]> {
  const due =
    'select from decision_letters where left_at is null and (due_at is null or tried_at is not null or due_at <= $1)';
  await until('the letters to leave', async () => (await world.query(due, [world.clock.now()])).length === 0);
  const all = await Promise.all(
    (await world.mails()).map((name) => readFile(path.join(world.dataDir, 'outbox', name), 'utf8')),
  );
  return all.map(decoded).filter((mail) => mail.includes(`To: ${to}`));
}
