import type { Command } from 'commander';
import { progressBar, type CommandContext, type RegisterCommand } from './command.ts';

interface ArchiveOptions {
  readonly fingerprint?: string | null;
}

/** `archive verify <dir>` and `archive import <dir>`. */
export const archive: RegisterCommand = (program, context) => {
  const group = program.command('archive').description('archives of conferences');
  archiveVerify(group, context);
  archiveImport(group, context);
};

function archiveVerify(group: Command, { fileOf, say }: CommandContext): void {
  group
    .command('verify')
    .description('whether an archive is what was signed')
    .argument('<dir>')
    .option('--fingerprint <fingerprint>', 'the one that was kept elsewhere')
    .action(async (dir: string, { fingerprint = null }: ArchiveOptions) => {
      const { verifyArchive } = await import('../../exports/verify-archive.ts');
      const { files, fingerprint: signer, faults } = await verifyArchive(fileOf(dir), { fingerprint });
      if (faults.length > 0) throw new Error(faults.join('\n'));
      const advice = ' Compare that with the fingerprint you kept: whoever changes an archive can sign it anew.';
      say(`${files} files are as they were signed by ${signer}.${fingerprint === null ? advice : ''}`);
    });
}

function archiveImport(group: Command, { withApp, fileOf, say }: CommandContext): void {
  group
    .command('import')
    .description('take a conference in from an archive')
    .argument('<dir>')
    .option('--fingerprint <fingerprint>', 'the one that was kept elsewhere')
    .action((dir: string, { fingerprint = null }: ArchiveOptions) =>
      withApp(async (get) => {
        const { ImportArchive } = await import('../../exports/import-archive.ts');
        const done = await get(ImportArchive).import(fileOf(dir), { fingerprint, progress: progressBar() });
        say(`Took in ${done.slug}: ${done.threads} threads, ${done.comments} comments.`);
      }),
    );
}
