import { hash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Clock, milliseconds } from '../kernel/clock.ts';
import { secretToken } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { HOUSEHOLDS, networksAround } from '../platform/http/network.ts';
import { PROOF_MINUTES, PROOF_WAIT_SECONDS } from './proof.policy.ts';
import { proofRequired } from './sessions.problems.ts';
import { WindowCounts } from './window-counts.ts';

/**
 * The purpose of a proof: one address, or none where a secret is shown that cannot be guessed. It counts for nothing
 * else.
 */
export interface ProofPurpose {
  readonly action: 'ask' | 'type' | 'show' | 'guest';
  readonly mark: Buffer | null;
}

interface ReadChallenge {
  text: string;
  madeAt: number;
  bits: number;
  id: string;
  solution: string | null;
}

/** Challenges a household may wait out in ten minutes instead of computing; wider networks have more. */
const WAITED_PER_HOUSEHOLD = 10;

/**
 * Asks for a small proof of work (a partial preimage of SHA-256) instead of refusing. A challenge is signed, for one
 * purpose, expires, and is not stored. A browser that cannot compute sends it back after a few seconds.
 */
@Injectable()
export class Proofs {
  private readonly waited: WindowCounts;

  constructor(
    private readonly addressDesk: AddressDesk,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.waited = new WindowCounts(clock, { minutes: 10 });
  }

  /**
   * Accepts a proof for this purpose, once. Throws `proof-required` with a challenge, the same again while it is waited
   * out.
   */
  async demand(
    purpose: ProofPurpose,
    bits: number,
    { ip, proof }: { ip: string; proof: string | null },
  ): Promise<void> {
    const shown = proof === null ? null : this.read(purpose, proof);
    const left = shown ? this.secondsLeft(shown) : PROOF_WAIT_SECONDS;
    const isPaid = shown !== null && (this.isComputed(shown) || (left <= 0 && this.mayWait(ip)));
    if (isPaid && (await this.spend(shown))) return;
    const again = shown !== null && shown.solution === null && left > 0;
    const challenge = again ? shown.text : this.make(purpose, bits);
    const seconds = again ? left : PROOF_WAIT_SECONDS;
    throw proofRequired({ challenge, bits: again ? shown.bits : bits, seconds }, { retryAfterSeconds: seconds });
  }

  private make(purpose: ProofPurpose, bits: number): string {
    const facts = `${this.clock.now().getTime().toString(36)}.${bits}.${secretToken().slice(0, 16)}`;
    return `${facts}.${this.sign(purpose, facts)}`;
  }

  /** Null for a challenge that is too old, or was never made for this purpose. */
  private read(purpose: ProofPurpose, proof: string): ReadChallenge | null {
    const [, facts, made, bits, id, sign, , solution] =
      /^(([0-9a-z]{1,12})\.(\d{1,2})\.([\w-]{16}))\.([\w-]{43})(\.(\d{1,16}))?$/.exec(proof) ?? [];
    if (!facts || !made || !bits || !id || !sign) return null;
    if (!timingSafeEqual(Buffer.from(sign), Buffer.from(this.sign(purpose, facts)))) return null;
    const madeAt = Number.parseInt(made, 36);
    if (madeAt < this.clock.ago({ minutes: PROOF_MINUTES }).getTime()) return null;
    return { text: `${facts}.${sign}`, madeAt, bits: Number(bits), id, solution: solution ?? null };
  }

  private sign({ action, mark }: ProofPurpose, facts: string): string {
    return this.addressDesk.tag('proof', action, mark ?? '', facts).toString('base64url');
  }

  private isComputed({ text, bits, solution }: ReadChallenge): boolean {
    return solution !== null && isSolved(text, solution, bits);
  }

  private secondsLeft({ madeAt }: ReadChallenge): number {
    return Math.ceil(PROOF_WAIT_SECONDS + (madeAt - this.clock.now().getTime()) / 1000);
  }

  /** Limits the waits of a network, because waiting costs nothing. */
  private mayWait(ip: string): boolean {
    const networks = networksAround(ip);
    if (networks.some(({ name, width }) => this.waited.of(name) >= WAITED_PER_HOUSEHOLD * HOUSEHOLDS[width]))
      return false;
    for (const { name } of networks) this.waited.add(name);
    return true;
  }

  private async spend({ id, madeAt }: ReadChallenge): Promise<boolean> {
    const expiresAt = new Date(madeAt + milliseconds({ minutes: PROOF_MINUTES }));
    const spent = await this.database.ask(
      'insert into spent_proofs (id, expires_at) values ($1, $2) on conflict (id) do nothing returning id',
      [id, expiresAt],
    );
    return spent.length > 0;
  }
}

/** Whether SHA-256 of `<challenge>.<solution>` begins with this many zero bits. */
export function isSolved(challenge: string, solution: string, bits: number): boolean {
  const digest = hash('sha256', `${challenge}.${solution}`, 'buffer');
  const whole = digest.readUInt32BE(0);
  return bits <= 32 && whole >>> (32 - bits) === 0;
}
