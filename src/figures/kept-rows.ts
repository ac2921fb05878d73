import { Injectable } from '@nestjs/common';
import { SingleFlight } from '../kernel/single-flight.ts';
import type { AlikeLines } from './alike-rows.ts';

/** Most characters of lines that are kept; the file that was asked longest ago goes first. */
const CHARACTERS_KEPT = 8_000_000;
/** Characters that an entry takes beside its text. */
const BESIDE = 40;

/** Keeps the rows behind figures without their ids, by the count that they belong to; no older count is ever asked. */
@Injectable()
export class KeptRows {
  private readonly kept = new Map<string, { lines: AlikeLines[]; characters: number }>();
  private readonly reading = new SingleFlight<AlikeLines[]>();
  private characters = 0;

  /** The lines under a key, read once for all who ask meanwhile. */
  async getOrRead(key: string, read: () => Promise<AlikeLines[]>): Promise<AlikeLines[]> {
    const known = this.kept.get(key);
    if (!known)
      return this.reading.ask(key, async () => {
        const lines = await read();
        this.keep(key, lines);
        return lines;
      });
    this.kept.delete(key);
    this.kept.set(key, known);
    return known.lines;
  }

  private keep(key: string, lines: AlikeLines[]): void {
    const characters = lines.reduce((sum, { text }) => sum + text.length + BESIDE, BESIDE);
    this.kept.set(key, { lines, characters });
    this.characters += characters;
    for (const [oldest, { characters: freed }] of this.kept) {
      if (this.characters <= CHARACTERS_KEPT) return;
      this.kept.delete(oldest);
      this.characters -= freed;
    }
  }
}
