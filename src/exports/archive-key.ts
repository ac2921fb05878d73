import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ForumSecrets } from '../accounts/forum-secrets.ts';
import { Config } from '../platform/config/settings.ts';
import { Log } from '../platform/logging/log.ts';
import { fingerprintOf } from './signing-key.ts';

const NAME = 'archive-key';

/**
 * The key that signs the forum's archives: made when it is first needed, sealed in the database, so that every node
 * signs with the same. A key of an earlier version, in a node's DATA_DIR, is taken over.
 */
@Injectable()
export class ArchiveKey implements OnApplicationBootstrap {
  constructor(
    private readonly forumSecrets: ForumSecrets,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const old = await this.fromFolder();
    if (!old) return;
    const key = await this.read(old);
    if (fingerprintOf(key) === fingerprintOf(keyOf(old))) return;
    this.log.warn(
      { fingerprint: fingerprintOf(keyOf(old)) },
      'archives are signed with the key in the database; this node has an older one in ' +
        'DATA_DIR/keys/archive-key, whose fingerprint stays good for the archives it signed',
    );
  }

  read(otherwise?: Buffer): Promise<KeyObject> {
    return this.forumSecrets.getOrCreate(NAME, () => otherwise ?? freshKey()).then(keyOf);
  }

  private fromFolder(): Promise<Buffer | null> {
    return readFile(path.join(this.config.get('DATA_DIR'), 'keys', NAME)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }
}

const freshKey = (): Buffer =>
  Buffer.from(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));

const keyOf = (pem: Buffer): KeyObject => createPrivateKey(pem);
