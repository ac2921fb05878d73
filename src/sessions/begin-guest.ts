import { Injectable } from '@nestjs/common';
import { MakeGuest } from '../accounts/make-guest.ts';
import { Database } from '../platform/database/database.ts';
import { BeginSession, type NewSession } from './begin-session.ts';
import type { Visitor } from './credentials.ts';
import { GuestLimits } from './guest-limits.ts';

/** Makes a guest: an account without an address, known by the one session that begins with it. */
@Injectable()
export class BeginGuest {
  constructor(
    private readonly database: Database,
    private readonly guestLimits: GuestLimits,
    private readonly makeGuest: MakeGuest,
    private readonly beginSession: BeginSession,
  ) {}

  /**
   * Begins the session of a guest, whose rights are asked at each act. Throws `too-many-requests`, `proof-required`.
   */
  async begin(visitor: Visitor, locale: 'fr' | 'en'): Promise<NewSession> {
    await this.guestLimits.mayBegin(visitor);
    return this.database.transaction(async (tx) =>
      this.beginSession.begin(tx, await this.makeGuest.make(tx, locale), null),
    );
  }
}
