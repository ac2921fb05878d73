import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { mailboxOf, parseAddress, type Address } from './address.ts';
import type { SecretKey } from './keys.ts';

/** A stored address: unreadable, and findable with the index key only. */
export interface StoredAddress {
  readonly cipher: Buffer;
  readonly keyId: string;
  readonly index: Buffer;
}

/** A stored secret of the forum. */
export interface SealedSecret {
  readonly cipher: Buffer;
  readonly keyId: string;
}

/**
 * A typed address, sealed. `mailbox` is equal for addresses that differ only by a tag; `indexes` find it under every
 * key; `mark` is equal whatever key is in use.
 */
export interface SealedAddress extends StoredAddress {
  readonly indexes: readonly Buffer[];
  readonly mark: Buffer;
  readonly mailbox: Buffer;
}

/** Seals and opens addresses: AES-256-GCM (NIST SP 800-38D), 96-bit random nonces, one key id a row. */
export class Vault {
  private sealing: SecretKey;
  /** Changes whenever the keys do. */
  generation = 0;

  /** Newest first. */
  constructor(private keys: readonly SecretKey[]) {
    this.sealing = keys[0]!;
  }

  /** Replaces the keys; from now on seals with `sealingId`, opens and finds with all. */
  learn(keys: readonly SecretKey[], sealingId: string): void {
    if (keys.map(({ id }) => id).join() !== this.keyIds.join()) this.generation += 1;
    this.keys = keys;
    this.sealing = keys.find(({ id }) => id === sealingId) ?? keys.at(-1)!;
  }

  get keyIds(): string[] {
    return this.keys.map(({ id }) => id);
  }

  seal(address: Address): SealedAddress {
    const { id, secret } = this.sealing;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', secret.subarray(0, 32), nonce);
    const body = Buffer.concat([cipher.update(address.text, 'utf8'), cipher.final()]);
    return {
      cipher: Buffer.concat([nonce, cipher.getAuthTag(), body]),
      keyId: id,
      index: this.index(address),
      indexes: this.indexes(address),
      mark: this.tag('mark', address.text),
      mailbox: mailboxUnder(this.sealing, address),
    };
  }

  open({ cipher, keyId }: Pick<StoredAddress, 'cipher' | 'keyId'>): Address {
    const key = this.keys.find(({ id }) => id === keyId);
    if (!key) throw new Error(`the key ${keyId} that sealed an address is not among SECRET_KEYS`);
    const decipher = createDecipheriv('aes-256-gcm', key.secret.subarray(0, 32), cipher.subarray(0, 12));
    decipher.setAuthTag(cipher.subarray(12, 28));
    const text = Buffer.concat([decipher.update(cipher.subarray(28)), decipher.final()]).toString('utf8');
    const address = parseAddress(text);
    if (!address) throw new Error('a sealed address does not read as one');
    return address;
  }

  /** Seals a secret that is no address, bound to its purpose so that it cannot be read as another. */
  sealSecret(purpose: string, secret: Buffer): SealedSecret {
    const { id, secret: key } = this.sealing;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key.subarray(0, 32), nonce).setAAD(Buffer.from(`secret:${purpose}`));
    const body = Buffer.concat([cipher.update(secret), cipher.final()]);
    return { cipher: Buffer.concat([nonce, cipher.getAuthTag(), body]), keyId: id };
  }

  openSecret(purpose: string, { cipher, keyId }: SealedSecret): Buffer {
    const key = this.keys.find(({ id }) => id === keyId);
    if (!key) throw new Error(`the key ${keyId} that sealed a secret of the forum is not among SECRET_KEYS`);
    const decipher = createDecipheriv('aes-256-gcm', key.secret.subarray(0, 32), cipher.subarray(0, 12)).setAAD(
      Buffer.from(`secret:${purpose}`),
    );
    decipher.setAuthTag(cipher.subarray(12, 28));
    return Buffer.concat([decipher.update(cipher.subarray(28)), decipher.final()]);
  }

  /** Seals the same address under the current keys. */
  reseal(stored: Pick<StoredAddress, 'cipher' | 'keyId'>): SealedAddress {
    return this.seal(this.open(stored));
  }

  /** The blind index: equal for equal addresses, and meaningless without the key. */
  index(address: Address): Buffer {
    return indexUnder(this.sealing, address);
  }

  /** The blind indexes under every key, because during a key rotation some rows have an older one. */
  indexes(address: Address): Buffer[] {
    return this.keys.map((key) => indexUnder(key, address));
  }

  /**
   * A keyed hash for tags and codes, separated by its label. Always under the oldest key, because hashed values cannot
   * be hashed again and a repeated write must be recognised after a rotation.
   */
  tag(label: string, ...parts: readonly (string | Buffer)[]): Buffer {
    const mac = createHmac('sha256', this.keys.at(-1)!.secret.subarray(32)).update(`${label}:`);
    for (const part of parts) mac.update(`${part.length}:`).update(part);
    return mac.digest();
  }
}

const indexUnder = ({ secret }: SecretKey, { text }: Address): Buffer =>
  createHmac('sha256', secret.subarray(32)).update(`address:${text}`).digest();

const mailboxUnder = ({ secret }: SecretKey, address: Address): Buffer =>
  createHmac('sha256', secret.subarray(32))
    .update(`mailbox:${mailboxOf(address)}`)
    .digest();
