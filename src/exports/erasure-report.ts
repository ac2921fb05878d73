import type { PostsFate } from '../comments/departure.entity.ts';
import type { ErasedRows } from './erasing.ts';

/** The fate of a store's rows. */
export type Fate = 'deleted' | 'soon' | 'soonParted' | 'later' | 'parted' | 'expires' | 'kept' | 'stays';

export interface StoreReport {
  /** The name of the store, such as `personas`, `votes`, `backups`. */
  store: string;
  /**
   * `deleted` at once; `soon`: deleted within minutes; `soonParted`: stays, without a name within minutes; `later`: no
   * longer linked to the account within hours; `parted`: stays, no longer linked; `expires`: deleted within a day;
   * `kept` until nobody can appeal; `stays`, because it names no account.
   */
  fate: Fate;
  /** Number of rows; null where they are not counted by account. */
  rows: number | null;
}

export interface ErasureReport {
  /** Time when the account was erased. */
  erasedAt: string;
  /** The owner's wish: public words stay without a name, or go. */
  posts: PostsFate;
  /** Each store that knew the account, with what became of it. */
  stores: StoreReport[];
}

/**
 * Every store that knew the account, in the order of a reader's questions. Null where rows are not counted by account.
 */
const STORES: readonly [store: string, fate: Fate, counted: string | null][] = [
  ['address', 'deleted', 'accounts'],
  ['personas', 'soon', 'personas'],
  ['commentsKept', 'soonParted', 'comments_kept'],
  ['commentsRemoved', 'soon', 'comments_removed'],
  ['recapsKept', 'soonParted', 'recaps_kept'],
  ['recapsRemoved', 'soon', 'recaps_removed'],
  ['anonymousQuestions', 'later', 'comments_anonymous'],
  ['votes', 'later', 'votes'],
  ['sessions', 'deleted', 'sessions'],
  ['passkeys', 'deleted', 'passkeys'],
  ['apiTokens', 'deleted', 'api_tokens'],
  ['codes', 'deleted', 'login_codes'],
  ['invitationEmails', 'deleted', 'invitation_emails'],
  ['speakerAddresses', 'deleted', 'speaker_addresses'],
  ['pendingComments', 'deleted', 'pending_comments'],
  ['rights', 'deleted', 'grants'],
  ['sanctions', 'deleted', 'standings'],
  ['statements', 'deleted', 'statements'],
  ['reports', 'parted', 'reports'],
  ['appeals', 'parted', 'appeals'],
  ['decidedWords', 'kept', null],
  ['notices', 'deleted', 'account_notices'],
  ['repliesByEmail', 'deleted', null],
  ['takenQuestions', 'deleted', 'question_takers'],
  ['notes', 'parted', 'note_authors'],
  ['repeatedWrites', 'expires', null],
  ['decisions', 'stays', null],
  ['audit', 'stays', null],
  ['ledgerOfErasures', 'stays', null],
  ['backups', 'stays', null],
];

export const reportOf = (posts: PostsFate, at: Date, touched: ErasedRows): ErasureReport => ({
  erasedAt: at.toISOString(),
  posts,
  stores: STORES.map(([store, fate, counted]) => ({
    store,
    fate,
    rows: counted === null ? null : (touched[counted] ?? 0),
  })),
});

export const REPORTED_STORES = STORES.map(([store]) => store);
