import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Fields that may hold an address or a token, removed before a line is written. */
const REDACTED = [
  'email',
  'address',
  'token',
  'code',
  'authorization',
  'cookie',
  '*.email',
  '*.address',
  '*.token',
  '*.authorization',
  '*.cookie',
];

/** An e-mail-like string in a log line, because errors of libraries often quote their input. */
const ADDRESS_LIKE = /[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+/g;
const asText = (value: unknown): string => mask(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
const mask = (text: string): string => text.replace(ADDRESS_LIKE, '•••@•••');

/** The log: JSON lines on standard error, without addresses and tokens. */
@Injectable()
export class Log implements LoggerService {
  private readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino(
      {
        level,
        redact: REDACTED,
        formatters: { level: (label) => ({ level: label }) },
        serializers: {
          error: (error: unknown) =>
            error instanceof Error
              ? { type: error.name, message: mask(error.message), stack: mask(error.stack ?? '') }
              : mask(String(error)),
        },
      },
      pino.destination(2),
    );
  }

  info(facts: object, message: string): void {
    this.pino.info(facts, message);
  }
  error(facts: unknown, message?: unknown): void {
    this.pino.error(
      typeof facts === 'object' ? facts : { error: facts },
      typeof message === 'string' ? message : 'error',
    );
  }
  warn(facts: unknown, message?: unknown): void {
    this.pino.warn(
      typeof facts === 'object' ? facts : { note: asText(facts) },
      typeof message === 'string' ? message : 'warning',
    );
  }
  /** Nest reports its start at length; only warnings and errors are kept. */
  log(): void {}
  debug(facts: unknown): void {
    this.pino.debug({ note: asText(facts) }, 'debug');
  }
  verbose(): void {}
}
