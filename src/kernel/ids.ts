import { randomBytes, randomUUID } from 'node:crypto';

/** UUID version 7 (RFC 9562, 5.7): sorts by the millisecond of its making. For things whose time is public anyway. */
export function timedId(at: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** UUID version 4: tells nothing, not even when. For accounts, personas, sessions, receipts, invitations. */
export const blindId = (): string => randomUUID();

/** 256 bits that nobody guesses, in base64url (43 characters). */
export const secretToken = (): string => randomBytes(32).toString('base64url');

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
