import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { blindId, isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';

/** Minutes for which a file waits for an answer, counted from the last one. */
export const WAITING_MINUTES = 60;
/** Largest file that waits, in bytes: a sheet of 10,000 rows has less; a larger one is chosen again. */
const WAITING_BYTES = 4 * 1024 * 1024;
/** Most files of one account that wait at once; its oldest goes for the next. */
export const WAITING_OF_ACCOUNT = 5;
/** Most files that wait at once in the whole forum, of twenty accounts at least; the next one is chosen again. */
export const WAITING_AT_ONCE = 100;
const TASK_MS = 600_000;

/** The owner of a file: who sent it, for which conference; null for one that makes a conference. */
export interface WaitingPlace {
  accountId: string;
  conferenceId: string | null;
}

/** A file with the name that its sender's browser gave it, without addresses. */
export interface NamedFile {
  file: Buffer;
  fileName: string;
}

/**
 * Keeps a programme's file while its organizer answers questions about it, so that it is chosen once. It is encrypted
 * under a key of its own (AES-256-GCM, NIST SP 800-38D), which is given away and not stored: a sheet names addresses
 * of speakers, and only the page of its organizer can open it again.
 */
@Injectable()
export class WaitingFiles {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'imports/forget-waiting-files',
      does: `Deletes files of programmes that have waited ${WAITING_MINUTES} minutes for an answer.`,
      everyMs: TASK_MS,
      isAtStart: true,
      run: () => this.forgetOld(),
    });
  }

  /**
   * Returns what opens the file again, for the organizer's page; null for a file that is too large to wait, or while
   * those of others fill the forum.
   */
  async keep({ accountId, conferenceId }: WaitingPlace, { file, fileName }: NamedFile): Promise<string | null> {
    if (file.length > WAITING_BYTES) return null;
    const [id, key] = [blindId(), randomBytes(32)];
    const name = Buffer.from(fileName);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(name.length);
    const cipher = sealed(key, id, Buffer.concat([length, name, file]));
    const kept = await this.database.transaction(async (tx) => {
      await tx.query(
        `delete from waiting_files
         where id in (
           select id from waiting_files
           where account_id = $1
           order by kept_until desc, id
           offset ${WAITING_OF_ACCOUNT - 1}
         )`,
        [accountId],
      );
      return tx.query(
        `insert into waiting_files (id, account_id, cipher, kept_until, conference_id)
         select $1, $2, $3, $4, $6
         where (select count(*) from waiting_files where kept_until > $5) < ${WAITING_AT_ONCE}
         returning 1`,
        [id, accountId, cipher, this.waitsUntil(), this.clock.now(), conferenceId],
      );
    });
    if (kept.length === 0) return null;
    return `${id}.${key.toString('base64url')}`;
  }

  /** A file that waits an hour more. Null when it has gone, or never waited there. */
  async open({ accountId, conferenceId }: WaitingPlace, kept: string): Promise<NamedFile | null> {
    const { id, key } = partsOf(kept);
    if (id === null) return null;
    const [row] = await this.database.ask<{ cipher: Buffer }>(
      `update waiting_files
       set kept_until = $4
       where id = $1 and kept_until > $2 and account_id = $3 and conference_id is not distinct from $5
       returning cipher`,
      [id, this.clock.now(), accountId, this.waitsUntil(), conferenceId],
    );
    const opened = row ? openedBy(key, id, row.cipher) : null;
    if (opened === null) return null;
    const end = 2 + opened.readUInt16BE(0);
    return { fileName: opened.subarray(2, end).toString(), file: opened.subarray(end) };
  }

  /** After its import. */
  async forget({ accountId, conferenceId }: WaitingPlace, kept: string): Promise<void> {
    const { id } = partsOf(kept);
    if (id === null) return;
    await this.database.ask(
      'delete from waiting_files where id = $1 and account_id = $2 and conference_id is not distinct from $3',
      [id, accountId, conferenceId],
    );
  }

  private waitsUntil(): Date {
    return this.clock.in({ minutes: WAITING_MINUTES });
  }

  private async forgetOld(): Promise<void> {
    await this.database.ask('delete from waiting_files where kept_until <= $1', [this.clock.now()]);
  }
}

function partsOf(kept: string): { id: string | null; key: Buffer } {
  const [id = '', key = ''] = kept.split('.', 2);
  return { id: isUuid(id) ? id : null, key: Buffer.from(key, 'base64url') };
}

/** The nonce, the tag, the text; bound to the row. */
function sealed(key: Buffer, id: string, text: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Null when the key is another one. */
function openedBy(key: Buffer, id: string, cipher: Buffer): Buffer | null {
  if (key.length !== 32) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, cipher.subarray(0, 12)).setAAD(Buffer.from(id));
    decipher.setAuthTag(cipher.subarray(12, 28));
    return Buffer.concat([decipher.update(cipher.subarray(28)), decipher.final()]);
  } catch {
    return null;
  }
}
