import http from 'node:http';
import https from 'node:https';
import { TLSSocket } from 'node:tls';
import type { Arrival, CertificateSpan, PublicAnswer } from '../examined-server.policy.ts';

/** Most bytes of an answer that are read. */
const ANSWER_BYTES = 10_000;

/** Statuses with which a proxy answers that reaches no node. */
const OF_PROXIES = [502, 503, 504];

/** Codes of OpenSSL and Node for a certificate that is not trusted, has ended or has another name. */
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/;

/** The address for questions about the arrival of a request, and the field that proves who asks. */
export const ARRIVAL_PATH = '/health/arrival';
export const PROOF_FIELD = 'x-aftertalk-proof';

interface PublicQuestion {
  publicUrl: string;
  /** Shows that the request comes from who has the keys. */
  proof: string;
  timeoutMs: number;
  /** The time of this machine, in milliseconds since 1970. */
  now: () => number;
}

/** Asks the server through PUBLIC_URL, as a reader would reach it. Never throws. */
export async function askPublicUrl({ publicUrl, proof, timeoutMs, now }: PublicQuestion): Promise<PublicAnswer> {
  const url = new URL(ARRIVAL_PATH, publicUrl);
  const before = now();
  try {
    const { response, body } = await get(url, { headers: { [PROOF_FIELD]: proof }, timeoutMs });
    const { statusCode: status = 0, headers } = response;
    const location = headers.location ?? '';
    if (status >= 300 && status < 400 && location !== '')
      return { kind: 'elsewhere', location: URL.canParse(location, url) ? new URL(location, url).origin : location };
    const arrival = status === 200 ? arrivalIn(body) : null;
    if (arrival === null) return { kind: OF_PROXIES.includes(status) ? 'down' : 'other', status };
    const secondsAhead = secondsAheadOf(headers.date, (before + now()) / 2);
    return { kind: 'forum', arrival, certificate: certificateOf(response), secondsAhead };
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return { kind: UNTRUSTED.test(code) ? 'untrusted' : 'silent', why: message || code };
  }
}

interface WholeResponse {
  response: http.IncomingMessage;
  body: string;
}

function get(
  url: URL,
  { headers, timeoutMs }: { headers: Record<string, string>; timeoutMs: number },
): Promise<WholeResponse> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    // A connection of its own, whose certificate is shown anew.
    const asked = request(url, { headers, agent: false, signal }, (response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes <= ANSWER_BYTES) parts.push(part);
        else response.destroy();
      });
      response.on('error', reject);
      response.on('close', () => resolve({ response, body: Buffer.concat(parts).toString('utf8') }));
    });
    asked.on('error', (error) => reject(signal.aborted ? new Error(`no answer within ${timeoutMs / 1_000} s`) : error));
    asked.end();
  });
}

function arrivalIn(body: string): Arrival | null {
  try {
    const { isForwarded, isTrusted, peer } = JSON.parse(body) as Partial<Arrival>;
    return typeof isForwarded === 'boolean' && typeof isTrusted === 'boolean' && typeof peer === 'string'
      ? { isForwarded, isTrusted, peer }
      : null;
  } catch {
    return null;
  }
}

/** The `Date` of an answer is cut to the second (RFC 9110, 6.6.1), half of which it is late on average. */
function secondsAheadOf(date: string | undefined, middle: number): number | null {
  const told = Date.parse(date ?? '');
  return Number.isNaN(told) ? null : (middle - told - 500) / 1_000;
}

function certificateOf({ socket }: http.IncomingMessage): CertificateSpan | null {
  if (!(socket instanceof TLSSocket)) return null;
  const { valid_from: from, valid_to: to } = socket.getPeerCertificate();
  return from && to ? { beganAt: new Date(from), endsAt: new Date(to) } : null;
}
