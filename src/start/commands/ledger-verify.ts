import type { SavedHead } from '../../moderation/verify-ledger.ts';
import type { RegisterCommand } from './command.ts';

/** `ledger verify`: whether the decisions of every conference are as they were made. */
export const ledgerVerify: RegisterCommand = (program, { withApp, say }) => {
  program
    .command('ledger')
    .description('the decisions of moderators')
    .command('verify')
    .description('find a changed byte, a missing decision, a cut end')
    .option('--head <slug:n:hash...>', 'a head from an e-mail or an export: also finds a ledger that was written anew')
    .action(({ head = [] }: { head?: string[] }) =>
      withApp(async (get) => {
        const { VerifyLedger } = await import('../../moderation/verify-ledger.ts');
        const verified = await get(VerifyLedger).verify(head.map(savedHead));
        for (const { slug, decisions, head: end, faults } of verified) {
          if (faults.length === 0) say(`${slug}: ${decisions} decisions, whole. Head ${slug}:${decisions}:${end}`);
          for (const fault of faults) say(`${slug}: ${fault}.`);
        }
        const broken = verified.filter(({ faults }) => faults.length > 0).map(({ slug }) => slug);
        if (broken.length > 0) throw new Error(`The ledger of ${broken.join(', ')} is not as it was written.`);
      }),
    );
};

function savedHead(typed: string): SavedHead {
  const [, slug = '', n = '', hash = ''] = /^([^:]+):(\d+):([0-9a-f]*)$/i.exec(typed) ?? [];
  if (slug === '')
    throw new Error(`"${typed}" is no head: give it as the e-mail has it, such as my-conference:12:9f86….`);
  return { slug, n: Number(n), hash };
}
