import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/settings.ts';

/** Listens as the settings say. Throws one sentence that names the unusable setting. */
export async function listen(app: NestFastifyApplication, config: Config): Promise<void> {
  const [port, host] = [config.get('PORT'), config.get('HOST')];
  // Not Nest's own method, which also writes the error to the log.
  await app
    .getHttpAdapter()
    .getInstance()
    .listen({ port, host })
    .catch((error: NodeJS.ErrnoException) => {
      throw new Error(sentenceOf(error), { cause: error });
    });
}

function sentenceOf({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EADDRINUSE':
      return 'PORT is in use: stop what listens there, or set another PORT.';
    case 'EACCES':
      return `PORT cannot be used (${message}): set one above 1023, and put a proxy in front.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST cannot be used (${message}): set it to an address of this machine, or leave it out.`;
    default:
      return `The server cannot listen (${message}): check PORT and HOST.`;
  }
}
