import type { Config } from '../platform/config/settings.ts';
import type { Tx } from '../platform/database/database.ts';
import { proofBy } from './private/key-proof.ts';
import { findKeys, type SecretKey } from './private/keys.ts';
import { Vault, type StoredAddress } from './private/vault.ts';

/** Whether this server's keys open and find the addresses of this database; tries one address of each key. */
export async function keysAreAtHand(tx: Tx, config: Config): Promise<boolean> {
  const vault = new Vault(await keysAtHand(config));
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

/** The ids of this server's keys, newest first; none where there are no keys yet. */
export const keyIdsAtHand = async (config: Config): Promise<string[]> => (await keysAtHand(config)).map(({ id }) => id);

/** A proof by the oldest key, which a running server has as well when a newer one was just added; null without keys. */
export async function proofByKeys(config: Config): Promise<string | null> {
  const oldest = (await keysAtHand(config)).at(-1);
  return oldest === undefined ? null : proofBy(oldest);
}

/** Of a command, which makes none: those of another DATA_DIR would be of no use. */
const keysAtHand = (config: Config): Promise<readonly SecretKey[]> =>
  findKeys(config.get('SECRET_KEYS'), config.get('DATA_DIR'));
