import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { blindId } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { Log } from '../platform/logging/log.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { isProofBy } from './private/key-proof.ts';
import { findKeys, type SecretKey } from './private/keys.ts';
import { Vault } from './private/vault.ts';

/** Interval at which a node looks for new keys and reports those it holds, in milliseconds. */
export const KEYS_LOOK_MS = 2_000;

/** Silence after which a node counts as gone, in seconds. */
const SILENT_SECONDS = 10;

/**
 * Lets a running server learn new keys, and use a key only when every node holds it, because a node could neither open
 * nor find what another sealed with it. Nodes report the ids of their keys in the table key_holders.
 */
@Injectable()
export class HeldKeys implements OnModuleInit, BeforeApplicationShutdown {
  private readonly node = blindId();
  private readonly lookNow: () => Promise<void>;
  private isEnding = false;
  private isWithoutFile = false;
  /** Newest first. */
  private keys: readonly SecretKey[] = [];

  constructor(
    private readonly vault: Vault,
    private readonly database: Database,
    private readonly config: Config,
    private readonly log: Log,
    recurringTasks: RecurringTasks,
  ) {
    this.lookNow = recurringTasks.add({
      name: 'accounts/learn-keys',
      does: 'Reads the secret keys anew, and uses a new one once every node holds it.',
      everyMs: KEYS_LOOK_MS,
      run: () => this.look(),
    });
  }

  async onModuleInit(): Promise<void> {
    await this.look();
    await this.warnOfMissing();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    // A look that is under way would report this node once more.
    await this.lookNow();
    await this.database.ask('delete from key_holders where node = $1', [this.node]).catch(() => undefined);
  }

  /** Reads the current keys and agrees with the other nodes on the one that seals: the newest that all hold. */
  async look(): Promise<void> {
    if (this.isEnding) return;
    await this.readAnew();
    const { keys } = this;
    await this.database.ask(
      `insert into key_holders (node, key_ids, seen_at)
       values ($1, $2, clock_timestamp())
       on conflict (node) do update set key_ids = excluded.key_ids, seen_at = excluded.seen_at`,
      [this.node, keys.map(({ id }) => id)],
    );
    const holders = await this.all();
    const shared = keys.find(({ id }) => holders.every((held) => held.includes(id)));
    this.vault.learn(keys, (shared ?? keys.at(-1)!).id);
  }

  /** Whether a text is a proof of one of the keys that this node holds. */
  isProof(proof: string): boolean {
    return isProofBy(this.keys, proof);
  }

  /** Keeps the keys of a file that is gone, because a new one could open no address. */
  private async readAnew(): Promise<void> {
    const found = await findKeys(this.config.get('SECRET_KEYS'), this.config.get('DATA_DIR'));
    if (found.length > 0) this.keys = found;
    else if (!this.isWithoutFile)
      this.log.error({}, 'the secret keys are gone from DATA_DIR/keys: put your copy back before the next start');
    this.isWithoutFile = found.length === 0;
  }

  /** The keys that each running node holds. */
  async all(): Promise<string[][]> {
    const rows = await this.database.ask<{ keyIds: string[] }>(
      `select key_ids "keyIds" from key_holders where seen_at > clock_timestamp() - make_interval(secs => $1)`,
      [SILENT_SECONDS],
    );
    return rows.map(({ keyIds }) => keyIds);
  }

  /**
   * Reading goes on; an account sealed by the lost key gets no e-mail and would be a new account at its next sign-in.
   */
  private async warnOfMissing(): Promise<void> {
    await this.database.ask('delete from key_holders where seen_at < clock_timestamp() - make_interval(days => 1)');
    const missing = await this.database.ask<{ keyId: string }>(
      'select distinct address_key_id "keyId" from accounts where not address_key_id = any($1)',
      [this.vault.keyIds],
    );
    for (const { keyId } of missing)
      this.log.error(
        { keyId },
        'addresses are sealed with a key that is not among SECRET_KEYS: put it back before anybody signs in',
      );
  }
}
