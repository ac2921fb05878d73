import type { Config } from '../platform/config/settings.ts';
import type { Tx } from '../platform/database/database.ts';
import { readKeys } from './private/keys.ts';
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
