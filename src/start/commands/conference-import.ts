import { readFile } from 'node:fs/promises';
import type { RegisterCommand } from './command.ts';

interface Options {
  readonly dryRun?: boolean;
  readonly slug?: string;
  readonly timeZone?: string | null;
  readonly locale: string;
}

/** How long another server may take to send a programme, in milliseconds. */
const DOWNLOAD_MS = 20_000;

/** `conference import <file>`: brings a conference in line with its programme. */
export const conferenceImport: RegisterCommand = (program, { withApp, fileOf, say }) => {
  program
    .command('conference')
    .description('conferences and their programmes')
    .command('import')
    .description('bring a conference in line with a schedule.json or schedule.xml')
    .argument('<file>', 'a file or an address')
    .option('--dry-run', 'only say what would change')
    .option('--slug <slug>', 'the conference to import into; made when there is none')
    .option('--time-zone <zone>', 'where it takes place, when the file does not say')
    .option('--locale <locale>', 'fr or en', 'en')
    .action((name: string, { dryRun = false, slug, timeZone = null, locale }: Options) =>
      withApp(async (get) => {
        const { ImportSchedule } = await import('../../imports/import-schedule.ts');
        const file = await fileOrAddress(fileOf(name), name);
        const options = { dryRun, timeZone, slug, locale: locale === 'fr' ? ('fr' as const) : ('en' as const) };
        const report = await get(ImportSchedule).fromFile(file, options);
        const { added, changed, moved, cancelled, unchanged } = report;
        say(
          `${dryRun ? 'Would import' : 'Imported'} into ${report.slug}: ${added} added, ${changed} changed, ` +
            `${moved} moved, ${cancelled} cancelled, ${unchanged} unchanged.`,
        );
        for (const { place, sentence } of report.problems) say(`  ${place}: ${sentence}`);
        for (const { field, count } of report.notUnderstood) say(`  ${field}: not understood, ${count} times`);
      }),
    );
};

async function fileOrAddress(file: string, name: string): Promise<Buffer> {
  if (!/^https?:\/\//.test(name)) return readFile(file);
  const response = await fetch(name, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
  if (!response.ok)
    throw new Error(`${name} answered ${response.status}: check the address, or download the file and name it.`);
  return Buffer.from(await response.arrayBuffer());
}
