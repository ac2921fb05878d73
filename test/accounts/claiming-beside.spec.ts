import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { until, World, type Answer, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

interface SpeakerInvitation {
  readonly slug: string;
  readonly talks: readonly string[];
  readonly linkId: string;
  readonly token: string;
}

const lists = (slug: string, talkId: string): Promise<Answer> =>
  olga.post(`/admin/conferences/${slug}/invitations/batch`, {
    people: [{ email: 'ada@mail.example', role: 'speaker', talkIds: [talkId] }],
  });

/** A conference of two talks of Ada, who was mailed an invitation to the first, as one of its speakers or of a list. */
async function invited(isListed: boolean): Promise<SpeakerInvitation> {
  const { slug } = await world.conference(olga);
  const talks: string[] = [];
  const before = await world.mails();
  for (const title of ['On engines', 'On bugs']) {
    const made = await olga.post(`/admin/conferences/${slug}/talks`, {
      title,
      slug: title.toLowerCase().replace(' ', '-'),
      startsAt: world.clock.in({ hours: 2 }).toISOString(),
      durationMinutes: 30,
      room: title,
      speakers: [{ name: 'Ada Byron' }],
    });
    talks.push(made.body['id'] as string);
    if (talks.length > 1) continue;
    if (isListed) await lists(slug, talks[0]!);
    else {
      await addresses(slug);
      await olga.post(`/admin/conferences/${slug}/speakers/invitations`, { kind: 'invitation' });
    }
  }
  const email = await world.nextMail(before, 'ada@mail.example', /\/claim#/);
  await until('the e-mail to be noted as sent', async () => {
    await world.runNow('accounts/mail-invitations');
    return (await world.query('select from invitation_emails where sent_at is null')).length === 0;
  });
  const [row] = await world.query<{ linkId: string }>(
    `select e.id "linkId" from invitation_emails e join conferences c on c.id = e.conference_id where c.slug = $1`,
    [slug],
  );
  return { slug, talks, linkId: row!.linkId, token: /\/claim#([\w-]+)/.exec(email)![1]! };
}

const addresses = (slug: string): Promise<Answer> =>
  olga.ask(
    'POST',
    `${world.base}/organize/${slug}/speakers/addresses`,
    new URLSearchParams({ addresses: 'Ada Byron, ada@mail.example' }).toString(),
    { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000' },
  );

const waitsForLocks = (count: number): Promise<unknown> =>
  until(`${count} to wait for a lock`, async () => {
    const waiting = await world.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return waiting.length === count;
  });

describe('a link that is accepted', () => {
  it.each<[string, (of: SpeakerInvitation) => Promise<unknown>]>([
    [
      'while the mail server answers for its e-mail',
      async ({ linkId }) => {
        await world.query('update invitation_emails set sent_at = null, tried_at = null where id = $1', [linkId]);
        await world.runNow('accounts/mail-invitations');
      },
    ],
    ['while its person is invited to another talk', ({ slug, talks }) => lists(slug, talks[1]!)],
    [
      'while all speakers are invited again',
      async ({ slug }) => {
        await addresses(slug);
        return olga.post(`/admin/conferences/${slug}/speakers/invitations`, { kind: 'invitation' });
      },
    ],
    [
      'while its person is reminded of it',
      async ({ slug }) => {
        world.advance({ hours: 30 });
        return olga.post(`/admin/conferences/${slug}/speakers/invitations`, { kind: 'reminder' });
      },
    ],
  ])('gives its right %s', async (when, beside) => {
    const of = await invited(when.includes('another talk'));
    const ada = await world.person('ada').signsIn();
    const holder = new pg.Client({ connectionString: world.databaseUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from invitations where link_id = $1 for update', [of.linkId]);
    // First in the line for the link, so that it gets it while the other holds what it took before.
    const claimed = ada.post('/claims', { token: of.token });
    await waitsForLocks(1);
    const other = beside(of);
    await waitsForLocks(2);
    await holder.query('commit');
    await holder.end();
    expect((await claimed).status).toBe(200);
    const answer = (await other) as Answer | undefined;
    expect([undefined, 200, 201]).toContain(answer?.status);
    const [grant] = await world.query(`select from grants where talk_id = $1 and role = 'speaker'`, [of.talks[0]]);
    expect(grant).toBeDefined();
  });
});
