import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { AddressDesk } from '../accounts/address-desk.ts';
import { USUAL_BUDGET } from '../accounts/email-kinds.policy.ts';
import { PeopleQueries } from '../accounts/people.queries.ts';
import { UnsubscribeLinks } from '../accounts/unsubscribe-links.ts';
import { isPaused } from '../accounts/write-email-settings.ts';
import { Clock } from '../kernel/clock.ts';
import { QueueQueries } from '../moderation/queue.queries.ts';
import { Config } from '../platform/config/settings.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { emailBrand, subjectIn } from '../programme/email-brand.ts';
import { EmailRounds } from './email-rounds.ts';

/** Minutes that the oldest comment waits before moderators are written to. */
export const WAITING_MINUTES = 10;
/** Minutes between two such e-mails to one person about one conference. */
export const QUEUE_EMAIL_MINUTES = 60;
/** Minutes after which an e-mail that could not be sent is tried again. */
const AGAIN_MINUTES = 5;
const LOOK_EVERY_MS = 60_000;

/** A conference where something waits too long, and the talks it waits in; null for what is in no talk. */
interface WaitingConference {
  id: string;
  slug: string;
  title: string;
  accent: string | null;
  timeZone: string;
  talkIds: (string | null)[];
}

interface DueQueueEmail {
  id: string;
  accountId: string;
  locale: 'fr' | 'en';
  /** Ends such e-mails. */
  token: string;
  conference: WaitingConference;
  /** The talks whose threads the account moderates; null for all. */
  talks: string[] | null;
}

/**
 * E-mails moderators when the oldest comment or report has waited for ten minutes: once an hour at most, while the
 * day's budget lasts, and not those who turned it off. It holds a number and a link, no words.
 */
@Injectable()
export class EmailsAboutQueue {
  // The e-mail joins what waits with the people who decide about it.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly peopleQueries: PeopleQueries,
    private readonly queueQueries: QueueQueries,
    private readonly unsubscribeLinks: UnsubscribeLinks,
    private readonly config: Config,
    private readonly clock: Clock,
    emailRounds: EmailRounds,
  ) {
    emailRounds.add({
      name: 'notifications/tell-moderators',
      does: 'Mails moderators when the oldest comment has waited for ten minutes, once an hour at most.',
      isPrompt: false,
      everyMs: LOOK_EVERY_MS,
      claim: () => this.claim(),
      send: (due) => this.send(due),
      failure: 'an e-mail about what waits for moderators could not be sent and will be tried again',
    });
  }

  private async claim(): Promise<DueQueueEmail[]> {
    const due: DueQueueEmail[] = [];
    for (const conference of await this.waiting()) {
      const talksOf = await this.peopleQueries.moderatorsOf(
        conference.id,
        conference.talkIds.filter((id) => id !== null),
      );
      const claimed = await this.database.transaction((tx) => this.claimIn(tx, conference, [...talksOf.keys()]));
      for (const { id, accountId, locale, token } of claimed)
        due.push({ id, accountId, locale, token, conference, talks: talksOf.get(accountId) ?? null });
    }
    return due;
  }

  /**
   * Claims the e-mails that are due, while the day's budget lasts; each for this node alone. Accounts are locked before
   * their e-mails are counted, as for every other e-mail, so that no two nodes spend the last one of a budget.
   */
  private async claimIn(
    tx: Tx,
    { id, timeZone }: WaitingConference,
    accountIds: readonly string[],
  ): Promise<Pick<DueQueueEmail, 'id' | 'accountId' | 'locale' | 'token'>[]> {
    await tx.query('select from accounts where id = any($1) order by id for no key update', [accountIds]);
    return tx.query(
      `with open as (
         select a.id
         from accounts a
         left join email_settings s on s.account_id = a.id
         where a.id = any($2)
           and a.kind = 'full'
           and not coalesce('queue' = any(s.ended_kinds) or ${isPaused('s', '$3')}, false)
           and coalesce(s.daily_budget, ${USUAL_BUDGET}) > (
             select count(*)
             from emails e
             where e.account_id = a.id
               and e.made_at >= date_trunc('day', $3::timestamptz, coalesce(s.time_zone, $6))
               and not exists (
                 select from queue_emails t
                 where t.email_id = e.id and t.conference_id = $1 and t.sent_at is null
               )
           )
       ),
       claimed as (
         insert into queue_emails as q (account_id, conference_id, email_id, claimed_at)
         select id, $1, gen_random_uuid(), $3 from open
         on conflict (account_id, conference_id) do update
         set claimed_at = excluded.claimed_at, sent_at = null,
           email_id = case when q.sent_at is null then q.email_id else excluded.email_id end
         where q.sent_at < $4 or (q.sent_at is null and q.claimed_at < $5)
         returning q.email_id, q.account_id
       ),
       counted as (
         insert into emails (id, account_id, form, kind, made_at, left_at)
         select email_id, account_id, 'notice', 'queue', $3, $3 from claimed
         on conflict do nothing
       )
       select n.email_id id, n.account_id "accountId", a.locale, a.letters_token token
       from claimed n
       join accounts a on a.id = n.account_id`,
      [
        id,
        accountIds,
        this.clock.now(),
        this.clock.ago({ minutes: QUEUE_EMAIL_MINUTES }),
        this.clock.ago({ minutes: AGAIN_MINUTES }),
        timeZone,
      ],
    );
  }

  private async send({ id, accountId, locale, token, conference, talks }: DueQueueEmail): Promise<void> {
    const end = this.unsubscribeLinks.endBy(token, 'queue');
    const count = await this.queueQueries.countWaiting(conference.id, talks);
    const say = words(locale);
    const url = `${this.config.publicUrl}/organize/${conference.slug}/queue`;
    const isTaken =
      count > 0 &&
      (await this.addressDesk.writeTo(accountId, {
        id,
        locale,
        subject: subjectIn(conference.title, say('mails.queue.subject', { count })),
        text: say('mails.queue.text', {
          conference: conference.title,
          count,
          url,
          minutes: WAITING_MINUTES,
        }),
        footer: [
          say('mails.footers.queue'),
          say('mails.end', { end: end.url }),
          say('mails.settings', { url: `${this.config.publicUrl}/me/email` }),
        ].join('\n\n'),
        end,
        action: { label: say('mails.actions.queue'), url },
        hint: url,
        brand: emailBrand(conference.title, conference.accent),
      }));
    await this.note({ id, accountId, conference }, { isTaken, isNeeded: count > 0 });
  }

  /** With what became of it for `/me/email`; where nothing waits any longer it was none and does not count. */
  private async note(
    { id, accountId, conference }: Pick<DueQueueEmail, 'id' | 'accountId' | 'conference'>,
    { isTaken, isNeeded }: { isTaken: boolean; isNeeded: boolean },
  ): Promise<void> {
    await this.database.ask(
      `with done as (update queue_emails set sent_at = $3 where account_id = $1 and conference_id = $2),
       none as (delete from emails where id = $4 and not $5::boolean)
       insert into email_notices (id, account_id, kind, conference_id, at, fate, rule, settled_at, email_id)
       select gen_random_uuid(), $1, 'queue', $2, $3, $6, $7, $3, $4 where $5::boolean
       on conflict do nothing`,
      [accountId, conference.id, this.clock.now(), id, isNeeded, isTaken ? 'sent' : 'held', isTaken ? null : 'refused'],
    );
  }

  private waiting(): Promise<WaitingConference[]> {
    return this.database.ask<WaitingConference>(
      `select c.id, c.slug, c.title, c.settings->'brand'->>'accent' accent, c.time_zone "timeZone",
         array_agg(w.talk_id) "talkIds"
       from (
         select t.conference_id, t.talk_id
         from comments m
         join threads t on t.id = m.thread_id
         where m.held_at < $1 and m.withheld_at is null and m.withdrawn_at is null
         union
         select a.conference_id, null
         from recaps a
         where a.held_at < $1 and a.withheld_at is null and a.withdrawn_at is null
         union
         select r.conference_id, t.talk_id
         from reports r
         join comments m on m.id = r.comment_id
         join threads t on t.id = m.thread_id
         where r.status = 'open' and r.confirmed_at < $1 and m.withheld_at is null and m.withdrawn_at is null
         union
         select r.conference_id, null
         from reports r
         join recaps a on a.id = r.recap_id
         where r.status = 'open' and r.confirmed_at < $1 and a.withheld_at is null and a.withdrawn_at is null
       ) w
       join conferences c on c.id = w.conference_id
       group by c.id`,
      [this.clock.ago({ minutes: WAITING_MINUTES })],
    );
  }
}
