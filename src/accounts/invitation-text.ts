import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import type { Locale } from '../../locales/words.ts';
import { dayAndTimeIn } from '../kernel/day-and-time.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { subjectIn } from '../programme/email-brand.ts';
import type { Role } from './account.entity.ts';

/** What an invitation offers, as its e-mail says it. */
export interface Offer {
  role: Role;
  conference: string;
  accent: string | null;
  timeZone: string;
  /** For a role in one talk. */
  talk: { title: string; startsAt: Date | null; room: string } | null;
  /** The name by which the conference knows the organizer who invites; null without a profile there. */
  maker: string | null;
}

/** The e-mail of an invitation: who invites, to what, where and when, and until when it can be accepted. */
@Injectable()
export class InvitationText {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** As the e-mail is written; its text ends with the link. */
  write(offer: Offer, locale: Locale, url: string): { subject: string; text: string } {
    const say = words(locale);
    const { role, conference, talk, maker } = offer;
    const what = say(`mails.invitation.as.${talk ? `${role}-of-talk` : role}`, {
      conference,
      talk: talk?.title ?? '',
    });
    const place = talk?.startsAt
      ? say(`mails.invitation.${talk.room === '' ? 'when' : 'whenAndWhere'}`, {
          time: dayAndTimeIn(talk.startsAt, offer.timeZone, locale),
          room: talk.room,
        })
      : '';
    const who = maker === null ? '' : say('mails.invitation.by', { name: maker });
    const lead = [what, place, who].filter(Boolean).join('\n\n');
    return {
      subject: subjectIn(conference, say('mails.invitation.subject')),
      text: say('mails.invitation.text', { what: lead, url }),
    };
  }

  /** The e-mail to such a person as it would be sent now, without a link that works. Null for an unknown talk. */
  async preview(
    conferenceId: string,
    { role, talkId }: { role: string; talkId: string | null },
  ): Promise<{ subject: string; text: string } | null> {
    const [row] = await this.database.ask<Omit<OfferRow, 'role'> & { locale: Locale }>(
      `select ${OFFERED}, null maker, c.locale
       from conferences c left join talks t on t.id = $2 and t.conference_id = c.id
       where c.id = $1`,
      [conferenceId, talkId],
    );
    if (!row) return null;
    const { locale, ...offer } = row;
    return this.write(offerOf({ ...offer, role: role as Role }), locale, `${this.config.publicUrl}/claim#…`);
  }
}

/** The columns of an offer, of a conference `c` and a talk `t`. */
export const OFFERED = `c.title conference, c.settings->'brand'->>'accent' accent, c.time_zone "timeZone",
  t.title "talkTitle", t.starts_at "startsAt", coalesce(t.room, '') room`;

/** A row of OFFERED with the role and the maker's name. */
export interface OfferRow {
  role: Role;
  conference: string;
  accent: string | null;
  timeZone: string;
  talkTitle: string | null;
  startsAt: Date | null;
  room: string;
  maker: string | null;
}

export const offerOf = ({ talkTitle, startsAt, room, ...offer }: OfferRow): Offer => ({
  ...offer,
  talk: talkTitle === null ? null : { title: talkTitle, startsAt, room },
});
