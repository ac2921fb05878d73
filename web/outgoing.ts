import type { Sent } from './api.ts';

/**
 * Words on their way. `key` makes a repeat after a cut answer the same post; `after` is the number of the newest
 * comment that was known when they left; `arrived`: the live feed has brought them before the answer to their request.
 */
export interface Outgoing {
  door: 'comments' | 'questions';
  comment: Sent;
  key: string;
  state: 'sending' | 'arrived' | 'failed';
  after?: number;
}
