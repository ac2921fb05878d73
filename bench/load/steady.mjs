import http from 'node:http';
import { answerWith, leaveSignalsToParent, now, sleep } from '../support/processes.mjs';
import { words } from '../support/conference.mjs';

/**
 * Clients that do not wait for the server: a fixed rate of requests. A duration counts from the time the request was
 * due, so that a blocked server is charged for all it kept waiting.
 */
const agent = new http.Agent({ keepAlive: true, maxSockets: 512 });

let said = 0;

const MAKERS = {
  post:
    ({ threadId, tokens }) =>
    () => ({
      method: 'POST',
      path: `/api/v1/threads/${threadId}/comments`,
      token: tokens[(said += 1) % tokens.length],
      body: { body: words(said) },
    }),
  /** Each person once. */
  vote:
    ({ commentId, tokens }) =>
    (i) => ({ method: 'PUT', path: `/api/v1/comments/${commentId}/vote`, token: tokens[i % tokens.length] }),
  /** Each a new guest: the vote is sent with the token of the session that it begins. */
  'guest-vote':
    ({ commentId }) =>
    () => ({ method: 'PUT', path: `/api/v1/comments/${commentId}/vote`, isOfGuest: true }),
};

/** A new guest's token. */
async function guestToken(port) {
  const { status, body } = await send(port, { method: 'POST', path: '/api/v1/auth/guests' });
  if (status !== 201) throw new Error(`a guest was refused: ${status} ${body}`);
  return JSON.parse(body).token;
}

async function answerTo(port, { isOfGuest = false, ...request }) {
  return send(port, isOfGuest ? { ...request, token: await guestToken(port) } : request);
}

async function run({ port, seconds, rate, requests }) {
  const make = MAKERS[requests.kind](requests);
  const begun = now();
  const under = [];
  for (let i = 0; i < seconds * rate; i += 1) {
    const due = begun + (i * 1_000) / rate;
    if (due > now()) await sleep(due - now());
    under.push(
      answerTo(port, make(i)).then(({ status, body }) => ({
        status,
        seq: status === 201 ? JSON.parse(body).seq : null,
        at: now(),
        took: now() - due,
      })),
    );
  }
  return { answers: await Promise.all(under) };
}

function send(port, { method, path, token, body }) {
  return new Promise((resolve, reject) => {
    const bytes = body === undefined ? '' : JSON.stringify(body);
    const headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(bytes) }),
    };
    const request = http.request({ agent, port, host: '127.0.0.1', method, path, headers }, (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (chunk) => {
          text += chunk;
        })
        .on('end', () => resolve({ status: response.statusCode, body: text }));
    });
    request.on('error', reject).end(bytes);
  });
}

leaveSignalsToParent();
answerWith(run);
