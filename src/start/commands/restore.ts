import { restoreBackup } from '../../ops/restore-backup.ts';
import type { RegisterCommand } from './command.ts';

/** `restore <file>`: puts a backup into an empty database. */
export const restore: RegisterCommand = (program, { withDatabase, fileOf, say }) => {
  program
    .command('restore')
    .description('put a backup into an empty database')
    .argument('<file>', 'made by backup')
    .action((file: string) =>
      withDatabase(async (url, config) => {
        const { takenAt, tables, rows, erased } = await restoreBackup(fileOf(file), url, config);
        const left = erased === 0 ? '' : `${erased} of its accounts had left since and were erased again. `;
        say(`Restored ${rows} rows of ${tables} tables as of ${takenAt}. ${left}Everybody signs in again.`);
      }),
    );
};
