import { hash } from 'node:crypto';

/** A token has 256 random bits, so a plain hash is enough to protect it. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer');
