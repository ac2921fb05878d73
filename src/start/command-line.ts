import path from 'node:path';
import { Command } from 'commander';
import { words } from '../../locales/catalogues.ts';
import { Problem } from '../kernel/problem.ts';
import { restoreBackup } from '../ops/restore-backup.ts';
import { takeBackup } from '../ops/take-backup.ts';
import type { OperatorCommands } from '../ops/operator-commands.ts';
import { readConfig, type Config } from '../platform/config/settings.ts';
import { reachDatabase } from '../platform/database/open-database.ts';

type Out = (line: string) => void;

/** `npm run aftertalk -- <verb>`. Works beside a running server and leaves it running; 0, or 1 with one sentence. */
export async function runCommand(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const say: Out = (line) => process.stdout.write(`${line}\n`);
  const program = new Command('aftertalk').description('Commands for whoever runs the server.').exitOverride();
  const conference = program.command('conference').description('conferences and their programmes');
  conference
    .command('import')
    .description('bring a conference in line with a schedule.json or schedule.xml')
    .argument('<file>', 'a file or an address')
    .option('--dry-run', 'only say what would change')
    .option('--slug <slug>', 'the conference to import into; made when there is none')
    .option('--time-zone <zone>', 'where it takes place, when the file does not say')
    .option('--locale <locale>', 'fr or en', 'en')
    .action((file: string, options: { dryRun?: boolean; slug?: string; timeZone?: string; locale: string }) =>
      withCommands(environment, async (commands) => {
        const report = await commands.importConference(path.resolve(environment['INIT_CWD'] ?? '.', file), {
          dryRun: options.dryRun ?? false,
          timeZone: options.timeZone ?? null,
          slug: options.slug,
          locale: options.locale === 'fr' ? 'fr' : 'en',
        });
        say(
          `${options.dryRun ? 'Would import' : 'Imported'} into ${report.slug}: ${report.added} added, ` +
            `${report.changed} changed, ${report.moved} moved, ${report.cancelled} cancelled, ` +
            `${report.unchanged} unchanged.`,
        );
        for (const { place, sentence } of report.problems) say(`  ${place}: ${sentence}`);
      }),
    );
  program
    .command('organizer')
    .description('people who organize')
    .command('add')
    .argument('<address>')
    .requiredOption('--conference <slug>', 'the conference')
    .action((address: string, { conference: slug }: { conference: string }) =>
      withCommands(environment, async (commands) => {
        await commands.addOrganizer(address, slug);
        say(`Done: the owner of that address organizes ${slug} once signed in.`);
      }),
    );
  program
    .command('speaker-links')
    .description('a fresh link for each speaker of each talk, as CSV')
    .argument('<slug>', 'the conference')
    .action((slug: string) =>
      withCommands(environment, async (commands) => {
        for (const line of await commands.speakerLinks(slug)) say(line);
      }),
    );
  program
    .command('keys')
    .description('the keys that seal addresses')
    .command('rotate')
    .description('seal every address under a new key, beside the running servers')
    .action(() =>
      withCommands(environment, async (commands) => {
        for (const line of await commands.rotateKeys()) say(line);
      }),
    );
  const fileOf = (name: string): string => path.resolve(environment['INIT_CWD'] ?? '.', name);
  program
    .command('backup')
    .description('write everything but the secret keys and the sessions into one file')
    .argument('<file>', 'replaced once the new one is whole')
    .action((file: string) =>
      withDatabase(environment, async (url) => {
        const { takenAt, tables, rows } = await takeBackup(fileOf(file), url);
        say(
          `Backed up ${rows} rows of ${tables} tables as of ${takenAt}. The secret keys are not in it: keep a ` +
            'copy of SECRET_KEYS or DATA_DIR/keys elsewhere.',
        );
      }),
    );
  program
    .command('restore')
    .description('put a backup into an empty database')
    .argument('<file>', 'made by backup')
    .action((file: string) =>
      withDatabase(environment, async (url, config) => {
        const { takenAt, tables, rows, erased } = await restoreBackup(fileOf(file), url, config);
        say(
          `Restored ${rows} rows of ${tables} tables as of ${takenAt}. ` +
            `${erased === 0 ? '' : `${erased} of its accounts had left since and were erased again. `}Everybody ` +
            'signs in again.',
        );
      }),
    );
  program
    .command('export')
    .description('a conference as a folder that needs no server')
    .argument('<slug>', 'the conference')
    .argument('<dir>', 'an empty folder, or an unfinished archive of it')
    .action((slug: string, dir: string) =>
      withCommands(environment, async (commands) => {
        const { files, comments, fingerprint } = await commands.exportArchive(slug, fileOf(dir), progressBar());
        say(
          `Wrote ${files} files, ${comments} comments. Keep this fingerprint somewhere else than the folder; ` +
            `it tells later whether anybody changed it:\n${fingerprint}`,
        );
      }),
    );
  const archive = program.command('archive').description('archives of conferences');
  archive
    .command('verify')
    .description('whether an archive is what was signed')
    .argument('<dir>')
    .option('--fingerprint <fingerprint>', 'the one that was kept elsewhere')
    .action(async (dir: string, { fingerprint = null }: { fingerprint?: string | null }) => {
      const { verifyArchive } = await import('../exports/verify-archive.ts');
      const { files, fingerprint: signer, faults } = await verifyArchive(fileOf(dir), { fingerprint });
      if (faults.length > 0) throw new Error(faults.join('\n'));
      const advice =
        fingerprint === null
          ? ' Compare that with the fingerprint you kept: whoever changes an archive can sign it anew.'
          : '';
      say(`${files} files are as they were signed by ${signer}.${advice}`);
    });
  archive
    .command('import')
    .description('take a conference in from an archive')
    .argument('<dir>')
    .option('--fingerprint <fingerprint>', 'the one that was kept elsewhere')
    .action((dir: string, { fingerprint = null }: { fingerprint?: string | null }) =>
      withCommands(environment, async (commands) => {
        const done = await commands.importArchive(fileOf(dir), { fingerprint, progress: progressBar() });
        say(`Took in ${done.slug}: ${done.threads} threads, ${done.comments} comments.`);
      }),
    );
  program
    .command('ledger')
    .description('the decisions of moderators')
    .command('verify')
    .description('find a changed byte, a missing decision, a cut end')
    .option('--head <slug:n:hash...>', 'a head from a letter or an export: also finds a ledger that was written anew')
    .action(({ head = [] }: { head?: string[] }) =>
      withCommands(environment, async (commands) => {
        const kept = head.map(keptHead);
        const verified = await commands.verifyLedger(kept);
        for (const { slug, decisions, head: end, faults } of verified) {
          if (faults.length === 0) say(`${slug}: ${decisions} decisions, whole. Head ${slug}:${decisions}:${end}`);
          for (const fault of faults) say(`${slug}: ${fault}.`);
        }
        const broken = verified.filter(({ faults }) => faults.length > 0).map(({ slug }) => slug);
        if (broken.length > 0) throw new Error(`The ledger of ${broken.join(', ')} is not as it was written.`);
      }),
    );
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (code === 'commander.helpDisplayed' || code === 'commander.help') return;
    if (!code.startsWith('commander.')) process.stderr.write(`${sentence(error, message)}\n`);
    process.exitCode = 1;
  }
}

/** How far it is: a bar on a terminal, a line each tenth in a log. */
function progressBar(): (done: number, total: number) => void {
  let shown = -1;
  const { isTTY } = process.stderr;
  return (done, total) => {
    const hundredths = total === 0 ? 100 : Math.floor((done / total) * 100);
    const step = isTTY ? hundredths : Math.floor(hundredths / 10) * 10;
    if (step === shown) return;
    shown = step;
    const filled = Math.floor(hundredths / 4);
    process.stderr.write(
      isTTY
        ? `\r[${'#'.repeat(filled)}${'.'.repeat(25 - filled)}] ${hundredths} %${hundredths === 100 ? '\n' : ''}`
        : `${step} %\n`,
    );
  };
}

function keptHead(typed: string): { slug: string; n: number; hash: string } {
  const [, slug = '', n = '', hash = ''] = /^([^:]+):(\d+):([0-9a-f]*)$/i.exec(typed) ?? [];
  if (slug === '')
    throw new Error(`"${typed}" is no head: give it as the letter has it, such as my-conference:12:9f86….`);
  return { slug, n: Number(n), hash };
}

/** The rooms are built for the commands that need them; a backup is quicker without. */
async function withCommands(
  environment: NodeJS.ProcessEnv,
  work: (commands: OperatorCommands) => Promise<void>,
): Promise<void> {
  const [{ connectOrStart }, rooms] = await Promise.all([
    import('./prepare.ts'),
    import('../ops/operator-commands.ts'),
  ]);
  const { app, close } = await connectOrStart(configOf(environment), environment);
  try {
    await work(app.get(rooms.OperatorCommands, { strict: false }));
  } finally {
    await close();
  }
}

const configOf = (environment: NodeJS.ProcessEnv): Config =>
  readConfig({ ...environment, LOG_LEVEL: environment['LOG_LEVEL'] ?? 'error' });

/** The database alone, with no room of the forum at work in it. */
async function withDatabase(
  environment: NodeJS.ProcessEnv,
  work: (url: string, config: Config) => Promise<void>,
): Promise<void> {
  const config = configOf(environment);
  const { url, leave } = await reachDatabase(config, environment);
  try {
    await work(url, config);
  } finally {
    await leave();
  }
}

function sentence(error: unknown, message: string): string {
  if (isSystemError(error))
    return `It cannot be read or written (${message}): name another, or give it to this account.`;
  if (!(error instanceof Problem)) return message;
  if (error.kind.slug === 'not-found')
    return 'There is no such conference: its name is what follows /c/ in its address.';
  const facts = Object.fromEntries(Object.entries(error.facts).map(([name, fact]) => [name, String(fact)]));
  const inputs = (error.extra.errors ?? []).map(({ detail }) => detail).join(' ');
  const { cause } = error;
  // A command is for whoever runs the server: where a refusal stands for something else, that is told as well.
  return (
    (inputs || words('en')(`problems.${error.kind.slug}.detail`, facts)) +
    (cause instanceof Error ? ` (${cause.message})` : '')
  );
}

/** Whether the operating system refused a file or a folder. */
const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error && 'path' in error;
