import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import type { Locale } from '../../locales/words.ts';
import { Clock } from '../kernel/clock.ts';
import { dayAndTimeInWords } from '../../locales/written-date.ts';
import { isUuid } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import type { Email, EmailBrand } from '../platform/mail/email.ts';
import { emailBrand, subjectIn } from '../programme/email-brand.ts';
import type { Role } from './account.entity.ts';
import { isOpen } from './invitation-rows.ts';

/** A talk as an invitation names it. */
interface OfferedTalk {
  title: string;
  startsAt: Date | null;
  room: string;
}

/** An invitation, as the e-mail with its link says it. */
export interface Offer {
  role: Role;
  conference: string;
  accent: string | null;
  timeZone: string;
  /** For a role in talks; empty for one in the whole conference. */
  talks: OfferedTalk[];
  /** The name by which the conference knows the organizer who invites; null without a profile there. */
  maker: string | null;
  isReminder: boolean;
}

/** The e-mail of an invitation: who invites, to what, where and when, and until when it can be accepted. */
@Injectable()
export class InvitationText {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** As the e-mail is written; its text ends with the link. */
  write(offer: Offer, locale: Locale, url: string): { subject: string; text: string } {
    const say = words(locale);
    const { conference, maker, isReminder } = offer;
    const who = maker === null ? '' : say('mails.invitation.by', { name: maker });
    const again = isReminder ? say('mails.invitation.again') : '';
    const lead = [again, ...whatOf(offer, locale), who].filter(Boolean).join('\n\n');
    return {
      subject: subjectIn(conference, say(isReminder ? 'mails.invitation.reminder' : 'mails.invitation.subject')),
      text: say('mails.invitation.text', { what: lead, url }),
    };
  }

  /** The e-mail to such a person as it would be sent now, without a link that works. Null for an unknown talk. */
  async preview(
    conferenceId: string,
    { role, talkIds }: { role: string; talkIds: readonly string[] },
  ): Promise<(Pick<Email, 'subject' | 'text' | 'locale'> & { brand: EmailBrand }) | null> {
    const [row] = await this.database.ask<Omit<Offer, 'role' | 'isReminder' | 'talks'> & { locale: Locale }>(
      `select ${OFFERED}, null maker, c.locale from conferences c where c.id = $1`,
      [conferenceId],
    );
    if (!row) return null;
    const talks = await this.database.ask<OfferedTalk>(
      `select title, starts_at "startsAt", room from talks
       where id = any($1) and conference_id = $2
       order by starts_at nulls last, id`,
      [talkIds.filter(isUuid), conferenceId],
    );
    const { locale, ...offer } = row;
    const url = `${this.config.publicUrl}/claim#…`;
    return {
      locale,
      ...this.write({ ...offer, talks, role: role as Role, isReminder: false }, locale, url),
      brand: emailBrand(offer.conference, offer.accent),
    };
  }

  /** The offer of a link; null when it can no longer be taken. */
  async offerOf(linkId: string): Promise<Offer | null> {
    const rows = await this.database.ask<Omit<Offer, 'talks' | 'isReminder'> & NullableTalk>(
      `select i.role, ${OFFERED}, ${MAKER_NAME} maker, t.title, t.starts_at "startsAt", coalesce(t.room, '') room
       from invitations i
       join conferences c on c.id = i.conference_id
       left join talks t on t.id = i.talk_id
       where i.link_id = $1 and ${isOpen('i', '$2')}
       order by t.starts_at nulls last, t.id`,
      [linkId, this.clock.now()],
    );
    const [first] = rows;
    if (!first) return null;
    const talks = rows.flatMap(({ title, startsAt, room }) => (title === null ? [] : [{ title, startsAt, room }]));
    const { role, conference, accent, timeZone, maker } = first;
    // An invitation to the whole of a conference needs no list of its talks.
    const isWhole = talks.length < rows.length;
    return { role, conference, accent, timeZone, maker, talks: isWhole ? [] : talks, isReminder: false };
  }
}

type NullableTalk = Omit<OfferedTalk, 'title'> & { title: string | null };

/** The offer in one paragraph or two. */
function whatOf({ role, conference, timeZone, talks }: Offer, locale: Locale): string[] {
  const say = words(locale);
  const [talk, ...more] = talks;
  if (!talk) return [say(`mails.invitation.as.${role}`, { conference })];
  const when = ({ startsAt, room }: OfferedTalk): string =>
    startsAt === null
      ? ''
      : say(`mails.invitation.${room === '' ? 'when' : 'whenAndWhere'}`, {
          time: dayAndTimeInWords(startsAt, timeZone, locale),
          room,
        });
  if (more.length === 0)
    return [say(`mails.invitation.as.${role}-of-talk`, { conference, talk: talk.title }), when(talk)];
  const list = talks.map((each) => `– ${[each.title, placeOf(each, timeZone, locale)].filter(Boolean).join(' · ')}`);
  return [say(`mails.invitation.as.${role}-of-talks`, { conference, count: talks.length }), list.join('\n')];
}

const placeOf = ({ startsAt, room }: OfferedTalk, timeZone: string, locale: Locale): string =>
  [startsAt === null ? '' : dayAndTimeInWords(startsAt, timeZone, locale), room].filter(Boolean).join(', ');

/** The columns of an offer, of a conference `c`. */
const OFFERED = `c.title conference, c.settings->'brand'->>'accent' accent, c.time_zone "timeZone"`;

/** The name by which the maker of an invitation `i` is known in its conference. */
const MAKER_NAME = `(
  select p.name from personas p
  where p.account_id = i.maker_account_id
    and p.conference_id = i.conference_id
    and p.withdrawn_at is null
    and p.name <> ''
  order by p.id limit 1
)`;
