import { prove, type ProofChallenge } from '../../../web/client/proof-of-work.ts';
import { pause, pauseMs } from './retry-after.ts';

/** Answers after which the same request may be answered otherwise: too much, or a node or the database is away. */
const TRANSIENT: ReadonlySet<number> = new Set([429, 502, 503, 504]);
/** Requests that change nothing. */
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A write is sent again only with a key, because the lost answer may have been a success. */
const mayRepeat = ({ method, headers }: Request): boolean => READS.has(method) || headers.has('idempotency-key');

/**
 * Sends requests, and sends them again after a lost connection, after 429 and after 502 to 504, when `Retry-After` says
 * or later each time. Where the forum asks for a proof of work first, it is computed and sent along.
 */
export class RetryingFetch {
  constructor(
    private readonly fetchOnce: (request: Request) => Promise<Response>,
    private readonly retries: number,
  ) {}

  /** Answers the last answer, or throws the last error. */
  async send(request: Request): Promise<Response> {
    const answer = await this.sendUntilAnswered(request);
    const challenge = request.headers.has('sign-in-proof') ? null : await challengeIn(answer);
    if (challenge === null) return answer;
    const proven = new Request(request);
    proven.headers.set('sign-in-proof', await prove(challenge));
    return this.sendUntilAnswered(proven);
  }

  private async sendUntilAnswered(request: Request): Promise<Response> {
    for (let attempt = 0; ; attempt += 1) {
      const isLast = attempt >= this.retries || !mayRepeat(request);
      const answer = await this.attempt(request.clone(), isLast);
      if (answer && (isLast || !TRANSIENT.has(answer.status) || (await challengeIn(answer)))) return answer;
      const ms = pauseMs(answer, attempt);
      if (answer && ms === null) return answer;
      await pause(ms ?? 0, request.signal);
    }
  }

  /** Null for a connection that failed and may be tried again. Reads JSON to its end: it may be cut there. */
  private async attempt(request: Request, isLast: boolean): Promise<Response | null> {
    try {
      const answer = await this.fetchOnce(request);
      if (!answer.headers.get('content-type')?.includes('json')) return answer;
      const { status, statusText, headers } = answer;
      return new Response(await answer.arrayBuffer(), { status, statusText, headers });
    } catch (error) {
      if (isLast || request.signal.aborted) throw error;
      return null;
    }
  }
}

/** The challenge of a 429 `proof-required`; null of every other answer. */
async function challengeIn(answer: Response): Promise<ProofChallenge | null> {
  if (answer.status !== 429) return null;
  const document = (await answer
    .clone()
    .json()
    .catch(() => ({}))) as Partial<ProofChallenge>;
  return document.challenge === undefined ? null : (document as ProofChallenge);
}
