import { API_VERSION } from '../platform/http/contract/api-version.ts';
import { described, type DocumentPart } from '../platform/http/contract/described.ts';
import { schemasIn } from '../platform/http/contract/schemas-in.ts';

const REFUSED = 'refused';

const TRANSPORT = `Socket.IO 4 (Engine.IO 4) at the path \`/socket.io\`, namespace \`/live\`. Behind several nodes take
\`transports: ['websocket']\`: long polling needs each request at the same node. Every message of a client is
acknowledged. Nothing is written over a socket.`;

const refTo = (name: string): DocumentPart => ({ $ref: `#/channels/live/messages/${name}` });
const live: DocumentPart = { $ref: '#/channels/live' };
const acknowledged = (event: string): string => `${event}:acknowledged`;
/** An event that is heard too is asked under another key; its name stays. */
const asked = (event: string): string => (event in described.sockets.heard ? `${event}:ask` : event);

/** `thread:join` is `threadJoin`. */
const operationName = (event: string): string =>
  event.replaceAll(/:([a-z])/g, (_all, letter: string) => letter.toUpperCase());

/** What a refusal is: the same document as over HTTP. */
const REFUSAL: DocumentPart = {
  type: 'object',
  required: ['ok', 'problem'],
  properties: {
    ok: { type: 'boolean', const: false },
    problem: {
      type: 'object',
      description: 'The document of the problem, as the API answers it (RFC 9457).',
      required: ['type', 'title', 'status', 'instance'],
      properties: {
        type: { type: 'string' },
        title: { type: 'string' },
        status: { type: 'integer' },
        detail: { type: 'string' },
        instance: { type: 'string' },
      },
      additionalProperties: true,
    },
  },
};

function messages(): DocumentPart {
  const { heard, asked: questions } = described.sockets;
  const asks = Object.entries(questions).flatMap(([event, { summary, asks: payload, acknowledges }]) => [
    [asked(event), { name: event, summary, payload }],
    [acknowledged(event), { name: event, summary: `Acknowledges ${event}.`, payload: acknowledges }],
  ]);
  const told = Object.entries(heard).map(([event, { summary, payload }]) => [event, { name: event, summary, payload }]);
  const refused = { name: REFUSED, summary: 'Acknowledges a message that was refused.', payload: REFUSAL };
  return Object.fromEntries([...asks, ...told, [REFUSED, refused]]) as DocumentPart;
}

function operations(): DocumentPart {
  const { heard, asked: questions } = described.sockets;
  const asks = Object.entries(questions).map(([event, { summary }]) => [
    operationName(asked(event)),
    {
      action: 'receive',
      channel: live,
      summary,
      messages: [refTo(asked(event))],
      reply: { channel: live, messages: [refTo(acknowledged(event)), refTo(REFUSED)] },
    },
  ]);
  const told = Object.entries(heard).map(([event, { summary }]) => [
    operationName(event),
    { action: 'send', channel: live, summary, messages: [refTo(event)] },
  ]);
  return Object.fromEntries([...asks, ...told]) as DocumentPart;
}

/** The socket part of the contract (AsyncAPI 3.0), as `socket-events.ts` declares it. */
export function asyncApi(publicUrl: string): object {
  const { host, protocol } = new URL(publicUrl);
  const isHttps = protocol === 'https:';
  const said = messages();
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Aftertalk',
      version: API_VERSION,
      description: TRANSPORT,
      license: { name: 'AGPL-3.0-or-later', url: 'https://www.gnu.org/licenses/agpl-3.0.html' },
    },
    defaultContentType: 'application/json',
    servers: {
      here: {
        host,
        pathname: '/socket.io',
        protocol: isHttps ? 'wss' : 'ws',
        description: 'The token goes into `auth: {token}` of the handshake. Readers need neither token nor cookie.',
        security: [
          { type: 'apiKey', in: 'user', description: '`auth: {token}` of the handshake: the token of a session.' },
          {
            type: 'httpApiKey',
            name: isHttps ? '__Host-session' : 'session',
            in: 'cookie',
            description: 'The session of a browser.',
          },
        ],
      },
    },
    channels: { live: { address: '/live', description: 'The one namespace.', messages: said } },
    operations: operations(),
    components: { schemas: schemasIn(said, described.schemas) },
  };
}
