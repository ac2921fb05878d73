/** Longest wait that is waited out, in milliseconds; a program should learn of a longer one. */
const LONGEST_MS = 60_000;
/** The pause after the first failure and the longest one, in milliseconds; they double in between. */
const PAUSE_MS = { first: 250, longest: 10_000 };

/** Seconds of the Retry-After header (RFC 9110, 10.2.3), a number or a date; null without one. */
export function retryAfterSeconds(headers: Headers, now = Date.now()): number | null {
  const value = headers.get('retry-after');
  if (value === null) return null;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1_000;
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}

/** Pause before the next try, in milliseconds; null when the server asks for too long a wait. */
export function pauseMs(answer: Response | null, attempt: number): number | null {
  const asked = answer && retryAfterSeconds(answer.headers);
  if (asked === null) return Math.min(PAUSE_MS.longest, PAUSE_MS.first * 2 ** attempt) * (0.5 + Math.random());
  // A little later than asked, so that not all programs come back at once.
  return asked * 1_000 > LONGEST_MS ? null : asked * 1_000 + Math.random() * 500;
}

/** Waits, and no longer than until the signal. Throws its reason. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
