import { expect } from '@jest/globals';
import http from 'node:http';
import net from 'node:net';
import type { Socket } from 'socket.io-client';
import { openSocket, recordAnswer } from '../support/api/recorder.ts';
import type { Json, Person, World } from '../support/world.ts';

/** Whatever was answered: its number, its kind, its words. */
export interface AnyAnswer {
  status: number;
  headers: { get(name: string): string | null };
  body: Json;
  text: string;
}

/** The look of a stack, a statement or a driver's complaint from outside. */
const INSIDE =
  /node_modules|\bat \S+ \(|\.[jt]s:\d+|\bselect\b.{1,80}\bfrom\b|invalid input syntax|violates|QueryFailed/i;

/** The faults of a refusal: it has one shape (RFC 9457), one of these statuses, and tells nothing of the inside. */
export function faultsOf({ status, headers, body, text }: AnyAnswer, ...allowed: number[]): string[] {
  const kind = headers.get('content-type')?.split(';')[0] ?? 'nothing';
  return [
    ...(allowed.includes(status)
      ? []
      : [`is answered ${status} ${String(body['type'] ?? '')} instead of ${allowed.join(' or ')}`]),
    ...(kind === 'application/problem+json' ? [] : [`is answered as ${kind}`]),
    ...(body['status'] === status &&
    /^\/problems\/[a-z-]+$/.test(String(body['type'])) &&
    typeof body['title'] === 'string'
      ? []
      : [`has no type, title or status: ${text.slice(0, 80)}`]),
    ...(INSIDE.test(text) ? [`shows the inside: ${text.slice(0, 200)}`] : []),
  ];
}

/** All that a refusal says, but for the number of the request. */
export const wordsOf = ({ status, body }: AnyAnswer): Json => ({
  ...Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'instance')),
  status,
});

/** The faults of many attempts, each under its own name; nothing when all were refused as they should be. */
export async function faults(
  attempts: Iterable<readonly [name: string, attempt: () => Promise<AnyAnswer>, ...allowed: number[]]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const [name, attempt, ...allowed] of attempts)
    found.push(...faultsOf(await attempt(), ...allowed).map((fault) => `${name} ${fault}`));
  return found;
}

/** Bad input is refused as such, with the field that is meant. */
export function expectInvalid(answer: AnyAnswer, pointer: string): void {
  expect({
    faults: faultsOf(answer, 422),
    type: answer.body['type'],
    pointers: (answer.body['errors'] as Json[] | undefined)?.map((error) => error['pointer'] as string),
  }).toEqual({ faults: [], type: '/problems/invalid-request', pointers: [pointer] });
}

const asDocument = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
};

/** Sends a request as it is written: fetch would tidy up the path, the method and the headers. */
export const sends = (
  who: Person,
  method: string,
  path: string,
  { body = '', headers = {} }: { body?: string | Buffer; headers?: Record<string, string | string[]> } = {},
): Promise<AnyAnswer> =>
  new Promise((resolve, reject) => {
    const about =
      body.length === 0
        ? {}
        : {
            'content-type': 'application/json',
            ...('transfer-encoding' in headers ? {} : { 'content-length': Buffer.byteLength(body) }),
          };
    const request = http.request(
      who.world.base,
      {
        method,
        path,
        agent: false,
        headers: { ...(who.token ? { authorization: `Bearer ${who.token}` } : {}), ...about, ...headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        response
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => {
            const text = Buffer.concat(parts).toString();
            const heard = {
              status: response.statusCode!,
              headers: { get: (name: string) => String(response.headers[name] ?? '') },
              body: asDocument(text),
              text,
            };
            const url = `${who.world.base}${path}`;
            const type = response.headers['content-type'] ?? null;
            const headers = Object.keys(response.headers);
            recordAnswer({ method: method.toLowerCase(), url, status: heard.status, headers, type, text }).then(
              () => resolve(heard),
              reject,
            );
          });
      },
    );
    request.on('error', reject).end(body);
  });

/** Sends bytes that need not be HTTP, and hears what is said until the server hangs up. */
export async function sendsBytes(base: string, bytes: string): Promise<AnyAnswer> {
  const text = await new Promise<string>((resolve) => {
    let heard = '';
    const socket = net.connect(Number(new URL(base).port), '127.0.0.1', () => socket.write(bytes, 'latin1'));
    // A server that hangs up on a flood resets the connection: the bytes before that count.
    socket
      .on('data', (part) => {
        heard += part.toString();
      })
      .on('error', () => resolve(heard))
      .on('close', () => resolve(heard));
  });
  const [head = '', document = ''] = text.split('\r\n\r\n');
  return {
    status: Number(head.split(' ')[1]),
    headers: { get: (name) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? null },
    body: asDocument(document),
    text,
  };
}

/** The acknowledgement, or that the server hung up. */
export const answerOf = (socket: Socket, event: string, ...args: unknown[]): Promise<Json> =>
  new Promise((resolve) => {
    socket.once('disconnect', (reason) => resolve({ hungUp: reason }));
    socket.emit(event, ...args, resolve);
  });

/** The outcome of a handshake: the socket is let in, or the reason why not. */
export const connects = (world: World, auth: object, namespace = '/live'): Promise<string> =>
  new Promise((resolve) => {
    const socket = openSocket(
      world.base,
      {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        auth,
      },
      namespace,
    );
    world.sockets.push(socket);
    socket.on('connect', () => resolve('connected')).on('connect_error', (error) => resolve(error.message));
  });
