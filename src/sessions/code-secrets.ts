import { Injectable } from '@nestjs/common';
import { AddressDesk, type SealedAddress } from '../accounts/address-desk.ts';
import { codeFrom } from './code.policy.ts';
import type { Visitor } from './credentials.ts';
import { networkOf } from '../platform/http/network.ts';

/** The marks by which the asker of a code is recognized later. */
export type CodeOrigin = Pick<Visitor, 'browser' | 'ip'>;

/**
 * Derives the code and the link of an e-mail from its id and the vault's key. So nothing that opens a session is
 * stored, and a retried e-mail is the same e-mail.
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

  /** Includes the address, so that a code opens the account it was mailed to and no other. */
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
   * Identifies where a code was asked for: a named browser, or a network for this address. Two addresses asked for from
   * one network have unrelated tags.
   */
  askerTag(mark: Buffer, { browser, ip }: CodeOrigin): Buffer {
    return browser === null
      ? this.addressDesk.tag('asker', mark, networkOf(ip))
      : this.addressDesk.tag('asker-browser', browser);
  }

  /** All tags that a visitor may have. */
  askerTags(mark: Buffer, { browser, ip }: CodeOrigin): Buffer[] {
    const asProgram = this.askerTag(mark, { browser: null, ip });
    return browser === null ? [asProgram] : [asProgram, this.askerTag(mark, { browser, ip })];
  }

  private *bytesFor(id: string): Generator<number, never> {
    for (let block = 0; ; block += 1) yield* this.addressDesk.tag('code-of', id, String(block));
  }
}
