import { randomBytes, randomUUID } from 'node:crypto';

/** UUID version 7 (RFC 9562, 5.7): sorts by the millisecond of its making. For things whose time is public anyway. */
export function timedId(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  // Its random bits and its variant are those of a version 4, which Node draws many at a time.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** When a thing was made whose id is of version 7; null for other ids. */
export const madeAt = (id: string): Date | null =>
  id[14] === '7' ? new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)) : null;

/** UUID version 4: tells nothing, not even when. For accounts, personas, sessions, receipts, invitations. */
export const blindId = (): string => randomUUID();

/** 256 bits that nobody guesses, in base64url (43 characters). */
export const secretToken = (): string => randomBytes(32).toString('base64url');

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
