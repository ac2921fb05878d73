import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';

/** Makes an account without an address, in the transaction that begins its only session. */
@Injectable()
export class MakeGuest {
  constructor(private readonly clock: Clock) {}

  /** Returns its id. */
  async make(tx: Tx, locale: 'fr' | 'en'): Promise<string> {
    const id = blindId();
    await tx.query(`insert into accounts (id, kind, locale, created_on) values ($1, 'guest', $2, $3)`, [
      id,
      locale,
      this.clock.now().toISOString().slice(0, 10),
    ]);
    return id;
  }
}
