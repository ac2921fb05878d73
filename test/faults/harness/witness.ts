import { createHash } from 'node:crypto';
import type { CommentShape } from '../../../web/components/shapes.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

export interface WitnessedComment {
  readonly id: string;
  readonly changedSeq: number;
  readonly state: string;
  readonly html: string;
}

/** Remembers what anybody ever received: rows by their number, bytes by their validator. */
export class Witness {
  /** One of each (id, changedSeq) that was ever seen. */
  readonly received = new Map<string, WitnessedComment>();
  readonly contradictions: string[] = [];
  private readonly rows = new Map<string, string>();
  private readonly bytes = new Map<string, string>();

  sawRow(row: CommentShape): void {
    const key = `${row.id} ${row.changedSeq}`;
    // Replies are rows of their own; pages show some of them inside.
    const json = JSON.stringify({ ...row, replies: undefined });
    const before = this.rows.get(key);
    if (before === json) return;
    if (before !== undefined) return void this.contradictions.push(`two contents of ${key}: ${before} and ${json}`);
    this.rows.set(key, json);
    this.received.set(key, { id: row.id, changedSeq: row.changedSeq ?? -1, state: row.state, html: row.html });
  }

  sawRows(rows: readonly CommentShape[]): void {
    for (const row of rows) {
      this.sawRow(row);
      if (row.replies) this.sawRows(row.replies);
    }
  }

  /** Equal validator, equal bytes, on every node. */
  sawBytes(url: string, etag: string, body: string): void {
    const key = `${url} ${etag}`;
    const hash = hashOf(body);
    const before = this.bytes.get(key);
    if (before === undefined) this.bytes.set(key, hash);
    else if (before !== hash) this.contradictions.push(`two bodies of ${key}`);
  }
}
