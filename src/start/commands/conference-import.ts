import { readFile } from 'node:fs/promises';
import { fetchPublic } from '../../platform/http/fetch-public.ts';
import type { RegisterCommand } from './command.ts';

interface ConferenceImportOptions {
  readonly dryRun?: boolean;
  readonly slug?: string;
  readonly timeZone?: string;
  readonly locale: string;
  readonly allowPrivate?: boolean;
}

/** Longest download of a programme, in milliseconds. */
const DOWNLOAD_MS = 20_000;

/** `conference import <file>`: brings a conference in line with its programme. */
export const conferenceImport: RegisterCommand = (program, { withApp, fileOf, say }) => {
  program
    .command('conference')
    .description('conferences and their programmes')
    .command('import')
    .description('bring a conference in line with a schedule.json or schedule.xml')
    .argument('<file>', 'a file, or an address that begins with https://')
    .option('--dry-run', 'only say what would change')
    .option('--slug <slug>', 'the conference to import into; made when there is none')
    .option('--time-zone <zone>', 'where it takes place, when the file does not say')
    .option('--locale <locale>', 'fr or en', 'en')
    .option('--allow-private', 'take an address of this machine or its networks, and http')
    .action(
      async (
        name: string,
        { dryRun = false, slug, timeZone, locale, allowPrivate = false }: ConferenceImportOptions,
      ) => {
        const [{ InputPipe }, { FileImportRequest }] = await Promise.all([
          import('../../platform/http/input.pipe.ts'),
          import('../../imports/imports.requests.ts'),
        ]);
        // The API's rules, before anything is fetched or started.
        const typed = Object.fromEntries(
          Object.entries({ slug, timeZone, locale }).filter(([, value]) => value !== undefined),
        );
        const asked = (await new InputPipe().transform(typed, {
          type: 'body',
          metatype: FileImportRequest,
        })) as InstanceType<typeof FileImportRequest>;
        const file = await fileOrAddress(fileOf(name), name, allowPrivate);
        await withApp(async (get) => {
          const { ImportSchedule } = await import('../../imports/import-schedule.ts');
          const report = await get(ImportSchedule).fromFile(file, {
            dryRun,
            timeZone: asked.timeZone ?? null,
            slug: asked.slug,
            locale: asked.locale,
          });
          const { added, changed, moved, cancelled, unchanged } = report;
          say(
            `${dryRun ? 'Would import' : 'Imported'} into ${report.slug}: ${added} added, ${changed} changed, ` +
              `${moved} moved, ${cancelled} cancelled, ${unchanged} unchanged.`,
          );
          for (const { place, sentence } of report.problems) say(`  ${place}: ${sentence}`);
          const more = report.problemCount - report.problems.length;
          if (more > 0) say(`  and ${more} more problems`);
          for (const { field, count } of report.notUnderstood) say(`  ${field}: not understood, ${count} times`);
          if (report.questionCount > 0)
            say(`  ${report.questionCount} questions for an organizer: /organize/${report.slug}/import`);
        });
      },
    );
};

async function fileOrAddress(file: string, name: string, allowPrivate: boolean): Promise<Buffer> {
  if (!/^https?:\/\//i.test(name)) return readFile(file);
  const { FILE_LIMIT } = await import('../../platform/http/large-bodies.ts');
  return fetchPublic(name, { maxBytes: FILE_LIMIT, timeoutMs: DOWNLOAD_MS, allowPrivate });
}
