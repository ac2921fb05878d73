/** The contract of sockets (AsyncAPI 3.0), as the gateway implements it. */
export function asyncApi(publicUrl: string): object {
  const { host, protocol } = new URL(publicUrl);
  const message = (summary: string, payload: object): object => ({ summary, payload });
  const object = (properties: Record<string, object>, required = Object.keys(properties)): object => ({
    type: 'object',
    properties,
    required,
  });
  const threadId = { type: 'string', format: 'uuid' };
  const number = { type: 'integer', minimum: 0 };
  const changes = { $ref: '#/components/schemas/Changes' };
  const heard = {
    'thread:changes': message('What changed: continues the numbers held, or is followed by a question.', changes),
    'thread:presence': message(
      'How many read, and the number of the thread; at most every two seconds.',
      object({ threadId, readers: number, seq: number }),
    ),
    'desk:bell': message(
      'Something happened in a thread whose desk was joined, or the right to it was taken back: ask GET ' +
        '/threads/{id}/desk.',
      object({ threadId, n: number }),
    ),
    'account:notice': message(
      'Something happened to what the account of this socket wrote; said once, and to who was away when they are back.',
      object(
        {
          kind: { enum: ['released', 'withheld', 'restored', 'answered', 'declined', 'merged', 'expired'] },
          commentId: threadId,
          decisionId: threadId,
        },
        ['kind', 'commentId'],
      ),
    ),
    'server:leaving': message(
      'This node ends: disconnect, and come back after a random part of withinMs. Whoever does not is disconnected.',
      object({ withinMs: { type: 'integer' } }),
    ),
    'session:ended': message('The session is over; the socket closes.', object({})),
  };
  const sent = {
    'thread:join': message(
      'Enter the room of a thread. Acknowledged {ok, seq, changes?}: changes when after is given.',
      object({ threadId, after: number }, ['threadId']),
    ),
    'thread:leave': message('Acknowledged {ok}.', object({ threadId })),
    'desk:join': message(
      'For speakers of the talk, moderators and organizers. Acknowledged {ok}.',
      object({ threadId }),
    ),
    'desk:leave': message('Leaves every desk. Acknowledged {ok}.', object({})),
    'thread:changes:ask': {
      ...message('Ask for changes. Acknowledged {ok, changes}.', object({ threadId, after: number })),
      name: 'thread:changes',
    },
  };
  const names = (messages: object): { $ref: string }[] =>
    Object.keys(messages).map((name) => ({ $ref: `#/channels/live/messages/${name}` }));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Aftertalk',
      version: '1',
      description:
        'Socket.IO, path /socket.io, namespace /live. Every message of a client is acknowledged; a refusal is ' +
        '{ok: false, problem} with the problem document of RFC 9457. Nothing is written over a socket.',
    },
    defaultContentType: 'application/json',
    servers: {
      here: {
        host,
        pathname: '/socket.io',
        protocol: protocol === 'https:' ? 'wss' : 'ws',
        security: [
          {
            type: 'httpApiKey',
            name: 'token',
            in: 'query',
            description: 'auth: {token} of the handshake, or the cookie; readers need neither.',
          },
        ],
      },
    },
    channels: { live: { address: '/live', messages: { ...sent, ...heard } } },
    operations: {
      ask: { action: 'receive', channel: { $ref: '#/channels/live' }, messages: names(sent) },
      tell: { action: 'send', channel: { $ref: '#/channels/live' }, messages: names(heard) },
    },
    components: {
      schemas: {
        Changes: object({
          threadId,
          from: number,
          to: number,
          comments: {
            type: 'array',
            items: { type: 'object', description: 'A Comment as in /api/v1/openapi.json, without replies.' },
          },
          thread: { type: ['object', 'null'] },
          more: { type: 'boolean' },
          reset: { type: 'boolean' },
        }),
      },
    },
  };
}
