import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { dateIn, instantIn } from '../../src/kernel/zone.ts';
import type { World } from '../support/world.ts';

/** The zone of the conferences of tests. */
export const ZONE = 'Europe/Paris';

/** The e-mails about notices that an account got, in their order, without codes and decisions. */
export async function noticeEmails(world: World, address: string): Promise<ParsedMail[]> {
  const parsed = await Promise.all(
    (await world.mails()).map(async (name) =>
      simpleParser(await readFile(path.join(world.dataDir, 'outbox', name), 'utf8')),
    ),
  );
  return parsed.filter((mail) => recipientOf(mail) === address && mail.headers.has('list'));
}

const recipientOf = ({ to }: ParsedMail): string | undefined => [to ?? []].flat()[0]?.value[0]?.address;

/** The comments an e-mail leads to, each once. */
export const commentsIn = ({ text = '' }: ParsedMail): string[] => [
  ...new Set([...text.matchAll(/\?comment=([0-9a-f-]{36})/g)].map(([, id]) => id!)),
];

/** Lets the nodes read the logs and send what is due. */
export async function settle(...worlds: readonly World[]): Promise<void> {
  for (const world of worlds) {
    await world.runNow('threads/read-logs');
    await world.runNow('notifications/tell-notices');
  }
}

/** Moves the clocks to an hour of a day that is `days` ahead. */
export function advanceTo(worlds: readonly World[], days: number, time: string): void {
  const now = worlds[0]!.clock.now();
  const day = dateIn(ZONE, new Date(now.getTime() + days * 86_400_000));
  const seconds = (instantIn(ZONE, day, time).getTime() - now.getTime()) / 1_000;
  for (const world of worlds) world.advance({ seconds });
}

/** A day that is `days` ahead, by the calendar of the conference. */
export const dayAhead = (world: World, days: number): string =>
  dateIn(ZONE, new Date(world.clock.now().getTime() + days * 86_400_000));
