import { readArrival, type PersonsEmail, type ReadEmail } from '../../src/inbound/reading/read-email.ts';

export const rules = {
  markers: ['— Write your reply above this line —'],
  signs: ['@forum.example'],
  trustedHosts: ['mx.forum.example'],
};

/** An e-mail of a person; later fields replace those of the same name, null leaves one out. */
export function emailWith(body: string | Buffer, fields: Record<string, string | null | undefined> = {}): Buffer {
  const all: Record<string, string | null | undefined> = {
    From: 'Ada <ada@mail.example>',
    To: 'reply+abc@forum.example',
    Subject: 'Re: [Talks] Mail',
    'Message-ID': '<1@mail.example>',
    Date: 'Mon, 30 Nov 2026 10:02:00 +0100',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...fields,
  };
  const head = Object.entries(all).flatMap(([name, value]) => (value == null ? [] : [`${name}: ${value}`]));
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
}

/** Reads it as one to a reply address. */
export const read = async (raw: Buffer, envelopeFrom: string | null = 'ada@mail.example'): Promise<ReadEmail> =>
  (await readArrival({ raw, envelopeFrom }, rules)).read;

/** Reads it as a person's; throws for anything else. */
export async function reply(raw: Buffer): Promise<PersonsEmail> {
  const email = await read(raw);
  if (email.kind !== 'reply') throw new Error(`it was read as ${JSON.stringify(email)}`);
  return email;
}

/** A body of several parts, and its type. */
export const parts = (type: string, ...bodies: string[]): { body: string; type: string } => ({
  type: `${type}; boundary=cut`,
  body: `${bodies.map((body) => `--cut\r\n${body}\r\n`).join('')}--cut--\r\n`,
});
