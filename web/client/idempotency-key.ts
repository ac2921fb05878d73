/**
 * Random, 128 bits. Not crypto.randomUUID, which pages opened by a laptop's address on the local network do not have.
 */
export const newIdempotencyKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
