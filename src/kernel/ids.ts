import { createHash, randomBytes, randomUUID } from 'node:crypto';

/**
 * A UUID version 7 (RFC 9562, 5.7), which sorts by the millisecond of its making. For rows whose time is public anyway.
 */
export function timedId(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  // The random bits and the variant are those of a version 4, which Node draws in bulk.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** The time at which an id of version 7 was made; null for other ids. */
export const madeAt = (id: string): Date | null =>
  id[14] === '7' ? new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)) : null;

/**
 * A UUID version 4, which tells nothing, not even its time. For accounts, personas, sessions, receipts, invitations.
 */
export const blindId = (): string => randomUUID();

/** A UUID version 8 (RFC 9562, 5.8) made of names: the same for the same names, here and in every process. */
export function namedId(...names: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(names)).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** A random secret of 256 bits in base64url (43 characters). */
export const secretToken = (): string => randomBytes(32).toString('base64url');

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
