/**
 * A random key of 128 bits. Not crypto.randomUUID, which is missing without https, for instance at a laptop's address
 * on the local network.
 */
export const newIdempotencyKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
