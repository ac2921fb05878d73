import { Command } from 'commander';
import { words } from '../../locales/catalogues.ts';
import { Problem } from '../kernel/problem.ts';
import { archive } from './commands/archive.ts';
import { backup } from './commands/backup.ts';
import { contextOf, type RegisterCommand } from './commands/command.ts';
import { conferenceImport } from './commands/conference-import.ts';
import { doctor } from './commands/doctor.ts';
import { exportConference } from './commands/export.ts';
import { keysRotate } from './commands/keys-rotate.ts';
import { ledgerVerify } from './commands/ledger-verify.ts';
import { mailTest } from './commands/mail-test.ts';
import { organizerAdd } from './commands/organizer-add.ts';
import { restore } from './commands/restore.ts';
import { speakerLinks } from './commands/speaker-links.ts';

/** In the order of `--help`. */
const COMMANDS: readonly RegisterCommand[] = [
  doctor,
  conferenceImport,
  organizerAdd,
  speakerLinks,
  keysRotate,
  backup,
  restore,
  exportConference,
  archive,
  ledgerVerify,
  mailTest,
];

/**
 * Runs `npm run aftertalk -- <command>`, beside a running server or alone. Exits with 0, or with 1 and one sentence.
 */
export async function runCommand(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const program = new Command('aftertalk').description('Commands for whoever runs the server.').exitOverride();
  const context = contextOf(environment);
  for (const register of COMMANDS) register(program, context);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (code === 'commander.helpDisplayed' || code === 'commander.help') return;
    if (!code.startsWith('commander.')) process.stderr.write(`${sentence(error, message)}\n`);
    process.exitCode = 1;
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
  // Commands are for the operator, who is also told the cause behind a refusal.
  const reason = cause instanceof Error ? ` (${cause.message})` : '';
  return (inputs || words('en')(`problems.${error.kind.slug}.detail`, facts)) + reason;
}

/** Whether the operating system refused a file or a folder. */
const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error && 'path' in error;
