import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { Command } from 'commander';
import { contextOf } from '../../src/start/commands/command.ts';
import { mailTest } from '../../src/start/commands/mail-test.ts';
import { World } from '../support/world.ts';
import { ReceivingServer } from './receiving-server.ts';

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });

let server: ReceivingServer;
let world: World;
beforeAll(async () => {
  const opened = await ReceivingServer.open();
  ({ server } = opened);
  world = await World.open({
    SMTP_URL: opened.url,
    MAIL_FROM: 'The forum <forum@mail.example>',
    DKIM_KEY: String(KEY),
    DKIM_SELECTOR: 'autumn',
  });
});
afterAll(async () => {
  await world.close();
  await server.close();
});

/** The lines that the command prints beside the running server. */
async function printed(on: World, ...args: string[]): Promise<string> {
  const lines: string[] = [];
  const program = new Command('aftertalk').exitOverride();
  mailTest(program, {
    ...contextOf({}),
    say: (line) => lines.push(line),
    withApp: (work) => work((type) => on.app.get(type, { strict: false })),
  });
  await program.parseAsync(['mail', 'test', ...args], { from: 'user' });
  return lines.join('\n');
}

describe('mail test', () => {
  it('sends one e-mail, and prints what the DNS needs for it to be trusted', async () => {
    const said = await printed(world, 'ada@mail.example');
    expect(server.to('ada@mail.example')).toHaveLength(1);
    expect(server.emails[0]!.raw).toMatch(/^DKIM-Signature: .*d=mail\.example/m);
    expect(said).toContain('mail.example TXT "v=spf1 ip4:127.0.0.1 mx ~all"');
    expect(said).toMatch(/^autumn\._domainkey\.mail\.example TXT "v=DKIM1; k=rsa; p=[\w+/=]+"$/m);
    expect(said).toContain('_dmarc.mail.example TXT "v=DMARC1; p=quarantine"');
    expect(said).not.toContain('ada@');
  });

  it('speaks French to those who ask for it', async () => {
    await printed(world, 'bob@mail.example', '--locale', 'fr');
    expect(server.to('bob@mail.example')[0]!.parsed.subject).toBe('Un e-mail d’essai');
  });

  it('refuses what is no address, in a sentence', async () => {
    await expect(printed(world, 'nobody')).rejects.toMatchObject({
      extra: { errors: [{ detail: 'Give an e-mail address such as name@mail.example.' }] },
    });
  });
});
