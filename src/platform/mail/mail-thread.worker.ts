import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { createTransport, type Transporter } from 'nodemailer';
import { lowerThreadPriority } from '../thread-priority.ts';
import type { MailThreadAnswer, MailThreadRequest } from './mail-thread.messages.ts';

/** Worker in which e-mails are put together, signed and handed to the mail server, on connections they share. */
function serve(port: MessagePort, transport: Transporter): void {
  const send = async ({ n, email }: MailThreadRequest): Promise<MailThreadAnswer> => {
    try {
      await transport.sendMail(email);
      return { n, error: null };
    } catch (error) {
      const { name, code, responseCode } = error as Error & { code?: string; responseCode?: number };
      // Without the mail server's words, which often quote the address.
      return { n, error: { name, ...(code && { code }), ...(responseCode && { responseCode }) } };
    }
  };
  port.on('message', (request: MailThreadRequest) => void send(request).then((answer) => port.postMessage(answer)));
}

lowerThreadPriority();

serve(parentPort!, createTransport(workerData as object));
