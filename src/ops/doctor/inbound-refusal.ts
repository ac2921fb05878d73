import net from 'node:net';
import type { InboundRefusal } from '../examined-server.policy.ts';

/** Addresses that listen on all of the machine, and where they are reached from itself. */
const OWN: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** The reason why nothing takes e-mails at the port of INBOUND; null when a server greets there (RFC 5321, 4.3.1). */
export function inboundRefusal({ hostname, port }: URL, timeoutMs: number): Promise<InboundRefusal | null> {
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = net.connect({ host: OWN[host] ?? host, port: Number(port) });
    const end = (why: string | null): void => {
      socket.destroy();
      resolve(why === null ? null : { kind: 'silent', why });
    };
    socket.setTimeout(timeoutMs, () => end(`no answer within ${timeoutMs / 1_000} s`));
    socket.on('error', ({ message }) => end(message));
    socket.on('close', () => end('the connection was closed without a greeting'));
    socket.once('data', (greeting: Buffer) => {
      const line = greeting.toString('latin1').split('\r\n')[0]!;
      end(line.startsWith('220') ? null : line);
    });
  });
}
