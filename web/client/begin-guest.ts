import { api } from './api.ts';

let beginning: Promise<unknown> | null = null;

/** Begins the session of a guest, one for all presses that come before its answer. */
export const beginGuest = (): Promise<unknown> =>
  (beginning ??= api.send('POST', '/auth/guests').finally(() => {
    beginning = null;
  }));
