import { API_VERSION } from '../platform/http/contract/api-version.ts';
import { described, type DocumentPart } from '../platform/http/contract/described.ts';
import { Samples } from '../platform/http/contract/samples.ts';
import { schemasIn } from '../platform/http/contract/schemas-in.ts';
import { refusalOf, refusalSchemas } from './asyncapi-refusals.ts';

const REFUSED = 'refused';
const samples = new Samples(described.schemas);

const TRANSPORT = `Socket.IO 4 (Engine.IO 4) at the path \`/socket.io\`, namespace \`/live\`. Take
\`transports: ['websocket']\`: where several nodes serve a forum, long polling is refused. Every message of a client is
acknowledged. Nothing is written over a socket.`;

const refTo = (name: string): DocumentPart => ({ $ref: `#/channels/live/messages/${name}` });
const live: DocumentPart = { $ref: '#/channels/live' };
const acknowledged = (event: string): string => `${event}:acknowledged`;
const refused = (event: string): string => `${event}:refused`;
/** An event that is heard too is asked under another key; its name stays. */
const asked = (event: string): string => (event in described.sockets.heard ? `${event}:ask` : event);

/** `thread:join` is `threadJoin`. */
const operationName = (event: string): string =>
  event.replaceAll(/:([a-z])/g, (_all, letter: string) => letter.toUpperCase());

/** A message with one example of its payload. */
const message = (name: string, summary: string, payload: DocumentPart): DocumentPart => ({
  name,
  summary,
  payload,
  examples: [{ payload: samples.of(payload) }],
});

function messages(): DocumentPart {
  const { heard, asked: questions } = described.sockets;
  const asks = Object.entries(questions).flatMap(([event, { summary, asks: payload, acknowledges, problems }]) => [
    [asked(event), message(event, summary, payload)],
    [acknowledged(event), message(event, `Acknowledges ${event}.`, acknowledges)],
    [refused(event), refusalOf(event, `Acknowledges ${event} that was refused.`, problems)],
  ]);
  const told = Object.entries(heard).map(([event, { summary, payload }]) => [event, message(event, summary, payload)]);
  const unknown = refusalOf(REFUSED, 'Acknowledges an event that has no name here.', ['event-unknown']);
  return Object.fromEntries([...asks, ...told, [REFUSED, unknown]]) as DocumentPart;
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
      reply: { channel: live, messages: [refTo(acknowledged(event)), refTo(refused(event))] },
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
    components: { schemas: schemasIn(said, { ...described.schemas, ...refusalSchemas }) },
  };
}
