import { readConfig } from '../platform/config/settings.ts';
import { checkGivenDatabase } from '../platform/database/given-database.ts';
import { exitWith } from './exit-with.ts';

/**
 * Exits with one sentence when a setting, or the database of DATABASE_URL, cannot be used. Needs few modules, so that
 * it is said in a tenth of the time that those of the server take to load.
 */
export async function refuseUnusable(environment: NodeJS.ProcessEnv): Promise<void> {
  try {
    const given = readConfig(environment).get('DATABASE_URL');
    if (given !== null) await checkGivenDatabase(given);
  } catch (error) {
    exitWith(error);
  }
}
