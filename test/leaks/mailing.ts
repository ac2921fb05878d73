import { randomBytes } from 'node:crypto';
import { MailClient } from '../inbound/mail-client.ts';
import { emailWith, parts } from '../inbound/made-emails.ts';
import { until } from '../support/world.ts';
import { ADDRESSES, type LeakForum } from './forum.ts';
import { past } from './stores.ts';

/** The name with which the operator's mail server signs what it has checked. */
export const TRUSTED = 'mx.mail.example';

const marked = (): string => `mark${randomBytes(8).toString('hex')}`;

/** Words that stand in e-mails beside what their authors say, and nowhere else. */
export const MARKS = {
  name: marked(),
  relay: marked(),
  signature: marked(),
  quotation: marked(),
  subject: marked(),
  messageId: marked(),
  attachment: marked(),
  boundary: marked(),
  report: marked(),
} as const;

const { correspondent, stranger } = ADDRESSES;

/** A person's e-mail, with addresses and marks in every field and around every word. */
function hostile(from: string, words: string, fields: Record<string, string | null> = {}): Buffer {
  const signed =
    `${words} Write to ${correspondent}, <${stranger}> or mailto:${correspondent}.\r\n\r\n` +
    `On Mon, 30 Nov 2026 at 10:02, ${MARKS.quotation} <${correspondent}> wrote:\r\n> ${MARKS.quotation}\r\n`;
  const { body } = parts(
    'multipart/mixed',
    `Content-Type: text/plain; charset=utf-8\r\n\r\n${signed}\r\n-- \r\n${MARKS.signature} ${correspondent}\r\n`,
    `Content-Type: text/html; name="${MARKS.attachment}.html"\r\nContent-Disposition: attachment; ` +
      `filename="${MARKS.attachment}.html"\r\n\r\n<p>${correspondent} ${MARKS.attachment}</p>`,
  );
  return emailWith(body.replaceAll('--cut', `--${MARKS.boundary}`), {
    'Return-Path': `<${correspondent}>`,
    Received: `from ${MARKS.relay} (${correspondent} [203.0.113.77]) by ${TRUSTED} for <${stranger}>`,
    'DKIM-Signature': `v=1; a=rsa-sha256; d=${correspondent.split('@')[1]}; i=${correspondent}; bh=x; b=x`,
    'Authentication-Results': `${TRUSTED}; dmarc=pass header.from=${from.split('@')[1]} smtp.mailfrom=${from}`,
    From: `"${MARKS.name}" <${from}>`,
    Sender: correspondent,
    'Reply-To': correspondent,
    To: `"${correspondent}" <${stranger}>`,
    Cc: correspondent,
    Subject: `Re: ${MARKS.subject} ${correspondent}`,
    'Message-ID': `<${randomBytes(6).toString('hex')}.${MARKS.messageId}.${correspondent}>`,
    'In-Reply-To': `<${MARKS.messageId}.${correspondent}>`,
    'X-Originating-IP': `[203.0.113.77] ${correspondent}`,
    'Content-Type': `multipart/mixed; boundary=${MARKS.boundary}`,
    ...fields,
  });
}

/** A report to an envelope, naming its recipient in every way that standards and habits have. */
function report(status: string): Buffer {
  const { body, type } = parts(
    'multipart/report; report-type=delivery-status',
    `Content-Type: text/plain\r\n\r\n<${ADDRESSES.asker}>: ${status} unknown ${MARKS.report} ${correspondent}`,
    `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; ${MARKS.report}\r\n\r\n` +
      `Original-Recipient: rfc822;${ADDRESSES.asker}\r\nFinal-Recipient: rfc822;${correspondent}\r\n` +
      `Action: failed\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 ${status} <${correspondent}> ${MARKS.report}`,
    `Content-Type: message/rfc822\r\n\r\nTo: ${ADDRESSES.asker}\r\nSubject: ${MARKS.report}\r\n\r\n${correspondent}`,
  );
  return emailWith(body, {
    'Content-Type': type,
    From: `MAILER-DAEMON <mailer-daemon@${correspondent.split('@')[1]}>`,
  });
}

const complaint = (): Buffer => {
  const { body, type } = parts(
    'multipart/report; report-type=feedback-report',
    `Content-Type: text/plain\r\n\r\n${correspondent} ${MARKS.report}`,
    `Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nOriginal-Mail-From: <${correspondent}>\r\n` +
      `Original-Rcpt-To: <${ADDRESSES.asker}>\r\nSource-IP: 203.0.113.77\r\n`,
    `Content-Type: message/rfc822\r\n\r\nTo: ${ADDRESSES.asker}\r\n\r\n${MARKS.report}`,
  );
  return emailWith(body, { 'Content-Type': type, From: correspondent });
};

/** The addresses in the newest e-mail to somebody: where a reply goes, and what ends its kind. */
async function ownAddressesIn(forum: LeakForum, to: string): Promise<{ replyTo: string; endTo: string }> {
  const found = await until('an e-mail that can be answered', async () =>
    (await forum.mails()).findLast((mail) => mail.includes(`To: ${to.toLowerCase()}`) && /^Reply-To:/im.test(mail)),
  );
  const unfolded = found.replaceAll(/\r?\n[ \t]+/g, ' ');
  return {
    replyTo: /^Reply-To: <?([^\s>]+)/im.exec(unfolded)![1]!,
    endTo: /mailto:([^>?]+)/.exec(unfolded)![1]!,
  };
}

/**
 * Hands in what a mail server could: replies of their owner, of others and of machines, forged and broken ones, and
 * what comes back. The owner reads their drafts, publishes some and gives up others. Answers what was handed in.
 */
export async function mailIn(forum: LeakForum, port: number): Promise<readonly Buffer[]> {
  const handed: Buffer[] = [];
  const client = await MailClient.connect(port);
  const { replyTo, endTo } = await ownAddressesIn(forum, ADDRESSES.asker);
  const owner = ADDRESSES.asker.toLowerCase();
  const answers: string[] = [];
  const handIn = async (to: string, raw: Buffer, from = correspondent): Promise<void> => {
    handed.push(raw);
    answers.push(await client.handsIn(to, raw, from));
    // As if hours passed, because an address takes five an hour.
    await past(forum, `update taken_replies set at = at - interval '2 hours'`, []);
  };
  const both = `From: ${owner}\r\nFrom: ${correspondent}\r\n`;
  for (const raw of [
    hostile(owner, 'The condor is mine.'),
    hostile(correspondent, 'The condor is of another.'),
    hostile(owner, 'The condor is not proved.', { 'Authentication-Results': `${correspondent}; dmarc=pass` }),
    hostile(owner, 'The condor is away.', { Subject: `Out of office ${correspondent} ${MARKS.subject}` }),
    hostile(owner, 'The condor is a machine.', { 'Auto-Submitted': `auto-replied; by=${correspondent}` }),
    Buffer.concat([Buffer.from(both), hostile(owner, 'The condor has two fathers.', { From: null })]),
    hostile(owner, 'The condor is broken.', { 'Content-Type': `multipart/mixed; boundary="${correspondent}` }),
    Buffer.from(`${correspondent}\r\n${MARKS.relay}\0${stranger}\r\n: ${correspondent}\r\n\r\n`),
    hostile(owner, '', { Subject: `=?utf-8?B?${Buffer.from(correspondent).toString('base64')}?=` }),
  ])
    await handIn(replyTo, raw);
  for (const to of [
    correspondent,
    `reply+${'0'.repeat(32)}@localhost`,
    `${correspondent}@localhost`,
    `"${stranger}"@a`,
  ])
    await handIn(to, hostile(owner, 'To nobody.'));
  for (const [i, envelope] of (await forum.envelopesOf(owner)).entries())
    await handIn(envelope, [report('5.7.1'), complaint(), report('4.2.2'), report('5.1.1')][i % 4]!, '');
  await handIn(endTo.replace(/\.\w+@/, '.followed@'), hostile(owner, 'No more.'));
  forum.keep('mail', 'the answers to a mail server', answers.join('\n'));
  client.close();

  const drafts = await until('all drafts to be told', async () => {
    const told = (await forum.mails()).flatMap((mail) =>
      [...mail.replaceAll(/=\r?\n/g, '').matchAll(/\/me\/replies\/([0-9a-f-]{36})/g)].map(([, id]) => id!),
    );
    return new Set(told).size >= 5 && [...new Set(told)];
  });
  for (const [i, id] of drafts.entries()) {
    await forum.ask('asker', 'GET', `/me/replies/${id}`);
    await forum.ask('participant', 'GET', `/me/replies/${id}`);
    const act = ['publish', 'leave'][i % 2]!;
    const form = new URLSearchParams({ act, body: `The condor, confirmed by ${correspondent}, number ${i}.` });
    await forum.ask('asker', 'POST', `/me/replies/${id}`, form.toString(), 'application/x-www-form-urlencoded');
  }
  for (const page of ['/me/email', '/me', '/me/notices']) await forum.ask('asker', 'GET', page);
  return handed;
}
