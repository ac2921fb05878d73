import { Injectable } from '@nestjs/common';
import { AddressDesk, type SealedAddress } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { keyConflict } from '../kernel/common.problems.ts';
import { Database } from '../platform/database/database.ts';
import type { GuestCommentInput } from './guest-comment-input.ts';

/** Keyed hashes of a guest's request: under one `tag` one comment waits. */
export interface GuestCommentTags {
  tag: Buffer;
  /** The tag of the minute before; null where the sender gave a key. */
  earlierTag: Buffer | null;
  /** Of the whole request under the sender's key; null where the words are the key. */
  bodyTag: Buffer | null;
  /** Equal for equal words of one address, whatever the key. */
  copiesTag: Buffer;
}

/** Milliseconds in which equal words of one address count as one press of the button. */
const ONE_PRESS_MS = 60_000;

/** Tells a guest's repeated request from a new one. */
@Injectable()
export class GuestCommentKeys {
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly clock: Clock,
  ) {}

  /**
   * Computes the tags. Without a sender's key the words are the key for a minute, so that two presses of a button make
   * one comment.
   */
  tagsOf(asked: GuestCommentInput, { mark }: SealedAddress, threadId: string): GuestCommentTags {
    const words = [
      threadId,
      asked.kind,
      asked.body,
      asked.parentId ?? '',
      asked.name,
      ...(asked.anonymous ? ['anonymous'] : []),
    ];
    const bodyTag = this.addressDesk.tag('guest-body', ...words);
    const copiesTag = this.addressDesk.tag('guest-copies', mark, ...words);
    if (asked.key !== undefined)
      return { tag: this.addressDesk.tag('guest-key', mark, asked.key), earlierTag: null, bodyTag, copiesTag };
    const minute = Math.floor(this.clock.now().getTime() / ONE_PRESS_MS);
    const tagOf = (at: number): Buffer => this.addressDesk.tag('guest-press', copiesTag, String(at));
    return { tag: tagOf(minute), earlierTag: tagOf(minute - 1), bodyTag: null, copiesTag };
  }

  /** Whether it waits already. Throws `idempotency-key-conflict` when its key came with other words. */
  async isKnown({ tag, earlierTag, bodyTag }: GuestCommentTags): Promise<boolean> {
    const [known] = await this.database.ask<{ bodyTag: Buffer | null }>(
      'select body_tag "bodyTag" from pending_comments where tag = any($1)',
      [earlierTag ? [tag, earlierTag] : [tag]],
    );
    if (known?.bodyTag && bodyTag && !known.bodyTag.equals(bodyTag)) throw keyConflict();
    return known !== undefined;
  }
}
