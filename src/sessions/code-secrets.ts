import { Injectable } from '@nestjs/common';
import { AddressDesk, type SealedAddress } from '../accounts/address-desk.ts';
import { codeFrom } from './code.policy.ts';
import type { Visitor } from './credentials.ts';
import { networkOf } from '../platform/http/network.ts';

/** By what it is known later who asked for a code. */
export type Asker = Pick<Visitor, 'browser' | 'ip'>;

/**
 * The code and the link of a letter, worked out from its id and the vault's key. So nothing that opens a session waits
 * anywhere to be sent, and a letter that is tried again is the same letter.
 */
@Injectable()
export class CodeSecrets {
  constructor(private readonly addressDesk: AddressDesk) {}

  of(id: string): { code: string; token: string } {
    const bytes = this.bytesFor(id);
    return {
      code: codeFrom(() => bytes.next().value),
      token: this.addressDesk.tag('token-of', id).toString('base64url'),
    };
  }

  /** With the address, so that a code opens the account it was mailed to and no other. */
  hashOfCode({ mark }: Pick<SealedAddress, 'mark'>, code: string): Buffer {
    return this.addressDesk.tag('code', mark, code);
  }

  hashOfToken(token: string): Buffer {
    return this.addressDesk.tag('link', token);
  }

  hashOfBrowser(browser: string | null): Buffer | null {
    return browser === null ? null : this.addressDesk.tag('browser', browser);
  }

  /**
   * Where a code was asked for: in a browser that has a name, or by a program of a network for this address. Two
   * addresses asked for from one network have nothing in common.
   */
  askerTag(mark: Buffer, { browser, ip }: Asker): Buffer {
    return browser === null
      ? this.addressDesk.tag('asker', mark, networkOf(ip))
      : this.addressDesk.tag('asker-browser', browser);
  }

  /** Every asker a visitor may be. */
  askerTags(mark: Buffer, { browser, ip }: Asker): Buffer[] {
    const asProgram = this.askerTag(mark, { browser: null, ip });
    return browser === null ? [asProgram] : [asProgram, this.askerTag(mark, { browser, ip })];
  }

  private *bytesFor(id: string): Generator<number, never> {
    for (let block = 0; ; block += 1) yield* this.addressDesk.tag('code-of', id, String(block));
  }
}
