import { Injectable } from '@nestjs/common';
import { invalidRequest } from '../kernel/common.problems.ts';
import type { InputError } from '../kernel/problem.ts';
import { Database } from '../platform/database/database.ts';
import { AddressDesk } from './address-desk.ts';
import { SpeakerAddresses } from './speaker-addresses.ts';

export interface TypedSpeakerAddress {
  speakerId: string;
  email: string;
}

/** Keeps the addresses of speakers, sealed, until they are invited by them. Only an e-mail to their owner uses them. */
@Injectable()
export class GiveSpeakerAddresses {
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly speakerAddresses: SpeakerAddresses,
  ) {}

  /**
   * All of them or none; a later address replaces an earlier one. Throws `invalid-request`, which names each by number.
   */
  async give(conferenceId: string, typed: readonly TypedSpeakerAddress[]): Promise<void> {
    const rows = await this.database.ask<{ id: string; key: string }>(
      'select id, key from speakers where id = any($1) and conference_id = $2',
      [typed.map(({ speakerId }) => speakerId), conferenceId],
    );
    const known = new Set(rows.map(({ id }) => id));
    const errors = typed.flatMap(({ speakerId, email }, i): InputError[] => {
      if (!known.has(speakerId.toLowerCase()))
        return [{ pointer: `#/people/${i}/speakerId`, detail: 'Give the id of a speaker of this conference.' }];
      if (this.addressDesk.isAddress(email)) return [];
      return [{ pointer: `#/people/${i}/email`, detail: 'Give an e-mail address such as name@mail.example.' }];
    });
    if (errors.length > 0) throw invalidRequest(errors);
    const sealed = new Map(
      typed.map(({ speakerId, email }) => [speakerId.toLowerCase(), this.addressDesk.seal(email)]),
    );
    await this.database.transaction((tx) =>
      this.speakerAddresses.keep(
        tx,
        conferenceId,
        rows.flatMap(({ id, key }) => {
          const address = sealed.get(id);
          return address ? [{ speakerKey: key, address }] : [];
        }),
      ),
    );
  }
}
