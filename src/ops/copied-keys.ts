import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keyIdsAtHand } from '../accounts/keys-at-hand.ts';
import type { Config } from '../platform/config/settings.ts';

const dirOf = (config: Config): string => path.resolve(config.get('DATA_DIR'), 'keys');

const fileIn = (config: Config): string => path.join(dirOf(config), 'copied');

/**
 * Notes that the operator has copied the keys of DATA_DIR to another place; a later key needs a copy of its own. Throws
 * where there are none.
 */
export async function noteKeysCopied(config: Config): Promise<void> {
  // Keys of SECRET_KEYS lie in no folder of the server.
  if (config.get('SECRET_KEYS').length > 0) return;
  const ids = await keyIdsAtHand(config);
  if (ids.length === 0)
    throw new Error(`There are no keys in ${dirOf(config)}: set DATA_DIR to the folder of the server.`);
  await writeFile(fileIn(config), `${ids.join('\n')}\n`, { mode: 0o600 });
}

/**
 * The keeper of a copy of the keys: the settings, the operator, or nobody that is known; `none` where there are none.
 */
export async function keysKept(config: Config): Promise<'settings' | 'copied' | 'only-here' | 'none'> {
  if (config.get('SECRET_KEYS').length > 0) return 'settings';
  const ids = await keyIdsAtHand(config);
  if (ids.length === 0) return 'none';
  const copied = (await readFile(fileIn(config), 'utf8').catch(() => '')).split('\n');
  return ids.every((id) => copied.includes(id)) ? 'copied' : 'only-here';
}
