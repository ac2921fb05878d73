import { progressBar, type RegisterCommand } from './command.ts';

/** `export <slug> <dir>`: a conference as a folder that needs no server. */
export const exportConference: RegisterCommand = (program, { withApp, fileOf, say }) => {
  program
    .command('export')
    .description('a conference as a folder that needs no server')
    .argument('<slug>', 'the conference')
    .argument('<dir>', 'an empty folder, or an unfinished archive of it')
    .action((slug: string, dir: string) =>
      withApp(async (get) => {
        const { ExportArchive } = await import('../../exports/export-archive.ts');
        const options = { progress: progressBar() };
        const { files, comments, fingerprint } = await get(ExportArchive).export(slug, fileOf(dir), options);
        say(
          `Wrote ${files} files, ${comments} comments. Keep this fingerprint somewhere else than the folder; it ` +
            `tells later whether anybody changed it:\n${fingerprint}`,
        );
      }),
    );
};
