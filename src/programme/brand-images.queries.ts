import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';

/**
 * Time for which an image stays in memory, in milliseconds, so that one that was removed is gone; and most bytes there.
 */
const KEPT_MS = 1_000;
const KEPT_BYTES = 16 * 1024 * 1024;

/** Reads the images of conferences; those of the last second from memory, for a hall that opens one page. */
@Injectable()
export class BrandImagesQueries {
  private readonly kept = new Map<string, { bytes: Buffer; readAt: number }>();

  constructor(private readonly database: Database) {}

  /** By the file it is served as; null when no conference has it. */
  async find(file: string): Promise<Buffer | null> {
    const known = this.kept.get(file);
    if (known && performance.now() - known.readAt < KEPT_MS) return known.bytes;
    this.kept.delete(file);
    const [row] = await this.database.read<{ bytes: Buffer }>(
      'select bytes from brand_images where file = $1 limit 1',
      [file],
    );
    if (!row) return null;
    this.kept.set(file, { bytes: row.bytes, readAt: performance.now() });
    this.forgetOldest();
    return row.bytes;
  }

  private forgetOldest(): void {
    let bytes = [...this.kept.values()].reduce((sum, each) => sum + each.bytes.length, 0);
    for (const [file, each] of this.kept) {
      if (bytes <= KEPT_BYTES) return;
      this.kept.delete(file);
      bytes -= each.bytes.length;
    }
  }
}
