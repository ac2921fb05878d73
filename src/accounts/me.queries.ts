import { Injectable } from '@nestjs/common';
import { sessionRequired } from '../kernel/common.problems.ts';
import { Database } from '../platform/database/database.ts';
import { AddressDesk } from './address-desk.ts';
import { GrantsQueries, type GrantView } from './grants.queries.ts';
import { PersonasQueries } from './personas.queries.ts';
import { toPersonaView, type PersonaView } from './persona.view.ts';

export interface MeView {
  emailMasked: string; locale: 'fr' | 'en'; personas: PersonaView[]; grants: GrantView[]; settings: Record<string, unknown>; pausedUntil: string | null;
}

/** What an account may know of itself; the address only masked. */
@Injectable()
export class MeQueries {
  constructor(private readonly database: Database, private readonly desk: AddressDesk, private readonly personas: PersonasQueries, private readonly grants: GrantsQueries) {}

  async get(accountId: string): Promise<MeView> {
    const [[account], emailMasked, personas, grants] = await Promise.all([
      this.database.ask<{ locale: 'fr' | 'en'; settings: Record<string, unknown> }>('select locale, settings from accounts where id = $1', [accountId]),
      this.desk.masked(accountId),
      this.personas.listOf(accountId),
      this.grants.list(accountId),
    ]);
    // Erased a moment ago, on another node: a token is trusted for a second.
    if (!account) throw sessionRequired();
    return { emailMasked, locale: account.locale, personas: personas.map(toPersonaView), grants, settings: account.settings, pausedUntil: null };
  }
}
