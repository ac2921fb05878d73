import { Injectable } from '@nestjs/common';
import { sessionRequired } from '../kernel/common.problems.ts';
import { Database } from '../platform/database/database.ts';
import { AddressDesk } from './address-desk.ts';
import { wearerOf, type WornBadge } from './badge.policy.ts';
import type { EmailSettings } from './email-kinds.policy.ts';
import { GrantsQueries, type GrantView } from './grants.queries.ts';
import type { Persona } from './persona.entity.ts';
import { PersonasQueries } from './personas.queries.ts';
import { WriteEmailSettings } from './write-email-settings.ts';
import { toPersonaView, type PersonaView } from './persona.view.ts';

/** A right, with the persona that shows it. */
export interface MyGrant extends GrantView {
  /** The persona that shows it; null where none does, and for a right in all conferences. */
  personaId: string | null;
}

/** The settings of an account; one that was never chosen is absent. */
interface AccountSettings {
  /** An e-mail when a question of one's own is answered. */
  answersByMail?: boolean;
}

/** An account as its owner sees it. */
export interface MeView {
  /**
   * The first letter, and the domain; null for a guest.
   *
   * @example a•••@mail.example
   */
  emailMasked: string | null;
  /** The language of the account's e-mails and pages, as a BCP 47 tag. */
  locale: 'fr' | 'en';
  /** The public profiles of the account, each in one conference. */
  personas: PersonaView[];
  /** The rights of the account, as speaker, moderator or organizer. */
  grants: MyGrant[];
  /** The account's own choices. */
  settings: AccountSettings;
  /** The e-mails that the account gets. */
  email: EmailSettings;
  /**
   * As in `email`.
   *
   * @format date
   */
  pausedUntil: string | null;
}

/** Reads an account's own facts for it, with its address masked. */
@Injectable()
export class MeQueries {
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly personasQueries: PersonasQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly writeEmailSettings: WriteEmailSettings,
  ) {}

  async get(accountId: string): Promise<MeView> {
    const [[account], emailMasked, personas, grants, badges] = await Promise.all([
      this.database.ask<{ locale: 'fr' | 'en'; settings: AccountSettings }>(
        'select locale, settings from accounts where id = $1',
        [accountId],
      ),
      this.addressDesk.masked(accountId),
      this.personasQueries.listOf(accountId),
      this.grantsQueries.list(accountId),
      this.database.ask<WornBadge & { conferenceId: string }>(
        `select conference_id "conferenceId", role, talk_id "talkId", persona_id "personaId"
         from badges
         where account_id = $1`,
        [accountId],
      ),
    ]);
    const email = account && (await this.writeEmailSettings.of(accountId));
    // Erased a moment ago on another node, where a token is still trusted for a second.
    if (!account || !email) throw sessionRequired();
    return {
      emailMasked,
      locale: account.locale,
      personas: personas.map(toPersonaView),
      grants: grants.map((grant) => ({ ...grant, personaId: shownOn(grant, { personas, badges }) })),
      settings: account.settings,
      email,
      pausedUntil: email.pausedUntil,
    };
  }
}

/** Null for a right in all conferences, which each of them may show on another persona. */
function shownOn(
  { conferenceId, role, talkId }: GrantView,
  own: { personas: readonly Persona[]; badges: readonly (WornBadge & { conferenceId: string })[] },
): string | null {
  const here = (thing: { conferenceId: string }): boolean => thing.conferenceId === conferenceId;
  return conferenceId === null
    ? null
    : wearerOf({ badges: own.badges.filter(here), personas: own.personas.filter(here) }, { role, talkId });
}
