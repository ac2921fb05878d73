import { Injectable } from '@nestjs/common';
import { compressBeside, type ReadyAnswer } from '../platform/http/ready-answers.ts';
import { sameLabel, type Label } from './label.ts';
import { Numbers } from './numbers.ts';

/** Bytes that are kept, compressed forms included; the answers that were not asked for longest go first. */
const BYTES = 64 * 1024 * 1024;
/** What an entry costs beside its bytes, roughly. */
const ENTRY_BYTES = 1_000;

/** How exactly the order of last use is kept, in milliseconds: moving an entry costs more than finding it. */
const MOVED_EVERY_MS = 1_000;

interface Kept { label: Label; answer: ReadyAnswer; bytes: number; movedAt: number }

/**
 * Public answers about threads that are at hand as bytes: pages as JSON here, as HTML for the pages room. An answer is
 * given only while the number it was made of is the confirmed one, so nothing hidden outlives its hiding by more than
 * the second in which numbers are confirmed.
 */
@Injectable()
export class Memory {
  /** In the order of their last use, to a second. */
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  constructor(private readonly numbers: Numbers) {}

  find(key: string): ReadyAnswer | null {
    const found = this.kept.get(key);
    if (!found) return null;
    const label = this.numbers.confirmed(found.label.threadId);
    if (!label) return null;
    if (!sameLabel(label, found.label)) {
      this.drop(key, found);
      return null;
    }
    const now = performance.now();
    if (now - found.movedAt > MOVED_EVERY_MS) {
      found.movedAt = now;
      this.kept.delete(key);
      this.kept.set(key, found);
    }
    return found.answer;
  }

  /** The answer of the snapshot `label` names: the one that is here, or the one that is made now and kept. */
  give(key: string, label: Label, make: () => ReadyAnswer): ReadyAnswer {
    const old = this.kept.get(key);
    if (old && sameLabel(old.label, label)) return old.answer;
    const answer = make();
    if (old) this.drop(key, old);
    this.keep(key, label, answer);
    return answer;
  }

  private keep(key: string, label: Label, answer: ReadyAnswer): void {
    const kept: Kept = { label, answer, bytes: answer.body.length + key.length + ENTRY_BYTES, movedAt: performance.now() };
    this.kept.set(key, kept);
    this.bytes += kept.bytes;
    compressBeside(answer, (more) => {
      if (this.kept.get(key) !== kept) return;
      kept.bytes += more;
      this.bytes += more;
    });
    for (const [oldest, each] of this.kept) {
      if (this.bytes <= BYTES) break;
      this.drop(oldest, each);
    }
  }

  private drop(key: string, { bytes }: Kept): void {
    this.kept.delete(key);
    this.bytes -= bytes;
  }
}
