import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { inboundRefusal } from './inbound-refusal.ts';

describe('the port that takes e-mails', () => {
  it('is told by its greeting, also when it closes at once', async () => {
    for (const [greet, found] of [
      [(socket: net.Socket) => socket.write('220 forum.example LMTP\r\n'), null],
      [(socket: net.Socket) => socket.write('554 no service\r\n'), '554 no service'],
      [(socket: net.Socket) => socket.end(), 'the connection was closed without a greeting'],
    ] as const) {
      const server = net.createServer((socket) => {
        socket.on('error', () => undefined);
        greet(socket);
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const refusal = await inboundRefusal(new URL(`lmtp://127.0.0.1:${port}`), 60_000);
      expect(refusal).toEqual(found && { kind: 'silent', why: found });
      server.close();
    }
  });
});
