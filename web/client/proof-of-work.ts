/** The server's challenge while many ask for the same: find a number whose hash begins with zeros. */
export interface ProofChallenge {
  challenge: string;
  bits: number;
  seconds: number;
}

/** Hashes between two checks of the clock, so that the page stays responsive. */
const AT_ONCE = 4_000;

/** The constants of SHA-256 (FIPS 180-4, 4.2.2 and 5.3.3), computed as fractions of the roots of the first primes. */
const [ROUNDS, BEGIN] = constants();

/** Returns the challenge with its solution; or alone, when the wait is over sooner. */
export async function prove({ challenge, bits, seconds }: ProofChallenge): Promise<string> {
  const waited = performance.now() + seconds * 1_000 + 500;
  const solution = await solve(challenge, bits, () => performance.now() > waited);
  return solution === null ? challenge : `${challenge}.${solution}`;
}

/**
 * A number for which SHA-256 of `<challenge>.<number>` begins with `bits` zero bits; null when `isOver` returns true
 * first.
 */
export async function solve(challenge: string, bits: number, isOver: () => boolean): Promise<string | null> {
  const start = new TextEncoder().encode(`${challenge}.`);
  const known = start.length - (start.length % 64);
  let state = BEGIN;
  for (let at = 0; at < known; at += 64) state = compress(state, start, at);
  for (let number = 0; ; number += 1) {
    if (number % AT_ONCE === 0 && number > 0) {
      if (isOver()) return null;
      await new Promise((resume) => {
        setTimeout(resume);
      });
    }
    const first = firstWord(state, start.subarray(known), String(number), start.length);
    if (first >>> (32 - bits) === 0) return String(number);
  }
}

/** The first 32 bits of the hash of the processed blocks, the rest and a number. */
function firstWord(state: Int32Array, rest: Uint8Array, digits: string, before: number): number {
  const length = rest.length + digits.length;
  const blocks = new Uint8Array(length < 56 ? 64 : 128);
  blocks.set(rest);
  for (let i = 0; i < digits.length; i += 1) blocks[rest.length + i] = digits.charCodeAt(i);
  blocks[length] = 0x80;
  new DataView(blocks.buffer).setUint32(blocks.length - 4, (before + digits.length) * 8);
  let after = state;
  for (let at = 0; at < blocks.length; at += 64) after = compress(after, blocks, at);
  return after[0]!;
}

const words = new Int32Array(64);

/** One block of SHA-256 (FIPS 180-4, 6.2.2). Written out, because a phone runs it a hundred thousand times. */
function compress(state: Int32Array, bytes: Uint8Array, at: number): Int32Array {
  for (let i = 0, byte = at; i < 16; i += 1, byte += 4) {
    words[i] = (bytes[byte]! << 24) | (bytes[byte + 1]! << 16) | (bytes[byte + 2]! << 8) | bytes[byte + 3]!;
  }
  for (let i = 16; i < 64; i += 1) {
    const early = words[i - 15]!;
    const late = words[i - 2]!;
    words[i] =
      words[i - 16]! +
      words[i - 7]! +
      (((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3)) +
      (((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10));
  }
  let a = state[0]!,
    b = state[1]!,
    c = state[2]!,
    d = state[3]!,
    e = state[4]!,
    f = state[5]!,
    g = state[6]!,
    h = state[7]!;
  for (let i = 0; i < 64; i += 1) {
    const one =
      (h +
        (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
        ((e & f) ^ (~e & g)) +
        ROUNDS[i]! +
        words[i]!) |
      0;
    const two =
      ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) +
        ((a & b) ^ (a & c) ^ (b & c))) |
      0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  const after = new Int32Array(8);
  after[0] = a + state[0]!;
  after[1] = b + state[1]!;
  after[2] = c + state[2]!;
  after[3] = d + state[3]!;
  after[4] = e + state[4]!;
  after[5] = f + state[5]!;
  after[6] = g + state[6]!;
  after[7] = h + state[7]!;
  return after;
}

function constants(): [Int32Array, Int32Array] {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
  return [
    Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  ];
}
