import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Vault, type SealedSecret } from './private/vault.ts';

/** Keeps secrets of the forum, equal on every node with the same database and keys. */
@Injectable()
export class ForumSecrets {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** The secret of this name, made by `make` when there is none. When two nodes make it at once both get the first. */
  async getOrCreate(name: string, make: () => Buffer | Promise<Buffer>): Promise<Buffer> {
    return (await this.find(name)) ?? this.create(name, await make());
  }

  async find(name: string): Promise<Buffer | null> {
    const [row] = await this.database.ask<SealedSecret>(
      'select secret_cipher cipher, secret_key_id "keyId" from forum_secrets where name = $1',
      [name],
    );
    return row ? this.vault.openSecret(name, row) : null;
  }

  private async create(name: string, secret: Buffer): Promise<Buffer> {
    const { cipher, keyId } = this.vault.sealSecret(name, secret);
    await this.database.ask(
      `insert into forum_secrets (name, secret_cipher, secret_key_id, made_at)
       values ($1, $2, $3, $4)
       on conflict do nothing`,
      [name, cipher, keyId, this.clock.now()],
    );
    return (await this.find(name))!;
  }

  /** Seals secrets of older keys under the current key; returns how many there were. */
  async reseal(tx: Tx, keyId: string): Promise<number> {
    const rows = await tx.query<SealedSecret & { name: string }>(
      `select name, secret_cipher cipher, secret_key_id "keyId"
       from forum_secrets
       where secret_key_id <> $1
       order by name
       for update`,
      [keyId],
    );
    for (const { name, ...sealed } of rows) {
      const fresh = this.vault.sealSecret(name, this.vault.openSecret(name, sealed));
      await tx.query('update forum_secrets set secret_cipher = $2, secret_key_id = $3 where name = $1', [
        name,
        fresh.cipher,
        fresh.keyId,
      ]);
    }
    return rows.length;
  }

  /** The number of secrets under other keys. */
  async left(keyId: string): Promise<number> {
    return (
      await this.database.ask<{ n: number }>('select count(*)::int n from forum_secrets where secret_key_id <> $1', [
        keyId,
      ])
    )[0]!.n;
  }
}
