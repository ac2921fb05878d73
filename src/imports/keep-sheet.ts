import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { SpeakerAddresses, type FoundSpeakerAddress } from '../accounts/speaker-addresses.ts';
import type { Tx } from '../platform/database/database.ts';
import type { SheetAnswers } from './parsing/sheets/sheet-answers.ts';
import type { FoundEmail } from './read-programme.ts';
import { StoredSheetAnswers } from './stored-sheet-answers.ts';

/** An address of a sheet, sealed, and as the organizers see it. */
export interface SealedEmail extends FoundSpeakerAddress {
  speaker: string;
  emailMasked: string;
}

/** Keeps what a sheet tells besides its talks: addresses of speakers, sealed, and what its columns hold. */
@Injectable()
export class KeepSheet {
  constructor(
    private readonly addressDesk: AddressDesk,
    private readonly speakerAddresses: SpeakerAddresses,
    private readonly storedSheetAnswers: StoredSheetAnswers,
  ) {}

  /** Seals addresses as soon as they are read; what is none is left out. */
  sealed(addresses: readonly FoundEmail[]): SealedEmail[] {
    return addresses
      .filter(({ email }) => this.addressDesk.isAddress(email))
      .map(({ speakerKey, name, email }) => {
        const address = this.addressDesk.seal(email);
        return { speakerKey, speaker: name, address, emailMasked: this.addressDesk.maskedOf(address) };
      });
  }

  /** In the transaction of the import, after its speakers are written. */
  async keep(tx: Tx, conferenceId: string, { emails, given }: KeptSheet): Promise<void> {
    await this.speakerAddresses.keep(tx, conferenceId, emails);
    await this.storedSheetAnswers.remember(tx, conferenceId, given);
  }
}

/** The kept parts of a sheet. */
export interface KeptSheet {
  emails: readonly SealedEmail[];
  /** The organizer's answers about its columns with this file. */
  given: SheetAnswers;
}
