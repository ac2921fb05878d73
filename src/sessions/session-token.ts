import { hash } from 'node:crypto';

/** Tokens are 256 random bits, so a plain hash is enough to keep them unreadable. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer');
