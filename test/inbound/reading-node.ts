import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { RunningServer } from '../support/server.ts';
import type { World } from '../support/world.ts';
import { FREQUENT_CHECKS } from './short-holds.ts';

/** The mailbox that a node reads: its address, and the certificate to trust. */
interface MailboxAccess {
  certificate: string;
  url: () => string;
}

/** Starts a node beside a world, in a process of its own, that reads a mailbox; throws its output when it ends. */
export async function startsReading(
  world: World,
  imap: MailboxAccess,
  { folder, ...settings }: Record<string, string> & { folder: string },
): Promise<RunningServer> {
  const node = await RunningServer.start({
    DATABASE_URL: world.databaseUrl,
    DATA_DIR: await world.sharesOutbox(path.join(world.dataDir, folder)),
    SECRET_KEYS: (await readFile(path.join(world.dataDir, 'keys', 'secret-keys'), 'utf8')).trim(),
    DEMO: 'off',
    RATE_LIMITS: 'off',
    INBOUND: imap.url(),
    NODE_EXTRA_CA_CERTS: imap.certificate,
    LOG_LEVEL: 'info',
    ...FREQUENT_CHECKS,
    ...settings,
  });
  if (node.exit !== null) throw new Error(`the server ended: ${node.output}`);
  return node;
}
