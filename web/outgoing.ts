import type { Sent } from './api.ts';

/** Words on their way. `key` makes a repeat after a cut answer the same post. */
export interface Outgoing { door: 'comments' | 'questions'; comment: Sent; key: string; state: 'sending' | 'failed' }
