import { words } from '../../../locales/catalogues.ts';
import type { DnsEntry } from '../../platform/mail/dkim.ts';
import type { RegisterCommand } from './command.ts';

/** `mail test <address>`: sends one e-mail, and says what the DNS needs so that mailboxes take the others. */
export const mailTest: RegisterCommand = (program, { withApp, say }) => {
  program
    .command('mail')
    .description('e-mails of the server')
    .command('test')
    .description('send one e-mail, and print the entries that the DNS needs')
    .argument('<address>')
    .option('--locale <language>', 'fr or en', 'en')
    .action((address: string, { locale }: { locale: string }) =>
      withApp(async (get) => {
        const { AddressDesk } = await import('../../accounts/address-desk.ts');
        const { blindId } = await import('../../kernel/ids.ts');
        const { Config } = await import('../../platform/config/settings.ts');
        const { dkimEntry, dkimSignature, dmarcEntry, spfEntry } = await import('../../platform/mail/dkim.ts');
        const { EmailAddressing } = await import('../../platform/mail/email-addressing.ts');
        const [config, addressDesk, emailAddressing] = [get(Config), get(AddressDesk), get(EmailAddressing)];
        const language = locale === 'fr' ? 'fr' : 'en';
        const [inLanguage, url] = [words(language), `${config.publicUrl}/`];
        const isTaken = await addressDesk.deliver(addressDesk.seal(address, ''), {
          id: blindId(),
          locale: language,
          subject: inLanguage('mails.trial.subject'),
          text: inLanguage('mails.trial.text', { url }),
          action: { label: inLanguage('mails.actions.trial'), url },
        });
        if (!isTaken) throw new Error('The mail server refused that address or MAIL_FROM for good: read its log.');
        const smtp = config.get('SMTP_URL');
        if (smtp === null)
          return say(`Done: it is a file in ${config.get('DATA_DIR')}/outbox, since SMTP_URL is not set.`);
        const domain = emailAddressing.senderDomain;
        const signature = dkimSignature(config, emailAddressing);
        say('Done: the mail server took it. These TXT entries in the DNS let mailboxes trust it:');
        sayEntry(
          say,
          'SPF, the servers that may send: add to it what your mail provider names.',
          spfEntry(domain, new URL(smtp).hostname),
        );
        if (signature) sayEntry(say, 'DKIM, the key of the signatures.', dkimEntry(signature));
        else say('\nDKIM: DKIM_KEY is not set, so your mail server has to sign, and names its entry itself.');
        sayEntry(say, 'DMARC, what becomes of e-mails in your name that fail both.', dmarcEntry(domain));
      }),
    );
};

function sayEntry(say: (line: string) => void, what: string, { name, value }: DnsEntry): void {
  say(`\n${what}\n${name} TXT "${value}"`);
}
