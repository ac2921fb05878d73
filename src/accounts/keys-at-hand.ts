import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Config } from '../platform/config/settings.ts';
import type { Tx } from '../platform/database/database.ts';
import { readKeys, type SecretKey } from './private/keys.ts';
import { Vault, type StoredAddress } from './private/vault.ts';

/** Whether this server's keys open and find the addresses of this database; tries one address of each key. */
export async function keysAreAtHand(tx: Tx, config: Config): Promise<boolean> {
  const vault = new Vault(await readKeys(config.get('SECRET_KEYS'), config.get('DATA_DIR')));
  const samples = await tx.query<StoredAddress & { index: Buffer }>(
    `select distinct on (address_key_id) address_cipher cipher, address_key_id "keyId", address_index index
     from accounts
     where kind = 'full'`,
  );
  return samples.every((sample) => {
    try {
      return vault.indexes(vault.open(sample)).some((index) => index.equals(sample.index));
    } catch {
      return false;
    }
  });
}

/** The ids of this server's keys, newest first. */
export const keyIdsAtHand = async (config: Config): Promise<string[]> =>
  (await readKeys(config.get('SECRET_KEYS'), config.get('DATA_DIR'))).map(({ id }) => id);

/** A proof that the caller has the newest key, for a server that has it too; each call gives another one. */
export async function proofByKeys(config: Config): Promise<string> {
  const [newest] = await readKeys(config.get('SECRET_KEYS'), config.get('DATA_DIR'));
  const nonce = randomBytes(16).toString('base64url');
  return `${nonce}.${signatureOf(nonce, newest!).toString('base64url')}`;
}

/** Whether a text is a `proofByKeys` of one of this server's keys. */
export async function isProvedByKeys(config: Config, proof: string): Promise<boolean> {
  const [, nonce, signature] = /^([\w-]{22})\.([\w-]{43})$/.exec(proof) ?? [];
  if (nonce === undefined || signature === undefined) return false;
  const given = Buffer.from(signature, 'base64url');
  const keys = await readKeys(config.get('SECRET_KEYS'), config.get('DATA_DIR'));
  return keys.some((key) => timingSafeEqual(signatureOf(nonce, key), given));
}

/** A key of its own, made from the secret (HKDF, RFC 5869), signs. */
function signatureOf(nonce: string, { secret }: SecretKey): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'aftertalk doctor', 32));
  return createHmac('sha256', key).update(nonce).digest();
}
