import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Notices } from '../../src/accounts/notices.ts';
import { until, type Json, type Person } from '../support/world.ts';
import { forum, emailsTo, withholds, type ModeratedForum } from './forum.ts';

let f: ModeratedForum;
beforeAll(async () => {
  f = await forum();
});
afterAll(() => f.world.close());

/** Lets time pass, after which the server looks at what is due. */
const passes = (minutes: number): void => {
  f.world.advance({ minutes });
  f.world.app.get(Notices, { strict: false }).signal();
};
const speaks = async (name: string, count: number): Promise<{ person: Person; said: Json[] }> => {
  const person = await (await f.world.person(name).signsIn()).calledIn(f.slug, name);
  const said: Json[] = [];
  for (let i = 0; i < count; i += 1) said.push(await person.says(f.threadId, `${name} says number ${i}`));
  return { person, said };
};
const subjectsTo = async (person: Person): Promise<string[]> =>
  (await noticesTo(person)).map((mail) => /^Subject: (.*)$/m.exec(mail)![1]!.trim());
/** Without the codes to sign in. */
const noticesTo = async (person: Person): Promise<string[]> =>
  (await emailsTo(f.world, person.email)).filter((mail) => !/^Subject: (Your sign-in code|Votre code|=\?)/m.test(mail));
/** In the plain text, which the HTML behind it repeats. */
const tellsOf = (mail: string): string[] =>
  [...mail.split('Content-Type: text/html')[0]!.matchAll(/\/me\/statements\/([0-9a-f-]{36})/g)].map(([, id]) => id!);
const messageIdOf = (mail: string): string => /^Message-ID: <([^@]+)@/im.exec(mail)![1]!;
const rowsOf = async (person: Person): Promise<Json[]> => {
  const statements = (await person.get('/me/statements?limit=100')).body['items'] as Json[];
  return f.world.query(
    'select email_id "emailId", due_at "dueAt", left_at "leftAt" from decision_letters where decision_id = any($1)',
    [statements.map((statement) => statement['decisionId'])],
  );
};
const untilEmails = (person: Person, count: number): Promise<string[]> =>
  until(`${count} e-mails to ${person.email}`, async () => {
    const emails = await noticesTo(person);
    return emails.length >= count ? emails : null;
  });

describe('decisions of one kind about one person', () => {
  it('are told at once for the first, and in one e-mail for the nineteen that follow within ten minutes', async () => {
    const { person, said } = await speaks('ada2', 20);
    await withholds(f.mona, said[0]!);
    const [first] = await untilEmails(person, 1);
    expect(tellsOf(first!)).toHaveLength(1);
    expect(first).toContain('Subject: [A conference] Your comment was hidden');
    for (const comment of said.slice(1)) expect((await withholds(f.mona, comment)).status).toBe(200);
    expect(await noticesTo(person)).toHaveLength(1);
    passes(11);
    const [, second] = await untilEmails(person, 2);
    expect(second).toContain('Subject: [A conference] 19 of your comments were hidden');
    expect(second).toContain('19. Your comment in');
    expect(second).toContain('Reason: An insult');
    const statements = (await person.get('/me/statements?limit=100')).body['items'] as Json[];
    const told = [...tellsOf(first!), ...tellsOf(second!)];
    expect(told.toSorted()).toEqual(statements.map((statement) => statement['decisionId'] as string).toSorted());
    expect(new Set(told).size).toBe(20);
    // Nothing is left, and nothing comes a second time.
    passes(11);
    await withholds(f.mona, (await speaks('bea', 1)).said[0]!);
    expect(await noticesTo(person)).toHaveLength(2);
  });

  it('never hold up a decision of another kind, nor those about somebody else', async () => {
    const { person, said } = await speaks('cleo', 2);
    await withholds(f.mona, said[0]!);
    await untilEmails(person, 1);
    await withholds(f.mona, said[1]!);
    expect(
      (await f.olga.post(`/admin/comments/${said[0]!['id'] as string}/restore`, { reason: 'Read again' })).status,
    ).toBe(200);
    const {
      person: other,
      said: [theirs],
    } = await speaks('dora', 1);
    await withholds(f.mona, theirs!);
    await untilEmails(other, 1);
    await untilEmails(person, 2);
    expect(await subjectsTo(person)).toEqual([
      '[A conference] Your comment was hidden',
      '[A conference] Your comment is visible again',
    ]);
  });

  it('speak French to those who read French', async () => {
    const { person, said } = await speaks('emma', 3);
    await person.patch('/me', { locale: 'fr' });
    await withholds(f.mona, said[0]!);
    await until('the first e-mail', async () => (await emailsTo(f.world, person.email)).length >= 2);
    for (const comment of said.slice(1)) await withholds(f.mona, comment);
    passes(11);
    const listing = await until('the list', async () =>
      (await emailsTo(f.world, person.email)).find((mail) => mail.includes('en un seul e-mail')),
    );
    expect(tellsOf(listing)).toHaveLength(2);
    expect(listing).toContain('2. Votre commentaire dans «\u00A0Hallway\u00A0» a été masqué');
    // The conference is in English.
    expect(listing).toContain('Règle\u00A0: Respecter les personnes');
    expect(listing).toContain('Si l’une de ces décisions vous semble injuste');
  });
});

describe('an e-mail that a server did not finish', () => {
  const outbox = (): string => path.join(f.world.dataDir, 'outbox');

  it('is tried again with the same words and the same Message-ID; what came meanwhile follows in another', async () => {
    const { person, said } = await speaks('fay', 3);
    await rename(outbox(), `${outbox()}.away`);
    await writeFile(outbox(), 'no folder');
    await withholds(f.mona, said[0]!);
    const tried = await until('the first to have been tried', async () =>
      (await rowsOf(person)).find((row) => row['emailId'] !== null && row['leftAt'] === null),
    );
    for (const comment of said.slice(1)) await withholds(f.mona, comment);
    await until(
      'the others to be waiting',
      async () => (await rowsOf(person)).filter((row) => row['emailId'] === null && row['dueAt'] !== null).length === 2,
    );
    await rm(outbox());
    await rename(`${outbox()}.away`, outbox());
    passes(6);
    const [first] = await untilEmails(person, 1);
    expect([messageIdOf(first!), tellsOf(first!).length]).toEqual([tried['emailId'], 1]);
    passes(11);
    const [, second] = await untilEmails(person, 2);
    expect(tellsOf(second!)).toHaveLength(2);

    // As a kill between the mail server's answer and the note of it leaves the rows.
    await f.world.query(`update decision_letters set left_at = null where email_id = $1`, [messageIdOf(second!)]);
    passes(6);
    const [, , again] = await untilEmails(person, 3);
    expect([messageIdOf(again!), tellsOf(again!)]).toEqual([messageIdOf(second!), tellsOf(second!)]);
  });

  it('is sent by one of two nodes', async () => {
    const other = await f.world.beside();
    other.clock.correction = f.world.clock.correction;
    try {
      const { person, said } = await speaks('gwen', 6);
      await Promise.all(said.map((comment) => withholds(f.mona, comment)));
      await untilEmails(person, 1);
      other.advance({ minutes: 11 });
      passes(11);
      const emails = await until('all to be told', async () => {
        const sent = await noticesTo(person);
        return sent.flatMap(tellsOf).length >= 6 ? sent : null;
      });
      expect(emails.length).toBeLessThanOrEqual(2);
      expect(new Set(emails.flatMap(tellsOf)).size).toBe(6);
      expect(emails.flatMap(tellsOf)).toHaveLength(6);
    } finally {
      await other.close();
    }
  });
});
