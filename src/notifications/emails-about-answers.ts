import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { AddressDesk } from '../accounts/address-desk.ts';
import { ClaimEmails, type EmailSource } from '../accounts/claim-emails.ts';
import { UnsubscribeLinks } from '../accounts/unsubscribe-links.ts';
import { Config } from '../platform/config/settings.ts';
import type { Email, EmailEnd, EmailList } from '../platform/mail/email.ts';
import { emailBrand, subjectIn } from '../programme/email-brand.ts';
import { Database } from '../platform/database/database.ts';
import { EmailRounds } from './email-rounds.ts';

interface AnswerNotice {
  emailId: string;
  locale: 'fr' | 'en';
  isWanted: boolean;
  title: string;
  path: string;
  threadId: string;
  threadSlug: string;
  conferenceSlug: string;
  conferenceTitle: string;
  accent: string | null;
}

interface DueAnswerEmail {
  id: string;
  accountId: string;
  answers: AnswerNotice[];
}

/** By the database's clock, as the notices are. */
const ANSWERS: EmailSource = {
  table: 'account_notices',
  where: `kind = 'answered'`,
  since: `clock_timestamp() - interval '1 day'`,
  topic: 'kind',
  emailId: 'letter_email_id',
  dueAt: 'letter_due_at',
  triedAt: 'letter_tried_at',
  leftAt: 'letter_left_at',
};

/**
 * E-mails the asker when a question is answered, and collects further answers of ten minutes. Checks at the time of
 * sending what may be shown; holds a link and no words. Retries after five minutes, for a day.
 */
@Injectable()
export class EmailsAboutAnswers {
  // The e-mail joins the state of an answer with the unsubscribe link of its account.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly unsubscribeLinks: UnsubscribeLinks,
    private readonly config: Config,
    private readonly claimEmails: ClaimEmails,
    emailRounds: EmailRounds,
  ) {
    emailRounds.add({
      name: 'notifications/tell-answers',
      does: 'Mails askers that their question was answered.',
      claim: () => this.take(),
      send: (due) => this.send(due),
      failure: 'a letter about an answer could not be sent and will be tried again',
    });
  }

  /** Claims the e-mails that no other node is sending, with the answers that may still be shown. */
  private async take(): Promise<DueAnswerEmail[]> {
    const claimed = await this.claimEmails.claim(ANSWERS);
    if (claimed.length === 0) return [];
    const rows = await this.database.ask<AnswerNotice>(
      `select n.letter_email_id "emailId", a.locale,
         coalesce((a.settings->>'answersByMail')::boolean, true) "isWanted", t.title,
         '/c/' || c.slug || '/t/' || t.slug || '?comment=' || m.id || '#c-' || m.id path,
         t.id "threadId", t.slug "threadSlug", c.slug "conferenceSlug",
         c.title "conferenceTitle", c.settings->'brand'->>'accent' accent
       from account_notices n
       join accounts a on a.id = n.account_id
       left join comments m on m.id = n.comment_id
         and m.seq is not null
         and m.held_at is null
         and m.withheld_at is null
         and m.withdrawn_at is null
         and m.question_status = 'answered'
         and not exists (
           select from comments w
           where w.id = m.answer_id
             and (w.seq is null or w.held_at is not null or w.withheld_at is not null or w.withdrawn_at is not null)
         )
       left join threads t on t.id = m.thread_id
       left join conferences c on c.id = t.conference_id
       where n.letter_email_id = any($1) and n.letter_left_at is null
       order by n.at, n.id`,
      [claimed.map(({ id }) => id)],
    );
    return claimed.map(({ id, accountId }) => ({
      id,
      accountId,
      answers: rows.filter((row) => row.emailId === id && row.isWanted && row.path !== null),
    }));
  }

  private async send({ id, accountId, answers: [first, ...others] }: DueAnswerEmail): Promise<void> {
    const end = first === undefined ? null : await this.unsubscribeLinks.endOf(accountId, 'answered');
    if (first !== undefined && end !== null)
      await this.addressDesk.writeTo(accountId, {
        id,
        ...emailAbout([first, ...others], this.config.publicUrl, end),
      });
    await this.claimEmails.markSent(ANSWERS, id);
  }
}

type Answers = readonly [AnswerNotice, ...AnswerNotice[]];

/** The e-mail about these answers: of their conference where they have one in common. */
function emailAbout(answers: Answers, publicUrl: string, end: EmailEnd): Omit<Email, 'id'> {
  const [{ locale, conferenceTitle, conferenceSlug, accent }, ...others] = answers;
  const say = words(locale);
  const wording = wordingOf(answers, publicUrl);
  const email = {
    ...wording,
    locale,
    footer: `${say('mails.footers.answered')}\n\n${say('mails.end', { end: end.url })}`,
    end,
  };
  if (others.some((other) => other.conferenceSlug !== conferenceSlug)) return email;
  return {
    ...email,
    subject: subjectIn(conferenceTitle, wording.subject),
    brand: emailBrand(conferenceTitle, accent),
    list: listOf(answers),
  };
}

/** E-mails about one thread are grouped under it. */
function listOf([{ threadId, threadSlug, conferenceSlug }, ...others]: Answers): EmailList {
  return others.every((other) => other.threadId === threadId)
    ? { id: `${threadSlug}.${conferenceSlug}`, root: `thread-${threadId}` }
    : { id: conferenceSlug, root: null };
}

function wordingOf(answers: Answers, publicUrl: string): Pick<Email, 'subject' | 'text' | 'hint' | 'action'> {
  const [{ locale, title, path }] = answers;
  const say = words(locale);
  const url = publicUrl + path;
  if (answers.length === 1)
    return {
      subject: title,
      text: say('mails.answered.text', { title, url }),
      action: { label: say('mails.actions.answered'), url },
      hint: url,
    };
  const count = answers.length;
  const list = answers.map((answer) => `${answer.title}\n${publicUrl}${answer.path}`).join('\n\n');
  return {
    subject: say('mails.several.answersSubject', { count }),
    text: say('mails.several.answersText', { count, list }),
    hint: url,
  };
}
