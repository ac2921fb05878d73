import { randomUUID } from 'node:crypto';
import { AddressDesk } from '../../src/accounts/address-desk.ts';
import type { Email } from '../../src/platform/mail/email.ts';
import type { Person, World } from '../support/world.ts';
import { emailWith, parts } from './made-emails.ts';

/** The words of a trusted mail server about a sender it has checked. */
export const PASS = 'mx.mail.example; dmarc=pass header.from=mail.example';

/** Somebody who has said something in a thread. */
export interface Replier {
  person: Person;
  accountId: string;
  threadId: string;
  commentId: string;
}

/** Somebody new in a thread, who has replied by e-mail before unless this is their first. */
export async function replierIn(
  world: World,
  { slug, threadId }: { slug: string; threadId: string },
  name: string,
  { isFirst = false } = {},
): Promise<Replier> {
  const person = await (await world.person(name).signsIn()).calledIn(slug, `Called ${name}`);
  const said = await person.says(threadId, `Something to reply to, by ${name}.`);
  const [row] = await world.query<{ id: string }>('select account_id id from personas where id = $1', [
    said['author'].id,
  ]);
  if (!isFirst) await world.query('insert into email_repliers (account_id) values ($1)', [row!.id]);
  return { person, accountId: row!.id, threadId, commentId: said['id'] as string };
}

/** An e-mail to somebody about what they said. */
export const newsFor = ({ accountId, threadId, commentId }: Replier): Email => ({
  id: randomUUID(),
  accountId,
  locale: 'en',
  subject: 'A talk',
  text: 'Somebody replied.',
  reply: { threadId, commentId },
});

/** Sends an e-mail to somebody; returns where a reply goes. */
export async function mailed(world: World, replier: Replier): Promise<string> {
  const before = await world.mails();
  await world.app.get(AddressDesk).writeTo(replier.accountId, newsFor(replier));
  // By its words: a receipt for an earlier reply may come in between.
  const sent = await world.nextMail(before, replier.person.email, /Somebody replied\./);
  return /^Reply-To: <?([^\s>]+)/im.exec(sent)![1]!;
}

/** The reply of a person, as their mail server hands it on. */
export const replyOf = (
  { person }: Replier,
  to: string,
  body: string,
  fields: Record<string, string | null> = {},
): Buffer =>
  emailWith(body, {
    From: person.email,
    To: to,
    'Message-ID': `<${randomUUID()}@mail.example>`,
    'Authentication-Results': PASS,
    ...fields,
  });

/** A mail system's word that an e-mail could not be delivered (RFC 3464). */
export function reportOf(status: string, to: string): Buffer {
  const { body, type } = parts(
    'multipart/report; report-type=delivery-status',
    'Content-Type: text/plain\r\n\r\nSorry.',
    'Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\nAction: failed\r\n' +
      `Status: ${status}\r\n`,
  );
  return emailWith(body, { 'Content-Type': type, From: 'MAILER-DAEMON@mail.example', To: to });
}
