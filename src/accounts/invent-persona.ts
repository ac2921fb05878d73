import { Injectable } from '@nestjs/common';
import { blindId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Persona } from './persona.entity.ts';

/** Makes a persona behind which there is no account, for what the demo conference shows. */
@Injectable()
export class InventPersona {
  /** Returns its id. */
  async invent(
    tx: Tx,
    conferenceId: string,
    { name, tagline, biography }: Pick<Persona, 'name' | 'tagline' | 'biography'>,
  ): Promise<string> {
    const id = blindId();
    await tx.query(
      `insert into personas (id, account_id, conference_id, name, tagline, biography, avatar_seed)
       values ($1, null, $2, $3, $4, $5, $6)`,
      [id, conferenceId, name, tagline, biography, blindId()],
    );
    return id;
  }
}
