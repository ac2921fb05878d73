import { parentPort, workerData } from 'node:worker_threads';
import type { EmailRequest } from './email-messages.ts';
import { readArrival, readReturned } from './reading/read-email.ts';

/** Worker in which a long e-mail is read, so that none can hold the server. Sends one message. */
async function answer(request: EmailRequest): Promise<unknown> {
  if (request.kind === 'returned') return readReturned(asBuffer(request.raw));
  const { raw, envelopeFrom } = request.email;
  return readArrival({ raw: asBuffer(raw), envelopeFrom }, request.rules);
}

/** A buffer becomes plain bytes on its way into a worker. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

parentPort!.postMessage(await answer(workerData as EmailRequest));
