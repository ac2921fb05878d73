import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Clock, stopwatch } from '../kernel/clock.ts';
import { Config } from '../platform/config/settings.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { ForumSecrets } from './forum-secrets.ts';
import { HeldKeys, KEYS_LOOK_MS } from './held-keys.ts';
import { addKey, freshKey, lineOf, readKeys } from './private/keys.ts';
import { Vault, type StoredAddress } from './private/vault.ts';

/** Addresses sealed again in one transaction: many enough to be quick, few enough not to block others. */
const AT_ONCE = 500;

/** Longest wait for nodes to learn a new key, in milliseconds. */
const PATIENCE_MS = 30_000;

export interface Rotation {
  keyId: string;
  resealed: number;
  nodes: number;
}

/**
 * Seals every address again under a new key, beside running servers, with its blind index. A run that was killed is
 * continued by the next. Older keys stay, because they recognise repeated writes.
 */
@Injectable()
export class RotateKeys {
  // A rotation makes a key, waits until every node holds it, and seals addresses and secrets again.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly heldKeys: HeldKeys,
    private readonly forumSecrets: ForumSecrets,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Null with SECRET_KEYS and nothing to do: the new key has to be added there first, on every node. Throws when a node
   * does not learn the key within `patienceMs`.
   */
  async rotate({ patienceMs = PATIENCE_MS } = {}): Promise<Rotation | null> {
    const given = this.config.get('SECRET_KEYS');
    const newest = (await readKeys(given, this.config.get('DATA_DIR')))[0]!.id;
    // The rest of an interrupted run comes first.
    const isUnderWay = (await this.left(newest)) > 0;
    if (!isUnderWay && given.length > 0) return null;
    const keyId = isUnderWay ? newest : await this.makeKey();
    const nodes = await this.untilAllHold(keyId, patienceMs);
    let resealed = 0;
    // A node may seal with the older key until its next look, so the last round begins after that.
    for (;;) {
      await this.untilAllHold(keyId, patienceMs);
      const now = await this.resealAll(keyId);
      resealed += now;
      if (now === 0 && (await this.left(keyId)) === 0) break;
      await pause(KEYS_LOOK_MS * 1.5);
    }
    return { keyId, resealed, nodes };
  }

  /** A line for SECRET_KEYS. */
  newLine(): string {
    return lineOf(freshKey(this.clock.now())).trim();
  }

  private async makeKey(): Promise<string> {
    const key = freshKey(this.clock.now());
    await addKey(this.config.get('DATA_DIR'), key);
    return key.id;
  }

  private async untilAllHold(keyId: string, patienceMs: number): Promise<number> {
    const waited = stopwatch();
    for (;;) {
      await this.heldKeys.look();
      const holders = await this.heldKeys.all();
      // One holder is this command.
      if (holders.every((held) => held.includes(keyId))) return holders.length - 1;
      if (waited() > patienceMs)
        throw new Error(
          `A running server does not hold the key ${keyId}: give every node the same keys, and run this again.`,
        );
      await pause(KEYS_LOOK_MS / 4);
    }
  }

  private async resealAll(keyId: string): Promise<number> {
    let resealed = 0;
    for (const table of await this.tables()) {
      for (let now = AT_ONCE; now === AT_ONCE; resealed += now)
        now = await this.database.transaction((tx) => this.resealSome(tx, table, keyId));
    }
    await this.database.transaction((tx) => this.forumSecrets.reseal(tx, keyId));
    return resealed;
  }

  private async resealSome(tx: Tx, table: string, keyId: string): Promise<number> {
    const rows = await tx.query<StoredAddress & { id: string }>(
      `select id, address_cipher cipher, address_key_id "keyId"
       from ${table}
       where address_key_id <> $1
       order by id limit ${AT_ONCE}
       for update skip locked`,
      [keyId],
    );
    const fresh = rows.map((row) => this.vault.reseal(row));
    await tx.query(
      `update ${table} t set address_cipher = v.cipher, address_key_id = v.key_id, address_index = v.index
       from unnest($1::uuid[], $2::bytea[], $3::text[], $4::bytea[]) v(id, cipher, key_id, index) where t.id = v.id`,
      [
        rows.map(({ id }) => id),
        fresh.map(({ cipher }) => cipher),
        fresh.map((sealed) => sealed.keyId),
        fresh.map(({ index }) => index),
      ],
    );
    // The mailbox index is made with the same key.
    if (table === 'accounts') {
      await tx.query(
        `update accounts a
         set mailbox_index = v.mailbox
         from unnest($1::uuid[], $2::bytea[]) v(id, mailbox)
         where a.id = v.id`,
        [rows.map(({ id }) => id), fresh.map(({ mailbox }) => mailbox)],
      );
    }
    return rows.length;
  }

  private async left(keyId: string): Promise<number> {
    let left = await this.forumSecrets.left(keyId);
    for (const table of await this.tables())
      left += (
        await this.database.ask<{ n: number }>(`select count(*)::int n from ${table} where address_key_id <> $1`, [
          keyId,
        ])
      )[0]!.n;
    return left;
  }

  /** Every table with an address, also those of higher modules, because only the vault seals. */
  private async tables(): Promise<string[]> {
    const rows = await this.database.ask<{ name: string }>(
      `select quote_ident(table_name) name
       from information_schema.columns
       where table_schema = 'public'
         and column_name in ('id', 'address_cipher', 'address_key_id', 'address_index')
       group by table_name
       having count(*) = 4
       order by table_name`,
    );
    return rows.map(({ name }) => name);
  }
}
