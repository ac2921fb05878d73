import { noteBackup } from '../../ops/last-backup.ts';
import { takeBackup } from '../../ops/take-backup.ts';
import type { RegisterCommand } from './command.ts';

/** `backup <file>`: the database without sessions, codes and addresses of open invitations, as one file. */
export const backup: RegisterCommand = (program, { withDatabase, fileOf, say }) => {
  program
    .command('backup')
    .description('write the database into one file, without secret keys, sessions and codes')
    .argument('<file>', 'replaced once the new one is whole')
    .action((file: string) =>
      withDatabase(async (url, config) => {
        const { takenAt, tables, rows } = await takeBackup(fileOf(file), url);
        // A backup is whole also where DATA_DIR cannot be written.
        await noteBackup(config, { takenAt, file: fileOf(file) }).catch(() => undefined);
        say(
          `Backed up ${rows} rows of ${tables} tables as of ${takenAt}. The secret keys are not in it: keep a copy ` +
            'of SECRET_KEYS or DATA_DIR/keys elsewhere.',
        );
      }),
    );
};
