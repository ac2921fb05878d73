/**
 * Finds many strings in many documents in one pass each (Aho and Corasick, 1975), whatever the case of ASCII letters.
 */
export class ManyStrings {
  private readonly next: Int32Array;
  private readonly fail: Int32Array;
  private readonly ends: Int32Array;
  private readonly isQuiet: Uint8Array;
  private states = 1;

  /** Bytes as latin1. */
  constructor(readonly strings: readonly string[]) {
    const room = strings.reduce((sum, text) => sum + Buffer.byteLength(text, 'latin1'), 1);
    this.next = new Int32Array(room * 256).fill(-1);
    this.fail = new Int32Array(room);
    this.ends = new Int32Array(room).fill(-1);
    strings.forEach((text, i) => this.add(Buffer.from(text, 'latin1'), i));
    this.isQuiet = this.link();
  }

  /** The strings that occur, by their places in the list. */
  find(document: Buffer): Set<number> {
    const found = new Set<number>();
    let state = 0;
    for (const byte of document) {
      state = this.next[state * 256 + FOLDED[byte]!]!;
      for (let at = state; at !== 0; at = this.fail[at]!) {
        if (this.ends[at] !== -1) found.add(this.ends[at]!);
        if (this.isQuiet[at]) break;
      }
    }
    return found;
  }

  private add(bytes: Buffer, index: number): void {
    let state = 0;
    for (const byte of bytes) {
      const edge = state * 256 + FOLDED[byte]!;
      if (this.next[edge] === -1) this.next[edge] = this.states++;
      state = this.next[edge]!;
    }
    // Two strings that differ in case alone are one here.
    if (this.ends[state] === -1) this.ends[state] = index;
  }

  /** Answers in which states nothing ends, nor further back: there the search need not look. */
  private link(): Uint8Array {
    const queue: number[] = [];
    const quiet = new Uint8Array(this.states);
    for (let byte = 0; byte < 256; byte += 1) {
      const to = this.next[byte]!;
      if (to === -1) this.next[byte] = 0;
      else queue.push(to);
    }
    quiet[0] = 1;
    for (let i = 0; i < queue.length; i += 1) {
      const state = queue[i]!;
      for (let byte = 0; byte < 256; byte += 1) {
        const edge = state * 256 + byte;
        const back = this.next[this.fail[state]! * 256 + byte]!;
        const to = this.next[edge]!;
        if (to === -1) this.next[edge] = back;
        else {
          this.fail[to] = back;
          queue.push(to);
        }
      }
      quiet[state] = this.ends[state] === -1 && quiet[this.fail[state]!] === 1 ? 1 : 0;
    }
    return quiet;
  }
}

const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));
