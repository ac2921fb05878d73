import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { RunningImap } from '../inbound/imap-server.ts';
import { emailWith } from '../inbound/made-emails.ts';
import { freshDatabase } from '../support/database.ts';
import { inLongForm } from '../support/form.ts';
import { RunningRedis } from '../support/redis.ts';
import { typed } from '../support/server.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('dovecot');
skipWithout('redis-server');

let dir: string;
let imap: RunningImap;
let redis: RunningRedis;
let database: { url: string; drop: () => Promise<void> };
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-mailbox-'));
  [imap, redis, database] = [await RunningImap.open(), await RunningRedis.open(), await freshDatabase()];
});
afterAll(async () => {
  await imap.close();
  await redis.close();
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

/** The words of the doctor about a mailbox; the authority of its server is known to the system unless left out. */
async function says(INBOUND: string, authority = imap.certificate): Promise<string> {
  const settings = { DATABASE_URL: database.url, DATA_DIR: dir, INBOUND, INBOUND_TRUSTS: 'mx.mail.example' };
  return (await typed(['doctor'], { ...settings, REDIS_URL: redis.url, NODE_EXTRA_CA_CERTS: authority })).said;
}

describe('examining a mailbox and Redis', () => {
  it('signs in as the forum does, and leaves what is there unread', async () => {
    await imap.delivers(emailWith('Hello.', { To: 'forum@mail.example' }));
    const said = await says(imap.url());
    expect(said).toMatch(/^✓ Replies: the mailbox at localhost:\d+ is read\.$/m);
    expect(said).toMatch(/^✓ Redis: it answers\.$/m);
    expect(await imap.count()).toBe(1);
  });

  inLongForm(
    'says that the password, the folder or the certificate is wrong, and not which user was tried',
    async () => {
      const refused = await says(imap.url('wrong'));
      expect(refused).toMatch(/^✗ Replies: localhost:\d+ refuses the user or the password in INBOUND \(/m);
      expect(refused).not.toContain('forum@mail.example');
      expect(await says(`${imap.url()}/Nowhere`)).toMatch(
        /^✗ Replies: the mailbox at localhost:\d+ cannot be read \(/m,
      );
      expect(await says(imap.url(), '')).toMatch(
        /^✗ Replies: the mailbox at localhost:\d+ cannot be read \(.*certificate/m,
      );
    },
  );
});
