import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Database, type Queryable, type Tx } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { AddressDesk, type SealedAddress, type StoredAddress } from './address-desk.ts';

/** Days after a conference for which the addresses of its speakers are kept. */
export const SPEAKER_ADDRESS_DAYS = 30;
const HOUR_MS = 3_600_000;

/** An address that a programme names for a speaker, known by the key of its row in `speakers`. */
export interface FoundSpeakerAddress {
  speakerKey: string;
  address: SealedAddress;
}

/** A speaker with a stored address and the confirmed talks, by time; `id` is that of the stored address. */
export interface KnownSpeakerAddress {
  id: string;
  speakerId: string;
  name: string;
  talkIds: string[];
  address: StoredAddress;
  /** As `m•••@mail.example`, for the organizers. */
  masked: string;
}

/** Keeps addresses of speakers from a programme, sealed, for their invitations alone. */
@Injectable()
export class SpeakerAddresses {
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly clock: Clock,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'accounts/forget-speaker-addresses',
      does: `Deletes the addresses of speakers ${SPEAKER_ADDRESS_DAYS} days after their conference.`,
      everyMs: HOUR_MS,
      run: () => this.forgetOld(),
    });
  }

  /**
   * Keeps the address of each speaker, instead of the one that was there. In the transaction that writes the
   * speakers; a key without a speaker is passed over.
   */
  async keep(tx: Tx, conferenceId: string, found: readonly FoundSpeakerAddress[]): Promise<void> {
    const last = new Map(found.map(({ speakerKey, address }) => [speakerKey, address]));
    if (last.size === 0) return;
    const addresses = [...last.values()];
    await tx.query(
      `insert into speaker_addresses (
         id, conference_id, speaker_id, address_cipher, address_key_id, address_index, kept_at
       )
       select r.id, $1, s.id, r.cipher, r.key_id, r.index, $7
       from unnest($2::uuid[], $3::text[], $4::bytea[], $5::text[], $6::bytea[]) r(id, key, cipher, key_id, index)
       join speakers s on s.conference_id = $1 and s.key = r.key
       on conflict (speaker_id) do update
       set address_cipher = excluded.address_cipher, address_key_id = excluded.address_key_id,
         address_index = excluded.address_index, kept_at = excluded.kept_at`,
      [
        conferenceId,
        addresses.map(() => blindId()),
        [...last.keys()],
        addresses.map(({ cipher }) => cipher),
        addresses.map(({ keyId }) => keyId),
        addresses.map(({ index }) => index),
        this.clock.now(),
      ],
    );
  }

  /** The speakers of confirmed talks whose address is known, by name. */
  async ofConference(conferenceId: string): Promise<KnownSpeakerAddress[]> {
    const rows = await this.database.ask<Omit<KnownSpeakerAddress, 'address' | 'masked'> & StoredAddress>(
      `select a.id, s.id "speakerId", s.name, a.address_cipher cipher, a.address_key_id "keyId", a.address_index index,
         array_agg(k.id order by k.starts_at nulls last, k.id) "talkIds"
       from speaker_addresses a
       join speakers s on s.id = a.speaker_id
       join talk_speakers ts on ts.speaker_id = s.id
       join talks k on k.id = ts.talk_id and k.status = 'confirmed'
       where a.conference_id = $1
       group by a.id, s.id
       order by s.name, s.id`,
      [conferenceId],
    );
    return rows.map(({ cipher, keyId, index, ...speaker }) => ({
      ...speaker,
      address: { cipher, keyId, index },
      masked: this.addressDesk.maskedOf({ cipher, keyId }),
    }));
  }

  /** Deletes addresses that were used, by their ids. */
  async forget(tx: Queryable, ids: readonly string[]): Promise<void> {
    await tx.query('delete from speaker_addresses where id = any($1)', [ids]);
  }

  private async forgetOld(): Promise<void> {
    await this.database.ask(
      `delete from speaker_addresses a
       using conferences c
       where c.id = a.conference_id and (c.ends_on + 1 + $2::int)::timestamp at time zone c.time_zone <= $1`,
      [this.clock.now(), SPEAKER_ADDRESS_DAYS],
    );
  }
}

/** For an erased account: deletes its address where a programme named it. Returns how many. */
export async function forgetSpeakerAddresses(tx: Queryable, accountId: string): Promise<number> {
  const gone = await tx.query(
    `delete from speaker_addresses s
     using accounts a
     where a.id = $1 and s.address_index = a.address_index
     returning 1`,
    [accountId],
  );
  return gone.length;
}

/** After talks left the programme: deletes the addresses of speakers without any. */
export async function forgetAddressesWithoutTalks(tx: Queryable, conferenceId: string): Promise<void> {
  await tx.query(
    `delete from speaker_addresses a
     where a.conference_id = $1 and not exists (select from talk_speakers ts where ts.speaker_id = a.speaker_id)`,
    [conferenceId],
  );
}
