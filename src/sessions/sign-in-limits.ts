import { Injectable } from '@nestjs/common';
import { AddressDesk, type SealedAddress } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { tooMany } from '../kernel/common.problems.ts';
import { Config } from '../platform/config/settings.ts';
import type { Visitor } from './credentials.ts';
import { KnownBrowsers } from './known-browsers.ts';
import { Log } from '../platform/logging/log.ts';
import { HOUSEHOLDS, listOfNetworks, networkOf, networksAround } from '../platform/http/network.ts';
import { bitsFor } from './proof.policy.ts';
import { Proofs, type ProofPurpose } from './proofs.ts';
import { WindowCounts } from './window-counts.ts';
import { WriteLimits } from './write-limits.ts';
import { WrongCodesCount } from './wrong-codes-count.ts';

/** Window of the counts, in minutes. */
export const LIMITS_MINUTES = 10;

/** Codes a household may ask for one address before a proof of work is required, and at most. */
const ASKED_PER_PAIR = 5;
const ASKED_PER_PAIR_AT_MOST = 15;

/** Codes for one address from everywhere before strangers need a proof for each. */
const ASKED_PER_ADDRESS = 15;
/** Codes for one address from one household, when the address was asked for there before, and for the first time. */
const ASKED_PER_HOUSEHOLD = 60;
const ASKED_FIRST_PER_HOUSEHOLD = 240;
/**
 * New addresses that a right code allows in addition, because its owner is a real person in a crowd behind one network
 * address. For a thousand people: docs/limits.md.
 */
const ROOM_OF_A_RIGHT_CODE = 4;
/** Codes for all addresses on a node before strangers need a proof: a hall of two thousand at the opening. */
const ASKED_AT_ALL = 2_000;

const TYPED_PER_PAIR = 10;
const TYPED_PER_HOUSEHOLD = 40;

/** Links and passkeys from a household, a limit against floods only since nobody guesses them. */
const SHOWN_PER_HOUSEHOLD = 200;

/** Codes asked for or typed by a known owner of the address. */
const OWN = 20;

/** Households that an address of a whole conference counts as. */
const VENUE_FACTOR = 20;

/**
 * Wrong codes over all accounts within LIMITS_MINUTES from which strangers need a proof for each try; far above what
 * people mistype.
 */
export const WRONG_CODES_FREE = 1_000;

/** The name by which a known owner of the address is counted; null for all others. */
type AddressOwner = string | null;

/**
 * Limits how often a code may be asked for or typed. Above a limit a small proof of work is required; only a household
 * that asks again and again for one address is refused. Known owners of an address are counted apart, so that strangers
 * never use up their limit. Equal for known and unknown addresses.
 *
 * Each node counts for itself in bounded memory: with n nodes a flood has n times the free tries, and costs the
 * database nothing. Wrong codes are counted together in the database, because they protect all accounts at once.
 */
@Injectable()
export class SignInLimits {
  private readonly counts: WindowCounts;
  private readonly isVenue: (ip: string) => boolean;
  private hasToldOfCrowd = false;

  // Asking for a code, typing it and showing a link share their counts, so that their limits agree.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly config: Config,
    private readonly addressDesk: AddressDesk,
    private readonly proofs: Proofs,
    private readonly knownBrowsers: KnownBrowsers,
    private readonly wrongCodesCount: WrongCodesCount,
    private readonly writeLimits: WriteLimits,
    private readonly log: Log,
    clock: Clock,
  ) {
    this.counts = new WindowCounts(clock, { minutes: LIMITS_MINUTES }, 100_000);
    this.isVenue = listOfNetworks(config.get('VENUE_NETWORKS'));
  }

  /** Before a code is mailed. Throws `too-many-requests`, `proof-required`. */
  async mayAsk(address: SealedAddress, visitor: Visitor): Promise<void> {
    if (!this.config.get('RATE_LIMITS')) return;
    const purpose = { action: 'ask', mark: address.mark } as const;
    const owner = await this.ownerOf(address, visitor);
    if (owner !== null) return this.take(purpose, visitor, [{ key: `own ask ${owner}`, limit: OWN }]);
    const pair = `ask pair ${networkOf(visitor.ip)} ${nameOf(address)}`;
    if (this.counts.of(pair) >= ASKED_PER_PAIR_AT_MOST * this.factorFor(visitor)) {
      const seconds = this.counts.secondsLeft(pair);
      throw tooMany({ seconds }, { retryAfterSeconds: seconds });
    }
    // Each person of a crowd behind one address asks for one code, so first requests are counted apart.
    const isFirst = this.counts.of(pair) === 0;
    const ofHousehold = isFirst
      ? this.perNetwork('ask first', ASKED_PER_HOUSEHOLD, visitor, ASKED_FIRST_PER_HOUSEHOLD)
      : this.perNetwork('ask', ASKED_PER_HOUSEHOLD, visitor);
    await this.take(purpose, visitor, [
      { key: pair, limit: ASKED_PER_PAIR },
      { key: `ask address ${nameOf(address)}`, limit: ASKED_PER_ADDRESS },
      { key: 'ask at all', limit: ASKED_AT_ALL },
      ...ofHousehold,
    ]);
    if (!isFirst) return;
    await this.giveBack(visitor);
    this.reportCrowd(visitor);
  }

  /** Takes back the count of a right code, which was no guess. */
  async wasRight(address: SealedAddress, visitor: Visitor): Promise<void> {
    if (!this.config.get('RATE_LIMITS')) return;
    const pair = `${networkOf(visitor.ip)} ${nameOf(address)}`;
    this.counts.remove(`type pair ${pair}`);
    for (const { key } of this.perNetwork('type', TYPED_PER_HOUSEHOLD, visitor)) this.counts.remove(key);
    // Once for each address, so that further codes of the same person allow no more.
    if (this.counts.of(`ask pair ${pair}`) === 1)
      for (const { key } of this.perNetwork('ask first', ASKED_PER_HOUSEHOLD, visitor))
        this.counts.remove(key, ROOM_OF_A_RIGHT_CODE);
    await this.giveBack(visitor);
  }

  /** After a right link, so that a crowd that opens its own links is no flood. */
  async wasRightLink(visitor: Visitor): Promise<void> {
    if (!this.config.get('RATE_LIMITS')) return;
    for (const { key } of this.perNetwork('show', SHOWN_PER_HOUSEHOLD, visitor)) this.counts.remove(key);
    await this.giveBack(visitor);
  }

  /** Takes back a write from the limit of all writes, which counts an account's by the account. */
  private async giveBack({ accountId, ip }: Visitor): Promise<void> {
    if (accountId === null) await this.writeLimits.giveBackToNetwork(ip);
  }

  /** Once a process, for an operator who reads logs on the day the setting is needed. */
  private reportCrowd({ ip }: Visitor): void {
    if (this.hasToldOfCrowd || this.isVenue(ip)) return;
    if (this.counts.of(`ask first ${networkOf(ip)}`) <= ASKED_PER_HOUSEHOLD) return;
    this.hasToldOfCrowd = true;
    this.log.warn(
      { people: ASKED_PER_HOUSEHOLD },
      'many people sign in from one address: if it is that of your venue, name it in VENUE_NETWORKS, so that they ' +
        'share wider limits',
    );
  }

  /**
   * Before a code is compared; returns whether the visitor is a known owner of the address. Throws `proof-required`.
   */
  async mayType(address: SealedAddress, visitor: Visitor): Promise<{ isOwner: boolean }> {
    const owner = await this.ownerOf(address, visitor);
    if (!this.config.get('RATE_LIMITS')) return { isOwner: owner !== null };
    const purpose = { action: 'type', mark: address.mark } as const;
    if (owner !== null) await this.take(purpose, visitor, [{ key: `own type ${owner}`, limit: OWN }]);
    else {
      const guessed = bitsFor(await this.wrongCodesCount.recent(), WRONG_CODES_FREE);
      const pair = { key: `type pair ${networkOf(visitor.ip)} ${nameOf(address)}`, limit: TYPED_PER_PAIR };
      await this.take(purpose, visitor, [pair, ...this.perNetwork('type', TYPED_PER_HOUSEHOLD, visitor)], guessed);
    }
    return { isOwner: owner !== null };
  }

  /** Before a link is opened or a passkey is challenged. Throws `proof-required`. */
  async mayShow(visitor: Visitor): Promise<void> {
    if (this.config.get('RATE_LIMITS'))
      await this.take({ action: 'show', mark: null }, visitor, this.perNetwork('show', SHOWN_PER_HOUSEHOLD, visitor));
  }

  private async ownerOf(address: SealedAddress, { cookieHeader, accountId }: Visitor): Promise<AddressOwner> {
    const name = this.knownBrowsers.nameFor(address.mark, cookieHeader ?? undefined);
    if (name !== null) return `${name} ${nameOf(address)}`;
    return accountId !== null && (await this.addressDesk.isOf(accountId, address)) ? accountId : null;
  }

  /** Counts accepted requests only, so that asking for a proof does not make the next one harder. */
  private async take(
    purpose: ProofPurpose,
    visitor: Visitor,
    limits: readonly { key: string; limit: number }[],
    least = 0,
  ): Promise<void> {
    const bits = Math.max(least, ...limits.map(({ key, limit }) => bitsFor(this.counts.of(key), limit)));
    if (bits > 0) await this.proofs.demand(purpose, bits, visitor);
    for (const { key } of limits) this.counts.add(key);
  }

  /** `least` is the limit of the narrowest network; wide ones have as much already. */
  private perNetwork(what: string, limit: number, visitor: Visitor, least = limit): { key: string; limit: number }[] {
    const factor = this.factorFor(visitor);
    return networksAround(visitor.ip).map(({ name, width }) => ({
      key: `${what} ${name}`,
      limit: Math.max(limit * HOUSEHOLDS[width], least) * factor,
    }));
  }

  private factorFor({ ip }: Visitor): number {
    return this.isVenue(ip) ? VENUE_FACTOR : 1;
  }
}

const nameOf = ({ mark }: SealedAddress): string => mark.toString('base64url');
