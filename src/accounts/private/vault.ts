import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { parseAddress, type Address } from './address.ts';
import type { SecretKey } from './keys.ts';

/** An address as the database holds it: unreadable, and findable only by who holds the index key. */
export interface SealedAddress { readonly cipher: Buffer; readonly keyId: string; readonly index: Buffer }

/** Seals addresses and opens them again: AES-256-GCM (NIST SP 800-38D), 96-bit random nonces, one key id a row. */
export class Vault {
  constructor(private readonly keys: readonly SecretKey[]) {}

  seal(address: Address): SealedAddress {
    const { id, secret } = this.keys[0]!;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', secret.subarray(0, 32), nonce);
    const body = Buffer.concat([cipher.update(address.text, 'utf8'), cipher.final()]);
    return { cipher: Buffer.concat([nonce, cipher.getAuthTag(), body]), keyId: id, index: this.index(address) };
  }

  open({ cipher, keyId }: Pick<SealedAddress, 'cipher' | 'keyId'>): Address {
    const key = this.keys.find(({ id }) => id === keyId);
    if (!key) throw new Error(`the key ${keyId} that sealed an address is not among SECRET_KEYS`);
    const decipher = createDecipheriv('aes-256-gcm', key.secret.subarray(0, 32), cipher.subarray(0, 12));
    decipher.setAuthTag(cipher.subarray(12, 28));
    const text = Buffer.concat([decipher.update(cipher.subarray(28)), decipher.final()]).toString('utf8');
    const address = parseAddress(text);
    if (!address) throw new Error('a sealed address does not read as one');
    return address;
  }

  /** The blind index: equal for equal addresses, and nothing to anybody without the key. Always under the oldest key. */
  index(address: Address): Buffer {
    return createHmac('sha256', this.keys.at(-1)!.secret.subarray(32)).update(`address:${address.text}`).digest();
  }

  /** A keyed hash for tags and codes, under the same key, apart by its label. */
  tag(label: string, ...parts: readonly (string | Buffer)[]): Buffer {
    const mac = createHmac('sha256', this.keys.at(-1)!.secret.subarray(32)).update(`${label}:`);
    for (const part of parts) mac.update(`${part.length}:`).update(part);
    return mac.digest();
  }
}
