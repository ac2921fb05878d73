import http from 'node:http';
import { gunzipSync, inflateSync } from 'node:zlib';
import { recordAnswer } from './api/recorder.ts';

export interface AskOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** A whole answer; its text is unpacked. */
export class ReceivedAnswer {
  constructor(
    readonly status: number,
    private readonly rawHeaders: readonly string[],
    readonly text: string,
  ) {}

  /** Made on first access, because most tests read the body alone. */
  get headers(): Headers {
    const headers = new Headers();
    for (let i = 0; i < this.rawHeaders.length; i += 2) headers.append(this.rawHeaders[i]!, this.rawHeaders[i + 1]!);
    return headers;
  }
}

const agent = new http.Agent({ keepAlive: true });

/** Headers that `fetch` sends of its own, so that the server answers as it answers `fetch`. */
const OF_FETCH = {
  accept: '*/*',
  'accept-encoding': 'gzip, deflate',
  'accept-language': '*',
  'sec-fetch-mode': 'cors',
  'user-agent': 'node',
};

/**
 * Asks as `fetch` does that follows nothing, for less than half of the processor: a crawl asks thousands of times. Asks
 * once more when the server closed a kept connection at that moment.
 */
export function ask(url: string, asked: AskOptions = {}): Promise<ReceivedAnswer> {
  const { method = 'GET', headers = {}, body } = asked;
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    // Node sends no length with DELETE, and the server then reads the body as the next request.
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = { ...OF_FETCH, ...length, ...headers };
    const request = http.request(new URL(url), { method, headers: sent, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', (error) =>
        reject(
          new Error(`${method} ${url}: the answer broke off after ${Buffer.concat(chunks).length} bytes`, {
            cause: error,
          }),
        ),
      );
      response.on('end', () => {
        isAnswered = true;
        // Refused before all of it was sent: the rest would hold the connection, and the end of the server.
        if (!request.writableFinished) request.destroy();
        try {
          const text = unpacked(Buffer.concat(chunks), response.headers['content-encoding']).toString();
          const received = new ReceivedAnswer(response.statusCode!, response.rawHeaders, text);
          const type = response.headers['content-type'] ?? null;
          const [status, names] = [response.statusCode!, Object.keys(response.headers)];
          recordAnswer({ method: method.toLowerCase(), url, status, headers: names, type, text }).then(
            () => resolve(received),
            reject,
          );
        } catch (error) {
          reject(error as Error);
        }
      });
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (isAnswered) return;
      if (request.reusedSocket && error.code === 'ECONNRESET') resolve(ask(url, asked));
      else reject(error);
    });
    request.end(body);
  });
}

function unpacked(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0 || encoding === undefined) return bytes;
  return encoding === 'gzip' ? gunzipSync(bytes) : inflateSync(bytes);
}
